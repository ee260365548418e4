import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startTick } from '../../src/runtime/cron.ts';

const minuteMs = 60_000;
const start = new Date('2026-11-01T02:30:30Z');
let stop: () => Promise<void>;
let ticks: string[];

beforeEach(() => {
  vi.useFakeTimers({
    now: start,
    toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  ticks = [];
  ({ stop } = startTick(async () => ticks.push(new Date().toISOString().slice(11, 19))));
});

afterEach(async () => {
  await stop();
  vi.useRealTimers();
});

test('ticks at every minute', async () => {
  await vi.advanceTimersByTimeAsync(3 * minuteMs);
  expect(ticks).toEqual(['02:31:00', '02:32:00', '02:33:00']);
});

test('goes on at once when the clock is set back an hour', async () => {
  await vi.advanceTimersByTimeAsync(minuteMs);
  vi.setSystemTime(new Date('2026-11-01T01:31:30Z'));
  await vi.advanceTimersByTimeAsync(2 * minuteMs);
  expect(ticks).toEqual(['02:31:00', '01:31:31', '01:32:00', '01:33:00']);
});

test('goes on at once when the clock is set forward, or the machine slept', async () => {
  await vi.advanceTimersByTimeAsync(minuteMs);
  vi.setSystemTime(new Date('2026-11-01T10:00:10Z'));
  await vi.advanceTimersByTimeAsync(2 * minuteMs);
  expect(ticks).toEqual(['02:31:00', '10:00:11', '10:01:00', '10:02:00']);
});

test('a board without a clock, that learns the year a minute after its start, goes on at once', async () => {
  await stop();
  vi.setSystemTime(new Date('1970-01-01T00:00:30Z'));
  ticks = [];
  ({ stop } = startTick(async () => ticks.push(new Date().toISOString())));
  vi.setSystemTime(start);
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(ticks).toEqual(['2026-11-01T02:30:31.000Z', '2026-11-01T02:31:00.000Z']);
});
