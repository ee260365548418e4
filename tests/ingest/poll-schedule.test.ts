import { describe, expect, test } from 'vitest';
import { afterMinutes, backOffMinutes, feedRhythm, pollInterval, spreadStart } from '../../src/ingest/poll-schedule.ts';

const now = Temporal.Instant.from('2026-10-04T12:00:00Z');
const bounds = { everyMinutes: 15, slowestMinutes: 240 };
const ago = (hours: number) => now.subtract({ seconds: Math.round(hours * 3600) });
const regular = (everyHours: number, count: number, offsetHours = 0) =>
  Array.from({ length: count }, (_, index) => ago(offsetHours + index * everyHours));

describe('the interval follows what the feed brings', () => {
  test.each([
    ['40 entries a day', regular(0.6, 200), 15, { code: 'newPerDay', count: 40 }],
    ['three a day', regular(8, 30), 60, { code: 'newPerDay', count: 3 }],
    ['one a day', regular(24, 20), 180, { code: 'newPerDay', count: 1 }],
    ['two a week', regular(84, 12), 240, { code: 'newPerWeek', count: 2 }],
    ['one a month', regular(720, 5), 240, { code: 'lessThanWeekly' }],
    ['40 a day until this morning', regular(0.6, 200, 6), 15, { code: 'newPerDay', count: 38 }],
    ['40 a day until three days ago', regular(0.6, 200, 72), 135, { code: 'quietDays', count: 3 }],
    ['two entries', regular(1, 2), 15, { code: 'tooNew' }],
    ['none', [], 15, { code: 'tooNew' }],
  ])('%s', (_name, arrivals, minutes, why) => {
    expect(pollInterval({ rhythm: feedRhythm(arrivals, now) }, bounds, now)).toEqual({ minutes, why });
  });

  test('goes back to the fast pace with the first new entry after a quiet time', () => {
    const arrivals = [now, ...regular(0.6, 199, 72)];
    expect(pollInterval({ rhythm: feedRhythm(arrivals, now) }, bounds, now).minutes).toBeLessThan(20);
  });
});

describe("a server's wish counts within the operator's bounds", () => {
  const rhythm = feedRhythm(regular(8, 30), now);
  test.each([
    [5, 60, { code: 'newPerDay', count: 3 }],
    [90, 90, { code: 'serverAsks' }],
    [10_000, 240, { code: 'serverAsks' }],
  ])('%i min', (asksMinutes, minutes, why) => {
    expect(pollInterval({ rhythm, asksMinutes }, bounds, now)).toEqual({ minutes, why });
  });
});

test.each([
  [{ failures: 1, isGone: false }, 1.875],
  [{ failures: 4, isGone: false }, 15],
  [{ failures: 8, isGone: false }, 240],
  [{ failures: 60, isGone: false }, 1_440],
  [{ failures: 1, isGone: false, retryAfterMs: 7_200_000 }, 120],
  [{ failures: 1, isGone: false, retryAfterMs: 1e10 }, 1_440],
  [{ failures: 1, isGone: true }, 1_440],
])('after %o a feed is tried again in %d min', (failure, minutes) => {
  expect(backOffMinutes(failure, bounds)).toBe(minutes);
});

describe('150 feeds', () => {
  const ids = Array.from({ length: 150 }, (_, index) => `feed-${index}`);
  const feedsOf = (list: readonly string[]) => list.map((id) => ({ id }));

  test('start one by one over the interval, always in the same order, which is not that of the list', () => {
    const starts = [...spreadStart(feedsOf(ids), now, bounds)];
    expect(new Set(starts.map(([, at]) => at.epochMilliseconds)).size).toBe(150);
    expect(Math.max(...starts.map(([, at]) => now.until(at).total('minutes')))).toBeLessThan(15);
    expect(starts.map(([id]) => id)).not.toEqual(ids);
    expect([...spreadStart(feedsOf(ids.toReversed()), now, bounds).keys()]).toEqual(starts.map(([id]) => id));
  });

  test('drift apart afterwards, never early', () => {
    const seconds = ids.map((id) => now.until(afterMinutes(now, 15, id)).total('seconds'));
    expect(Math.min(...seconds)).toBeGreaterThanOrEqual(900);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(945);
    expect(new Set(seconds).size).toBeGreaterThan(30);
  });

  test('few feeds need not wait for the whole interval', () => {
    const starts = [...spreadStart(feedsOf(ids.slice(0, 11)), now, bounds).values()];
    expect(now.until(starts.at(-1) ?? now).total('seconds')).toBe(60);
  });
});
