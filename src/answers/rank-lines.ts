import type { Article } from '../articles/article.ts';
import { toldAt } from '../articles/told-at.ts';
import { antecedents } from './antecedents.ts';
import { type Demand, meetDemand, tellsOfEvent } from './demands.ts';
import { type Content, type Line, readContent } from './lines.ts';
import { createTermMatcher, type TermMatcher } from './match-terms.ts';
import { keepsOrder } from './ordered-pairs.ts';
import type { Question } from './question.ts';
import type { QuestionTerm } from './question-terms.ts';
import { inTurns } from './take-turns.ts';
import { tellsDeed } from './told-deed.ts';

export interface RankedLine {
  readonly line: Line;
  readonly score: number;
  /** Every key word and name of the question is met in the line or right around it, and it can hold the sort of answer asked for. */
  readonly answers: boolean;
  /** Share of the question's weight met in the line itself. */
  readonly own: number;
}

/** A line that holds too little of the question is not looked at for an answer. */
const noDemand: Demand = { fit: 0, spans: [] };

interface Reading {
  readonly question: Question;
  readonly strengthIn: TermMatcher;
  readonly weights: ReadonlyMap<string, number>;
}

interface Met {
  readonly wanted: QuestionTerm;
  /** In the line itself, and there or around it. */
  readonly own: number;
  readonly total: number;
}

/** What a term is worth when it is met not in the line but so far from it. */
const credit = { pronoun: 0.7, antecedent: 0.9, paragraph: 0.6, next: 0.4, headline: 0.6, subhead: 0.6, article: 0.3 };
/** What the right sort of answer counts for; of a reason, whether there is one at all. */
const demandWeight = 0.15;
const causeWeight = 0.5;
const toldSoWeight = 0.4;
/** Characters on either side of a number or date that belong to it. */
const reach = 40;
/** The least share of the question's weight a line itself must meet. */
const leastOwn = 0.15;
/** A word counts as met from here on; a name or year may stand anywhere in the article. */
const wordMet = 0.4;
const nameMet = 0.2;
/** Of a deed, its doer must stand in the line or be meant there by a pronoun. */
const beside = 0.7;
/** "Was the sale canceled?" asks how it stands with the sale; "did she resign?" asks for a deed, which must be told. */
const asksState = /^(?:is|are|was|were|has|have|ist|sind|war|waren|wurde|wurden)\b/iu;
const asksDone = /^(?:is|are|was|were|has|have|had|did|ist|sind|war|waren|wurde|wurden|hat|haben)\b/iu;
/** Of so many key words one may go unmet; of fewer where the line must hold an amount, which says more. */
const keyWordsPerMiss = { measured: 4, told: 5 };

/** Lines by how well they answer, best first. `articles` with their lines, in any order. */
export async function rankLines(
  question: Question,
  articles: ReadonlyMap<Article, readonly Line[]>,
): Promise<readonly RankedLine[]> {
  const lines = [...articles.values()].flat();
  const headlines = new Map(
    [...articles.keys()].map((article) => [article, readContent(article.headline, article.language)]),
  );
  const subheads = lines.flatMap(({ subhead }) => subhead ?? []);
  const strengthIn = createTermMatcher(question.terms, [...lines, ...headlines.values(), ...subheads], {
    language: question.language,
    isStrict: question.kind === 'who' || question.kind === 'yes-no',
  });
  const reading = { question, strengthIn, weights: weigh(question.terms, lines, strengthIn) };
  const newest = Math.max(...lines.map(({ article }) => toldAt(article).epochMilliseconds));
  const ranked = await inTurns(articles, ([article, own]) => rankArticle(own, headlines.get(article), reading));
  return ranked
    .flat()
    .map((ranked) => ({ ...ranked, score: ranked.score + freshness(ranked.line, newest, question) }))
    .toSorted((a, b) => b.score - a.score);
}

function rankArticle(lines: readonly Line[], headline: Content | undefined, reading: Reading): RankedLine[] {
  const { question, strengthIn } = reading;
  const inArticle = new Map(
    question.terms.map((wanted) => [wanted.term, Math.max(0, ...lines.map((line) => strengthIn(wanted, line)))]),
  );
  const isTold = tellsOfSubject(question, headline, strengthIn);
  return lines.map((line, index) => {
    const previous = lines[index - 1];
    const next = lines[index + 1];
    const met = question.terms.map((wanted): Met => {
      const at = (content: Content | undefined) => (content ? strengthIn(wanted, content) : 0);
      const meant = wanted.term === question.subject && opensWithPerson(line) ? at(previous) * credit.pronoun : 0;
      const own = Math.max(at(line), at(line.subhead) * credit.subhead, meant);
      const around = Math.max(
        ...antecedents(line, lines).map((other) => at(other) * credit.antecedent),
        isInParagraph(previous, line) ? at(previous) * credit.paragraph : 0,
        isInParagraph(next, line) ? at(next) * credit.next : 0,
        at(headline) * (isTold ? credit.headline : credit.article),
        (inArticle.get(wanted.term) ?? 0) * credit.article,
      );
      return { wanted, own, total: Math.max(own, around) };
    });
    return judge(line, met, reading);
  });
}

/** A headline on somebody else says nothing of whom the question asks about. */
function tellsOfSubject({ subject, terms }: Question, headline: Content | undefined, strengthIn: TermMatcher): boolean {
  const wanted = terms.find(({ term }) => term === subject);
  return !wanted || (headline !== undefined && strengthIn(wanted, headline) > 0);
}

