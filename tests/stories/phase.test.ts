import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../src/stories/phase.ts';

const now = Temporal.Instant.from('2026-03-10T12:00:00Z');
const hoursAgo = (...hours: readonly number[]): Temporal.Instant[] =>
  hours.map((ago) => now.subtract({ minutes: Math.round(ago * 60) }));
/** Articles at an even pace: one every so many hours, from `from` to `to` hours ago. */
const every = (step: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

describe('the phase of a story', () => {
  test.each([
    ['three articles in two hours', hoursAgo(0.1, 1, 2), 'breaking'],
    ['three articles in six hours, the oldest just outside', hoursAgo(0.1, 1, 6), 'developing'],
    ['one article, just out', hoursAgo(0.1), 'developing'],
    ['two articles today', hoursAgo(1, 20), 'developing'],
    ['one article since yesterday noon', hoursAgo(24), 'fading'],
    ['a day with far less than those before', hoursAgo(10, ...every(4, 25, 95)), 'fading'],
    ['an article twice a day for a week', hoursAgo(...every(12, 1, 160)), 'sustained'],
    ['a live affair with its usual five in six hours', hoursAgo(...every(1.2, 0.5, 78)), 'sustained'],
    ['the same affair with a burst', hoursAgo(...every(0.25, 0, 4), ...every(6, 6, 78)), 'breaking'],
    ['an old story that breaks anew', hoursAgo(0.5, 1, 1.5, 200, 220), 'breaking'],
  ] as const)('%s', (_, publishedAt, phase) => {
    expect(phaseOf(publishedAt, now)).toBe(phase);
  });

  test('does not depend on the order of its articles', () => {
    const times = hoursAgo(0.1, 30, 1, 2, 50);
    expect(phaseOf(times.toReversed(), now)).toBe(phaseOf(times, now));
  });

  test('what is dated ahead of the clock does not count', () => {
    expect(phaseOf(hoursAgo(-1, -2, 0.5), now)).toBe('developing');
  });

  test('the rate is the operator’s', () => {
    expect(phaseOf(hoursAgo(0.1, 1), now, { articles: 2, hours: 3 })).toBe('breaking');
    expect(phaseOf(hoursAgo(0.1, 1, 2), now, { articles: 4, hours: 6 })).toBe('developing');
  });
});
