import type { Article } from '../articles/article.ts';
import { termsOf } from '../language/terms.ts';
import { meetsDemand } from './demands.ts';
import type { Line } from './lines.ts';
import { matchTerms, type Strengths } from './match-terms.ts';
import type { Question, QuestionTerm } from './question.ts';

export interface RankedLine {
  readonly line: Line;
  readonly score: number;
  /** Every key word and name of the question is met in the line or right around it, and it can hold the sort of answer asked for. */
  readonly answers: boolean;
  /** Share of the question's weight met in the line itself. */
  readonly own: number;
}

interface Reading {
  readonly question: Question;
  readonly strengths: ReadonlyMap<string, Strengths>;
  readonly weights: ReadonlyMap<string, number>;
}

/** What a term is worth when it is met not in the line but so far from it. */
const credit = { antecedent: 0.9, paragraph: 0.6, next: 0.5, headline: 0.6, article: 0.3 };
/** A word counts as met from here on; a name may stand anywhere in the article. */
const wordMet = 0.4;
const nameMet = 0.2;

/** Lines by how well they answer, best first. `articles` with their lines, in any order. */
export function rankLines(question: Question, articles: ReadonlyMap<Article, readonly Line[]>): readonly RankedLine[] {
  const lines = [...articles.values()].flat();
  const strengths = matchTerms(
    question.terms.map(({ term }) => term),
    lines,
    question.language,
  );
  const reading = { question, strengths, weights: weigh(question.terms, lines, strengths) };
  const newest = Math.max(...lines.map(({ article }) => article.publishedAt.epochMilliseconds));
  return [...articles]
    .flatMap(([article, own]) => rankArticle(article, own, reading))
    .map((ranked) => ({ ...ranked, score: ranked.score + freshness(ranked.line, newest, question) }))
    .toSorted((a, b) => b.score - a.score);
}

function rankArticle(article: Article, lines: readonly Line[], reading: Reading): RankedLine[] {
  const headline = new Set(termsOf(article.headline, article.language));
  const all = new Set(lines.flatMap(({ terms }) => [...terms]));
  return lines.map((line, index) => {
    const previous = lines[index - 1];
    const next = lines[index + 1];
    const sameBlock = (other: Line | undefined) => other?.sentence.block === line.sentence.block;
    const met = reading.question.terms.map((wanted): Met => {
      const at = (terms: ReadonlySet<string> | undefined) => strengthIn(terms, reading.strengths.get(wanted.term));
      const own = at(line.terms);
      const around = Math.max(
        line.leans ? at(previous?.terms) * credit.antecedent : 0,
        sameBlock(previous) ? at(previous?.terms) * credit.paragraph : 0,
        sameBlock(next) ? at(next?.terms) * credit.next : 0,
        at(headline) * credit.headline,
        at(all) * credit.article,
      );
      return { wanted, own, total: Math.max(own, around) };
    });
    return judge(line, met, reading);
  });
}

interface Met {
  readonly wanted: QuestionTerm;
  readonly own: number;
  readonly total: number;
}

function judge(line: Line, met: readonly Met[], { question, weights }: Reading): RankedLine {
  const weightOf = ({ wanted }: Met) => weights.get(wanted.term) ?? 0;
  const sum = met.reduce((total, each) => total + weightOf(each), 0) || 1;
  const own = met.reduce((total, each) => total + weightOf(each) * each.own, 0) / sum;
  const total = met.reduce((all, each) => all + weightOf(each) * each.total, 0) / sum;
  const demand = meetsDemand(question, line);
  const isMet = met.every(
    ({ wanted, total: reached }) => wanted.isLight || reached >= (wanted.isName ? nameMet : wordMet),
  );
  return {
    line,
    own,
    score: own * 0.6 + total * 0.4 + demand * 0.25 - (line.leans ? 0.05 : 0),
    answers: isMet && demand > 0 && own >= 0.25,
  };
}

function strengthIn(terms: ReadonlySet<string> | undefined, strengths: Strengths | undefined): number {
  let best = 0;
  if (terms && strengths)
    for (const [term, strength] of strengths) if (strength > best && terms.has(term)) best = strength;
  return best;
}

/** Rare terms weigh more; one that no line holds as much as the rarest. */
function weigh(
  terms: readonly QuestionTerm[],
  lines: readonly Line[],
  strengths: ReadonlyMap<string, Strengths>,
): ReadonlyMap<string, number> {
  return new Map(
    terms.map(({ term, isLight }) => {
      const count = lines.filter((line) => strengthIn(line.terms, strengths.get(term)) > 0).length;
      const weight = Math.log(1 + (lines.length + 1) / (count + 1));
      return [term, isLight ? weight * 0.25 : weight];
    }),
  );
}

/** A little for the newer article, more where the state of today is asked for. */
function freshness({ article }: Line, newest: number, question: Question): number {
  const days = (newest - article.publishedAt.epochMilliseconds) / 86_400_000;
  return (question.asksNow ? 0.2 : 0.05) / (1 + days / 2);
}