/** "He ..." or "... the 79-year-old ...": whom the line before names. */
function opensWithPerson({ sentence }: Line): boolean {
  return /^["“„]?(?:he|she|his|her|er|sie)(?![\p{L}])|\bthe \d\d-year-old\b|\b(?:der|die|den|dem) \d\d-jährigen?\b/iu.test(
    sentence.text,
  );
}

function isInParagraph(other: Line | undefined, line: Line): boolean {
  return other !== undefined && other.sentence.block === line.sentence.block;
}

function judge(line: Line, met: readonly Met[], reading: Reading): RankedLine {
  const { question, weights } = reading;
  const weightOf = ({ wanted }: Met) => weights.get(wanted.term) ?? 0;
  const sum = met.reduce((total, each) => total + weightOf(each), 0) || 1;
  const own = met.reduce((total, each) => total + weightOf(each) * each.own, 0) / sum;
  const total = met.reduce((all, each) => all + weightOf(each) * each.total, 0) / sum;
  const demand = own >= leastOwn ? meetDemand(question, line) : noDemand;
  const close = closeness(line, demand, reading);
  return {
    line,
    own,
    score:
      own * 0.6 +
      total * 0.4 +
      demand.fit * (question.kind === 'why' ? causeWeight : demandWeight) +
      close * 0.2 +
      (demand.fit > 0 && isToldSo(question, line) ? toldSoWeight : 0) -
      (line.leans ? 0.12 : 0) +
      (line.sentence.index < 2 ? 0.05 : 0),
    answers:
      demand.fit > 0 &&
      own >= leastOwn &&
      meetsKeyWords(question, met) &&
      meetsRoles(question, met) &&
      isTold(line, reading),
  };
}

/** What somebody is asked to have done is told as done. */
function isTold(line: Line, { question: { deed, terms, text }, strengthIn }: Reading): boolean {
  const wanted = terms.find(({ term }) => term === deed);
  return !wanted || !asksDone.test(text) || tellsDeed(wanted, line, strengthIn);
}

/** In the question's own order ("first elected"), or as what was held then. */
function isToldSo(question: Question, line: Line): boolean {
  return keepsOrder(question.pairs, line) || tellsOfEvent(question, line.sentence.text);
}

/** Share of the question's weight that stands close to where the answer may be: "sold for $3 million", not "sold in 1978". */
function closeness(line: Line, { spans, fit }: Demand, { question, weights, strengthIn }: Reading): number {
  if (spans.length === 0) return fit;
  const sum = question.terms.reduce((total, { term }) => total + (weights.get(term) ?? 0), 0) || 1;
  const shares = spans.map(({ start, end }) => {
    const around = line.sentence.text.slice(Math.max(0, start - reach), end + reach);
    const content = readContent(around, line.article.language);
    return (
      question.terms.reduce((total, term) => total + (weights.get(term.term) ?? 0) * strengthIn(term, content), 0) / sum
    );
  });
  return Math.max(...shares) * fit;
}

/** All key words are met; of a long question one may be missing, and of one for how things stand the word for what is asked. */
function meetsKeyWords(question: Question, met: readonly Met[]): boolean {
  const key = met.filter(({ wanted }) => !wanted.isLight);
  const missed = key.filter(
    ({ wanted, total }) => total < (wanted.isName || wanted.isDate || wanted.isDetail ? nameMet : wordMet),
  );
  if (missed.length === 0) return true;
  if (missed.some(({ wanted }) => wanted.isName)) return false;
  const ownWords = key.filter(({ own }) => own > 0).length;
  const hasOwnWord = key.some(({ wanted, own }) => !wanted.isName && !wanted.isDate && own > 0);
  if (question.kind === 'yes-no')
    return asksState.test(question.text) && missed.length === 1 && ownWords >= 2 && hasOwnWord;
  const perMiss = keyWordsPerMiss[question.kind === 'how-much' ? 'measured' : 'told'];
  return missed.length <= Math.floor(key.length / perMiss) && ownWords >= 3;
}

/** Who is said to have done it stands in the line or right before it; what is counted stands in the line. */
function meetsRoles({ subject, counted, action, deed }: Question, met: readonly Met[]): boolean {
  const of = (term: string | undefined) => met.find(({ wanted }) => wanted.term === term && !wanted.isLight);
  const doer = of(subject);
  const thing = of(counted);
  const done = of(action);
  const told = of(deed);
  if (told && (told.own < wordMet || (doer && doer.total < beside))) return false;
  return (!doer || doer.total >= 0.5) && (!thing || thing.own > 0) && (!done || done.total >= wordMet);
}

/** Rare terms weigh more; one that no line holds as much as the rarest. */
function weigh(
  terms: readonly QuestionTerm[],
  lines: readonly Line[],
  strengthIn: TermMatcher,
): ReadonlyMap<string, number> {
  return new Map(
    terms.map((wanted) => {
      const count = lines.filter((line) => strengthIn(wanted, line) > 0).length;
      const weight = Math.log(1 + (lines.length + 1) / (count + 1));
      return [wanted.term, wanted.isLight ? weight * 0.25 : weight];
    }),
  );
}

/** A little for the newer article, more where the state of today is asked for. */
function freshness({ article }: Line, newest: number, question: Question): number {
  const days = (newest - toldAt(article).epochMilliseconds) / 86_400_000;
  return (question.asksNow ? 0.2 : 0.05) / (1 + days / 2);
}
