import { revisedAt } from '../../articles/article.ts';
import type { Archive } from '../archive.ts';
import type { ArticleSentence } from '../article-sentences.ts';
import { fitOfForm } from './answer-form.ts';
import type { TermMatcher } from './match-terms.ts';
import type { Question } from './question.ts';
import type { Telling } from './telling-terms.ts';

/** A sentence that may answer, with the signals that a selector weighs; shares are of 1. */
export interface Candidate {
  readonly line: ArticleSentence;
  /** Share of the question's words, weighed by rarity, in the sentence itself. */
  readonly own: number;
  /** The same with what stands around it: the sentence before it, headline, subhead, lead, the rest of the article. */
  readonly total: number;
  /**
   * Share of the question's names and deeds (see telling-terms.ts) that its article has not, of all its words; 1 where the article has none of
   * the deeds.
   */
  readonly missing: number;
  /** The same of the sentence alone. */
  readonly unsaid: number;
  /** Whether it has what the question asks for, judging by its form; see answer-form.ts. */
  readonly fit: number;
  /** Days since its article was published or revised. */
  readonly age: number;
  /** The headline, the lead, or an article's first sentence. */
  readonly isOpening: boolean;
  /** Found by other words than the question's: its signals are of those, and words alone do not judge it. */
  readonly isWidened?: true;
}

/** Worth of a word found not in the sentence but there. */
const credit = { before: 0.6, headline: 0.6, subhead: 0.6, lead: 0.5, article: 0.25 };
const dayMs = 86_400_000;

/**
 * What each term weighs. Rare words weigh more, but names not so much that they outweigh the deed: the root of the inverse document
 * frequency, by how many sentences have them, estimated from the articles of the archive and counted in those read.
 */
export async function weighTerms(
  { terms }: Question,
  {
    lines,
    articles,
    strengthIn,
    archive,
  }: {
    readonly lines: readonly ArticleSentence[];
    readonly articles: number;
    readonly strengthIn: TermMatcher;
    readonly archive: Archive;
  },
): Promise<readonly number[]> {
  const { articles: size } = await archive.extent();
  const holding = await archive.countArticles(terms.map(({ term }) => term));
  const sentences = size * (lines.length / Math.max(1, articles));
  return terms.map((wanted) => {
    const count = lines.filter((line) => strengthIn(wanted, line) > 0).length;
    const known = Math.max(count, holding.get(wanted.term) ?? 0);
    return Math.sqrt(Math.log(1 + sentences / (1 + known))) * (wanted.weight ?? 1);
  });
}

/** The candidates of an article, whose headline is the first of its lines. */
export function signalsOf(
  lines: readonly ArticleSentence[],
  {
    question,
    weights,
    telling,
    strengthIn,
    now,
  }: {
    readonly question: Question;
    readonly weights: readonly number[];
    readonly telling: readonly Telling[];
    readonly strengthIn: TermMatcher;
    readonly now: Temporal.Instant;
  },
): readonly Candidate[] {
  const { terms } = question;
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  const share = (strengthAt: (term: number) => number) =>
    weights.reduce((total, weight, term) => total + strengthAt(term) * weight, 0) / sum;
  const strengths = lines.map((line) => terms.map((wanted) => strengthIn(wanted, line)));
  const underSubhead = lines.map(({ subhead }) => terms.map((wanted) => (subhead ? strengthIn(wanted, subhead) : 0)));
  const inArticle = terms.map((_, term) =>
    Math.max(0, ...[...strengths, ...underSubhead].map((own) => own[term] ?? 0)),
  );
  const lacking = (found: (term: number) => number) => share((term) => (telling[term] ? 1 - found(term) : 0));
  const deeds = inArticle.filter((_, term) => telling[term] === 'deed');
  const isUnreported = deeds.length > 0 && deeds.every((strength) => strength === 0);
  const missing = isUnreported ? 1 : lacking((term) => inArticle[term] ?? 0);
  // What the question before was about is meant wherever the article has it.
  const at = (index: number, term: number) =>
    (terms[term]?.isContext ? inArticle[term] : strengths[index]?.[term]) ?? 0;
  const isBeside = (one: number, other: number) =>
    one > 0 && lines[one] !== undefined && lines[one].sentence.block === lines[other]?.sentence.block;
  return lines.map((line, index) => ({
    line,
    own: share((term) => at(index, term)),
    total: share((term) =>
      Math.max(
        at(index, term),
        isBeside(index - 1, index) ? at(index - 1, term) * credit.before : 0,
        at(0, term) * credit.headline,
        at(1, term) * credit.lead,
        (underSubhead[index]?.[term] ?? 0) * credit.subhead,
        (inArticle[term] ?? 0) * credit.article,
      ),
    ),
    missing,
    unsaid: lacking((term) => at(index, term)),
    fit: fitOfForm(question, line),
    age: Math.max(0, now.epochMilliseconds - revisedAt(line.article).epochMilliseconds) / dayMs,
    isOpening: index < 2,
  }));
}
