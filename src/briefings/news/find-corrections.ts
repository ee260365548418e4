import { type Article, revisedAt, type Sentence } from '../../articles/article.ts';
import { readAgain } from '../../articles/make-article.ts';
import type { Briefing, Citation, Statement } from '../briefing.ts';
import { cite } from '../statements/quote-sentence.ts';
import { findOutcome } from './sentence-changes.ts';

/** A statement that we posted, and what its article says since a revision. Plain data, so that it can be kept. */
export interface Correction {
  readonly said: Citation;
  /** The sentence that stands there now; absent where it was taken out. */
  readonly says?: Citation;
  /** The numbers that are others now, as printed. */
  readonly numbers: readonly { readonly before: string; readonly now: string }[];
  /** When the revision was published that said so first. */
  readonly at: string;
}

/** What a posted briefing says that later revisions of its articles do not say any more. `revisions` are all of an article, oldest first. */
export function findCorrections(
  briefing: Briefing,
  revisions: ReadonlyMap<string, readonly Article[]>,
): readonly Correction[] {
  return statementsOf(briefing).flatMap(({ citations: [said] }) => {
    const known = said && revisions.get(said.articleId);
    return (known && correctionOf(said, known)) ?? [];
  });
}

/** The correction of a statement, if it has one. */
export function correctionFor(
  { citations: [cited] }: Statement,
  corrections: readonly Correction[],
): Correction | undefined {
  return corrections.find(
    ({ said }) =>
      said.articleId === cited?.articleId && said.revision === cited.revision && said.sentence === cited.sentence,
  );
}

function statementsOf({ stories }: Briefing): readonly Statement[] {
  return stories.flatMap(({ statements, whyItMatters }) => [...statements, ...(whyItMatters ? [whyItMatters] : [])]);
}

/**
 * By the newest revision; dated by the first of those that agree with it. All are divided into sentences alike, which versions of the program did
 * differently: where what was said is one sentence has nothing to do with what the article says.
 */
function correctionOf(said: Citation, stored: readonly Article[]): Correction | undefined {
  const known = stored.map(readAgain);
  const source = known.find(({ revision }) => revision === said.revision);
  const sentence = source && citedSentence(said, source);
  const later = known.filter(({ revision }) => revision > said.revision);
  if (!source || !sentence) return undefined;
  const outcomes = later.map((article) => ({ article, outcome: findOutcome(sentence, source, article) })).toReversed();
  const [newest] = outcomes;
  if (!newest || newest.outcome.kind === 'kept') return undefined;
  const { outcome, article } = newest;
  const says = outcome.kind === 'changed' ? outcome.sentence : undefined;
  const differs = outcomes.findIndex(({ outcome: other }) => textOf(other) !== textOf(outcome));
  const first = outcomes.at(differs < 0 ? -1 : differs - 1) ?? newest;
  return {
    said,
    ...(says && { says: cite(article, says) }),
    numbers: outcome.kind === 'changed' ? outcome.numbers : [],
    at: revisedAt(first.article).toString(),
  };
}

function citedSentence({ sentence, quote }: Citation, { sentences }: Article): Sentence | undefined {
  const numbered = sentences[sentence];
  if (numbered?.text === quote) return numbered;
  const alike =
    sentences.find(({ text }) => text.includes(quote)) ?? sentences.find(({ text }) => quote.includes(text));
  return alike ?? numbered;
}

function textOf(outcome: ReturnType<typeof findOutcome>): string {
  return outcome.kind === 'changed' ? outcome.sentence.text : outcome.kind;
}
