import { type Article, headlineSentence, revisedAt, type Sentence } from '../../articles/article.ts';
import { readAgain } from '../../articles/make-article.ts';
import { newCorrectionNotes, recallOf } from '../../articles/recalls.ts';
import { endsInColon, endsSentence } from '../../text/marks.ts';
import { fold, wordsOf } from '../../text/terms.ts';
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
  /** When the revision was published that said so first, or when it was taken back. */
  readonly at: string;
  /** Who took back the line, or the whole article; absent where the article was revised. */
  readonly takenBack?: { readonly by: 'publisher' | 'operator'; readonly isWhole: boolean };
  /** The publisher's own note on the mistake, verbatim; where the operator took it back, the operator's. */
  readonly note?: string;
}

/** What a posted briefing says that later revisions of its articles do not say any more. `revisions` are all of an article, oldest first. */
export function findCorrections(
  briefing: Briefing,
  revisions: ReadonlyMap<string, readonly Article[]>,
): readonly Correction[] {
  const said = [
    ...statementsOf(briefing).flatMap(({ citations: [cited] }) => cited ?? []),
    // A title stays as it was posted, unless its article was taken back.
    ...titlesOf(briefing).filter(({ articleId }) => revisions.get(articleId)?.at(-1)?.withdrawn),
  ];
  return said.flatMap((cited) => {
    const known = revisions.get(cited.articleId);
    return (known && correctionOf(cited, known)) ?? [];
  });
}

/** The articles that a briefing quotes, or links by their titles. */
export function articlesOf(briefing: Briefing): ReadonlySet<string> {
  const cited = statementsOf(briefing).flatMap(({ citations }) => citations);
  return new Set([...cited, ...titlesOf(briefing)].map(({ articleId }) => articleId));
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

/** How a title was taken back with its article, if it was. */
export function withdrawalOf(articleId: string, corrections: readonly Correction[] = []): Correction | undefined {
  return corrections.find(({ said, takenBack }) => said.articleId === articleId && takenBack?.isWhole);
}

/** The titles of a briefing, as citations of headlines. */
function titlesOf({ stories, also }: Briefing): readonly Citation[] {
  const titled = stories.map(({ titleArticleId: articleId, titleRevision: revision, title, url, publishedAt }) => ({
    ...{ articleId, revision, title, url },
    publishedAt: publishedAt.at(-1) ?? '',
  }));
  return [...titled, ...also].map(({ articleId, revision = 1, title, url, publishedAt }) => ({
    ...{ articleId, revision, url, publishedAt, quote: title, headline: title },
    sentence: headlineSentence,
  }));
}

function statementsOf({ stories, ahead = [] }: Briefing): readonly Statement[] {
  return [...stories.flatMap(({ statements }) => statements), ...ahead.map(({ statement }) => statement)];
}

/**
 * By the newest revision; dated by the first of those that agree with it. All are divided into sentences alike, which versions of the program did
 * differently: where what was said is one sentence has nothing to do with what the article says.
 */
function correctionOf(said: Citation, stored: readonly Article[]): Correction | undefined {
  const takenBack = takenBackIn(said, stored);
  if (takenBack) return takenBack;
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
  const note = noteOn(`${said.quote} ${says?.text ?? ''}`, source, article);
  const differs = outcomes.findIndex(({ outcome: other }) => textOf(other) !== textOf(outcome));
  const first = outcomes.at(differs < 0 ? -1 : differs - 1) ?? newest;
  return {
    said,
    ...(says && { says: cite(article, says) }),
    numbers: outcome.kind === 'changed' ? outcome.numbers : [],
    at: revisedAt(first.article).toString(),
    ...(note !== undefined && { note }),
  };
}

/** By the newest revision: an operator or the publisher may have put it back. */
function takenBackIn(said: Citation, stored: readonly Article[]): Correction | undefined {
  const newest = stored.at(-1);
  if (!newest || newest.revision <= said.revision) return undefined;
  const { withdrawn } = newest;
  const line = withdrawn ?? recallOf(said.quote, newest);
  if (!line) return undefined;
  return {
    said,
    numbers: [],
    at: line.at,
    takenBack: { by: withdrawn?.by ?? 'operator', isWhole: withdrawn !== undefined },
    ...(line.note !== undefined && { note: line.note }),
  };
}

/** The publisher's note that came since, where it shares a name or a number with what was or is said. */
function noteOn(sentences: string, before: Article, now: Article): string | undefined {
  const said = new Set(namesAndNumbers(sentences, now.language));
  return newCorrectionNotes(before, now).find((note) =>
    namesAndNumbers(note, now.language).some((one) => said.has(one)),
  );
}

function namesAndNumbers(text: string, language: string): readonly string[] {
  const opens = (before: string) => before === '' || endsSentence(before) || endsInColon(before);
  const telling = wordsOf(text, language).filter(
    ({ text: word, start }) => /^\p{N}|^\p{Lu}/u.test(word) && !opens(text.slice(0, start).trimEnd()),
  );
  return telling.map(({ text: word }) => fold(word));
}

/** None for a headline: a title stays as it was posted. */
function citedSentence({ sentence, quote }: Citation, { sentences }: Article): Sentence | undefined {
  if (sentence === headlineSentence) return undefined;
  const numbered = sentences[sentence];
  if (numbered?.text === quote) return numbered;
  const alike =
    sentences.find(({ text }) => text.includes(quote)) ?? sentences.find(({ text }) => quote.includes(text));
  return alike ?? numbered;
}

function textOf(outcome: ReturnType<typeof findOutcome>): string {
  return outcome.kind === 'changed' ? outcome.sentence.text : outcome.kind;
}
