import type { FeedFetchReason } from '../feeds/feed-fetch-error.ts';
import { en } from '../wording/en/index.ts';

/** Kept in English; who shows it retells it. */
const told = en.trouble;

/** Why a feed was not read. `gone`: the server says that it is no more (410). `unexpected`: an error of ours. */
export type FeedTrouble = FeedFetchReason | 'gone' | 'unexpected';

/** How a feed is, as far as its last polls tell. */
export type FeedHealthKind = 'ok' | 'new' | 'failing' | 'gone' | 'html' | 'empty' | 'stale';

/** How a feed is, and what is wrong with it. */
export interface FeedHealth {
  readonly kind: FeedHealthKind;
  /** What is wrong, one line; absent when nothing is. */
  readonly problem?: string;
}

/** What is known of a feed, as far as its health goes. */
export interface FeedFacts {
  readonly trouble?: string | undefined;
  readonly failures: number;
  readonly problem?: string | undefined;
  readonly lastSuccessAt?: Temporal.Instant | undefined;
  readonly entryCount: number;
  readonly newestEntryAt?: Temporal.Instant | undefined;
  readonly longestGapHours?: number | undefined;
}

/** A feed is stale after so many of its longest usual gaps, but not before two days. */
const staleGaps = 3;
const staleHours = 48;

/** How a feed is. Stale and empty feeds are read well, and yet somebody should look. */
export function feedHealth(facts: FeedFacts, now: Temporal.Instant): FeedHealth {
  const { failures, trouble, problem = told.notRead, lastSuccessAt, entryCount } = facts;
  if (failures > 0) return { kind: troubleKind(trouble), problem };
  if (!lastSuccessAt) return { kind: 'new' };
  if (entryCount === 0) return { kind: 'empty', problem: told.noEntries };
  const quietHours = facts.newestEntryAt?.until(now).total('hours') ?? 0;
  if (quietHours <= Math.max(staleHours, staleGaps * (facts.longestGapHours ?? 0))) return { kind: 'ok' };
  return { kind: 'stale', problem: told.stale(String(Math.round(quietHours / 24))) };
}

function troubleKind(trouble: string | undefined): FeedHealthKind {
  return trouble === 'gone' || trouble === 'html' ? trouble : 'failing';
}
