import { isBoilerplate } from '../articles/boilerplate.ts';
import { type BackgroundCues, backgroundCues } from './background-cues.ts';
import { findMovedNumbers, type MovedPair } from './moved-numbers.ts';
import { compareWithKnown, type NoveltyEvidence, type ReferencedSentence } from './novelty-evidence.ts';
import { indexKnowledge } from './reader-knowledge.ts';
import { findReversals, type Reversal } from './reversals.ts';

/** A sentence with how it reads to somebody who knows the others: the higher its novelty, the less of it they know. */
export interface JudgedSentence<Ref> extends ReferencedSentence<Ref> {
  readonly kind: 'new' | 'known' | 'boilerplate';
  /** How much of it is new; from `newFrom` on the sentence counts as new. */
  readonly novelty: number;
}

/** What is new in a story: sentences, changed numbers, retracted statements. */
export interface News<DeliveredRef, Ref> {
  readonly sentences: readonly JudgedSentence<Ref>[];
  readonly moved: readonly MovedPair<DeliveredRef, Ref>[];
  readonly reversed: readonly Reversal<DeliveredRef, Ref>[];
}

/**
 * Logistic regression on labeled DW articles, rounded and scaled so that a sentence counts as new from about one. The evidence to use
 * was chosen by leave-one-affair-out validation.
 */
const weights = {
  unseenTerms: 0.43,
  unlikeAnySentence: 0.44,
  unlikeAnyPassage: 0.47,
  unseenName: 0.23,
  unseenQuotation: 0.7,
  opening: 0.47,
  surroundings: 0.36,
  newNegation: 0.3,
  hasHappened: 0.8,
  looksBack: -0.1,
  namesEarlierTime: -0.3,
  opensWithEvent: -0.15,
};
const newFrom = 1.05;
/** However new its surroundings are, the sentence itself may be known. */
const mostSurroundings = 1.6;
/** The least novelty assumed around a sentence where there is no room for background, as in a teaser. */
const usualSurroundings = 1;
const teaserSentences = 3;

/**
 * What a reader of the delivered sentences learns from the later ones. A sentence that changes a delivered fact is news, however
 * familiar its words.
 */
export function findNews<DeliveredRef, Ref>(
  delivered: readonly ReferencedSentence<DeliveredRef>[],
  sentences: readonly ReferencedSentence<Ref>[],
  language: string,
): News<DeliveredRef, Ref> {
  const judged = judgeNovelty(delivered, sentences, language);
  const news = judged.filter(({ kind }) => kind !== 'boilerplate');
  const moved = findMovedNumbers(delivered, news, language);
  const reversed = findReversals(delivered, news, language);
  const changed = new Set([...moved, ...reversed].map(({ nowRef }) => nowRef));
  return {
    sentences: judged.map((one) => (one.kind === 'known' && changed.has(one.ref) ? { ...one, kind: 'new' } : one)),
    moved,
    reversed,
  };
}

/** How new each sentence is to a reader of the delivered ones, by its words alone: `findNews` without changed facts, in less time. */
export function judgeNovelty<Ref>(
  delivered: readonly { readonly text: string }[],
  sentences: readonly ReferencedSentence<Ref>[],
  language: string,
): readonly JudgedSentence<Ref>[] {
  const knowledge = indexKnowledge(
    delivered.map(({ text }) => text),
    language,
  );
  const evidence = sentences.map(({ text }) =>
    isBoilerplate(text) ? undefined : compareWithKnown(text, knowledge, language),
  );
  const story = evidence.flatMap((one) => one ?? []);
  return sentences.map((sentence, index): JudgedSentence<Ref> => {
    const own = evidence[index];
    if (!own) return { ...sentence, kind: 'boilerplate', novelty: 0 };
    const novelty = weigh(own, surroundingsOf(own, story), story[0] === own, backgroundCues(sentence.text, language));
    return { ...sentence, kind: novelty >= newFrom ? 'new' : 'known', novelty };
  });
}

/** An article opens with its news, so its first sentence is rarely known even if its words are. */
function weigh(evidence: NoveltyEvidence, surroundings: number, opensArticle: boolean, cues: BackgroundCues): number {
  return (
    weights.unseenTerms * evidence.unseenTerms +
    weights.unlikeAnySentence * evidence.unlikeAnySentence +
    weights.unlikeAnyPassage * evidence.unlikeAnyPassage +
    weights.unseenQuotation * evidence.unseenQuotation +
    weights.surroundings * surroundings +
    (evidence.hasUnseenNameOrNumber ? weights.unseenName : 0) +
    (opensArticle && evidence.unlikeAnyPassage > 0.1 ? weights.opening : 0) +
    (evidence.isNewlyNegated ? weights.newNegation : 0) +
    (evidence.hasHappened ? weights.hasHappened : 0) +
    (cues.looksBack ? weights.looksBack : 0) +
    (cues.namesEarlierTime && !opensArticle ? weights.namesEarlierTime : 0) +
    (cues.opensWithEvent && !opensArticle ? weights.opensWithEvent : 0)
  );
}

/** Background comes in paragraphs: a sentence between known sentences is more likely to be known. */
function surroundingsOf(own: NoveltyEvidence, story: readonly NoveltyEvidence[]): number {
  const at = story.indexOf(own);
  const beside = [story[at - 1], story[at + 1]].flatMap((one) =>
    one ? [one.unseenTerms + 1.3 * one.unlikeAnySentence] : [],
  );
  const least = story.length <= teaserSentences ? usualSurroundings : 0;
  const mean = beside.reduce((sum, one) => sum + one, 0) / Math.max(beside.length, 1);
  return Math.max(least, Math.min(mostSurroundings, mean));
}
