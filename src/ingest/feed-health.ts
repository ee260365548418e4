import type { FeedFetchReason } from '../feeds/feed-fetch-error.ts';
import { type Reason, reason } from '../wording/reason.ts';

/** Why a feed was not read. `gone`: the server says that it no longer exists (410). `unexpected`: a bug of ours. */
export type FeedTrouble = FeedFetchReason | 'gone' | 'unexpected';

/** The health of a feed, from its last polls. */
export type FeedHealthKind = 'ok' | 'new' | 'failing' | 'gone' | 'html' | 'empty' | 'stale';

/** The health of a feed, with its problem. */
export interface FeedHealth {
  readonly kind: FeedHealthKind;
  /** What is wrong; absent when nothing is. */
  readonly problem?: Reason;
}

/** The facts that a feed's health is judged by. */
export interface FeedFacts {
  readonly trouble?: string | undefined;
  readonly failures: number;
  readonly problem?: Reason | undefined;
  readonly lastSuccessAt?: Temporal.Instant | undefined;
  readonly entryCount: number;
  readonly newestEntryAt?: Temporal.Instant | undefined;
  readonly longestGapHours?: number | undefined;
}

/** A feed is stale after so many of its longest usual gaps, but not before two days. */
const staleGaps = 3;
const staleHours = 48;

/** The health of a feed. Stale and empty feeds can be read, but need attention. */
export function feedHealth(facts: FeedFacts, now: Temporal.Instant): FeedHealth {
  const { failures, trouble, problem = reason('notRead'), lastSuccessAt, entryCount } = facts;
  if (failures > 0) return { kind: troubleKind(trouble), problem };
  if (!lastSuccessAt) return { kind: 'new' };
  if (entryCount === 0) return { kind: 'empty', problem: reason('noEntries') };
  const quietHours = facts.newestEntryAt?.until(now).total('hours') ?? 0;
  if (quietHours <= Math.max(staleHours, staleGaps * (facts.longestGapHours ?? 0))) return { kind: 'ok' };
  return { kind: 'stale', problem: reason('stale', { days: String(Math.round(quietHours / 24)) }) };
}

function troubleKind(trouble: string | undefined): FeedHealthKind {
  return trouble === 'gone' || trouble === 'html' ? trouble : 'failing';
}
