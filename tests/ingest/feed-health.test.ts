import { expect, test } from 'vitest';
import type { Feed } from '../../src/feeds/entry.ts';
import { type FeedFacts, feedHealth, feedStatus } from '../../src/ingest/feed-health.ts';
import type { FeedRow } from '../../src/storage/tables.ts';
import { reason, reasonInEnglish } from '../../src/wording/reason.ts';

const now = Temporal.Instant.from('2026-10-04T12:00:00Z');
const hoursAgo = (hours: number) => now.subtract({ hours });
const read: FeedFacts = {
  failures: 0,
  lastSuccessAt: hoursAgo(0),
  entryCount: 20,
  newestEntryAt: hoursAgo(5),
  longestGapHours: 9,
};

test.each<[string, FeedFacts, string, RegExp | undefined]>([
  ['read a moment ago', read, 'ok', undefined],
  ['never asked', { failures: 0, entryCount: 0 }, 'new', undefined],
  [
    'an error of the server',
    { ...read, failures: 1, trouble: 'status', problem: reason('status', { status: '503' }) },
    'failing',
    /503/,
  ],
  ['410', { ...read, failures: 1, trouble: 'gone', problem: reason('status', { status: '410' }) }, 'gone', /410/],
  ['a page instead', { ...read, failures: 2, trouble: 'html', problem: reason('html') }, 'html', /HTML/],
  ['an empty list', { ...read, entryCount: 0 }, 'empty', /no entries/],
  [
    'quiet for a weekend, gaps of a day being usual',
    { ...read, newestEntryAt: hoursAgo(60), longestGapHours: 24 },
    'ok',
    undefined,
  ],
  [
    'quiet for four days, gaps of a day being usual',
    { ...read, newestEntryAt: hoursAgo(96), longestGapHours: 24 },
    'stale',
    /4 days/,
  ],
  [
    'quiet for 40 hours, gaps of an hour being usual',
    { ...read, newestEntryAt: hoursAgo(40), longestGapHours: 1 },
    'ok',
    undefined,
  ],
  ['quiet for years', { ...read, newestEntryAt: hoursAgo(24 * 1_300), longestGapHours: 10 }, 'stale', /1300 days/],
])('%s', (_name, facts, kind, problem) => {
  const health = feedHealth(facts, now);
  expect(health.kind).toBe(kind);
  if (problem) expect(health.problem && reasonInEnglish(health.problem)).toMatch(problem);
  else expect(health.problem).toBeUndefined();
});

test.each([
  ['as facts', '{"code":"newPerWeek","count":3}', { minutes: 240, why: { code: 'newPerWeek', count: 3 } }],
  ['as words, by an earlier version', '3 new entries a week', { minutes: 240 }],
  ['as something unknown', '{"code":"later"}', { minutes: 240 }],
])('the reason of a polling interval, stored %s', (_name, stored, interval) => {
  const row = { failures: 0, entry_count: 1, interval_minutes: 240, interval_reason: stored, problem: null };
  expect(feedStatus({ id: 'a', name: 'A' } as Feed, row as FeedRow, now).interval).toEqual(interval);
});
