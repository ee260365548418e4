import { isFurniture } from '../articles/furniture.ts';
import { findMovedNumbers, type MovedPair } from './moved-numbers.ts';
import { compareWithTold, gatherKnowledge, type NoveltyEvidence } from './told-knowledge.ts';

/** A sentence with whatever its owner needs to find it again. */
export interface ReferencedSentence<Ref> {
  readonly text: string;
  readonly ref: Ref;
}

export interface JudgedSentence<Ref> extends ReferencedSentence<Ref> {
  readonly kind: 'new' | 'known' | 'furniture';
  /** How much is new in it; from `newFrom` on the sentence counts as new. */
  readonly novelty: number;
}

export interface News<ToldRef, Ref> {
  readonly sentences: readonly JudgedSentence<Ref>[];
  readonly moved: readonly MovedPair<ToldRef, Ref>[];
}

/** Chosen on labelled DW articles, leaving one affair out at a time, and rounded. */
const weights = { unlikeAnySentence: 1.3, unseenName: 0.3, unseenQuotation: 1.1, opening: 0.3 };
const newFrom = 1.05;

/** What a reader who was told the first sentences learns from the second, and which told numbers have moved. */
export function findNews<ToldRef, Ref>(
  told: readonly ReferencedSentence<ToldRef>[],
  sentences: readonly ReferencedSentence<Ref>[],
  language: string,
): News<ToldRef, Ref> {
  const knowledge = gatherKnowledge(
    told.map(({ text }) => text),
    language,
  );
  const judged = sentences.map((sentence, index): JudgedSentence<Ref> => {
    if (isFurniture(sentence.text)) return { ...sentence, kind: 'furniture', novelty: 0 };
    const novelty = weigh(compareWithTold(sentence.text, knowledge, language), index === 0);
    return { ...sentence, kind: novelty >= newFrom ? 'new' : 'known', novelty };
  });
  const news = judged.filter(({ kind }) => kind !== 'furniture');
  return { sentences: judged, moved: findMovedNumbers(told, news, language) };
}

/** An article opens with its news, so the first sentence is rarely known even if its words are. */
function weigh(evidence: NoveltyEvidence, opensArticle: boolean): number {
  return (
    evidence.unseenTerms +
    weights.unlikeAnySentence * evidence.unlikeAnySentence +
    weights.unseenQuotation * evidence.unseenQuotation +
    (evidence.hasUnseenNameOrNumber ? weights.unseenName : 0) +
    (opensArticle && evidence.unlikeAnySentence > 0.1 ? weights.opening : 0)
  );
}
