import { dayOf } from '../text/found-date.ts';
import type { Answer } from './answer.ts';
import type { Archive } from './archive.ts';

/** What every answer may use. */
export interface AnswerContext {
  readonly archive: Archive;
  readonly now: Temporal.Instant;
  /** The language of our own words, where it is not the articles' or the question's. */
  readonly reader?: string | undefined;
}

/** How much was looked through, for the small print. */
export async function extentOf(archive: Archive): Promise<Answer['archive']> {
  const { articles, since } = await archive.extent();
  return { articles, ...(since && { since: dayOf(since) }) };
}
