import learned from '../../../config/ranking.json' with { type: 'json' };
import { eventFactors } from './event-values.ts';

/** What makes a story important to a channel, each as a value of about 0 to 1. */
export const rankFactors = [
  'articles',
  'desks',
  'freshness',
  'actors',
  'novelty',
  'moved',
  'prominence',
  'interest',
  ...eventFactors,
] as const;

/** What counts when stories are ordered. */
export type RankFactor = (typeof rankFactors)[number];

/** What each factor is for a story, about 0 to 1. */
export type RankValues = Readonly<Record<RankFactor, number>>;

/** What each factor counts in the sum; below 0 it makes a story less important. */
export type RankWeights = RankValues;

/** Learned from labelled editions by bench/learn-ranking.ts, all but novelty, moved, prominence and interest, which no label shows, and actors and freshness. */
export const defaultRankWeights: RankWeights = learned;

/** How a briefing's stories were weighed, kept with it for `/why`: by the factors of its time. */
export interface Ranking {
  readonly weights: Partial<RankWeights>;
  /** Most important first: the briefing tells those at the top, some more by title, and leaves out the rest. */
  readonly stories: readonly { readonly storyId: string; readonly values: Partial<RankValues> }[];
  /** Stories of the window in which nothing was new to these readers. */
  readonly nothingNew: readonly string[];
}

/** The sum of weights times values over these factors; a factor that has come since counts nothing. */
export function scoreOf(
  values: Partial<RankValues>,
  weights: Partial<RankWeights>,
  factors: readonly RankFactor[] = rankFactors,
): number {
  return factors.reduce((sum, factor) => sum + (weights[factor] ?? 0) * (values[factor] ?? 0), 0);
}
