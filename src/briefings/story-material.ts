import type { Article } from '../articles/article.ts';
import type { DeliveredStatement } from './briefing.ts';

/** The material for one story of a briefing. */
export interface StoryMaterial {
  readonly storyId: string;
  /** The story's articles of the window in their newest revision; at least one. */
  readonly articles: readonly Article[];
  /** The running affair that it belongs to, where a week is reviewed. */
  readonly affairId?: number;
  readonly delivered: readonly DeliveredStatement[];
  /** Best position in an editors' top feed, 0 is first; undefined when in none. */
  readonly topPosition?: number;
  /** How central to the news its main actors are, from 0 to 1. */
  readonly centrality?: number;
  /** Of the story's articles in the window, the share that is mainly of interest. */
  readonly interestShare?: number;
  /** When all of its articles were published, those before the window too. */
  readonly publishedAt?: readonly Temporal.Instant[];
}
