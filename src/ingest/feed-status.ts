import type { Feed } from '../feeds/entry.ts';
import type { FeedRow } from '../storage/tables.ts';
import { type Reason, readReason, reasonInEnglish } from '../wording/reason.ts';
import { type FeedHealthKind, feedHealth } from './feed-health.ts';
import { factsOf, instantOf } from './feed-state.ts';

/** A feed as operators see it. */
export interface FeedStatus {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly health: FeedHealthKind;
  /** What is wrong. */
  readonly problem?: Reason;
  /** What is not wrong and yet worth knowing: it moved, its document was repaired. */
  readonly notes: readonly string[];
  /** The polling interval and its reason: "every 60 min: 3 new entries a day". */
  readonly interval?: string;
  readonly lastSuccessAt?: Temporal.Instant;
  readonly nextPollAt?: Temporal.Instant;
}

/** How a configured feed is, from what polls recorded of it. */
export function feedStatus({ id, name, url }: Feed, row: FeedRow, now: Temporal.Instant): FeedStatus {
  const { kind, problem } = feedHealth(factsOf(row), now);
  const lastSuccessAt = instantOf(row.last_success_at);
  const nextPollAt = instantOf(row.next_poll_at);
  const notes = [
    row.moved_to ? `moved to ${row.moved_to}; change its address in the configuration` : undefined,
    row.failures === 0 && row.problem ? reasonInEnglish(readReason(row.problem)) : undefined,
  ].filter((note) => note !== undefined);
  return {
    id,
    name,
    url,
    health: kind,
    ...(problem ? { problem } : {}),
    notes,
    ...(row.interval_minutes ? { interval: `every ${row.interval_minutes} min: ${row.interval_reason}` } : {}),
    ...(lastSuccessAt ? { lastSuccessAt } : {}),
    ...(nextPollAt ? { nextPollAt } : {}),
  };
}
