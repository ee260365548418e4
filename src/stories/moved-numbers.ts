import type { JudgedSentence, ReferencedSentence } from './find-news.ts';

/** A number told earlier that is another now: "9 dead" -> "12 dead", with the sentences that say so. */
export interface MovedPair<ToldRef, Ref> {
  readonly before: string;
  readonly now: string;
  readonly beforeRef: ToldRef;
  readonly nowRef: Ref;
}

/** Pairs numbers of the same thing in told and later sentences. */
export function findMovedNumbers<ToldRef, Ref>(
  _told: readonly ReferencedSentence<ToldRef>[],
  _sentences: readonly JudgedSentence<Ref>[],
  _language: string,
): MovedPair<ToldRef, Ref>[] {
  return [];
}
