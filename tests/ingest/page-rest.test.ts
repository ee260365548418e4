import { expect, test } from 'vitest';
import { createPageRest } from '../../src/ingest/read-entry.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

/** Minutes until a page may be asked for again after each of so many failures in a row. */
function waits(failures: number, retryAfterMs?: number): number[] {
  const clock = new FakeClock('2022-07-18T12:00:00Z');
  const rest = createPageRest(clock);
  return Array.from({ length: failures }, () => {
    rest.failed('dw:1', { message: 'status 404', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
    let minutes = 0;
    for (; rest.restingFor('dw:1') !== undefined; minutes += 5) clock.advance({ minutes: 5 });
    return minutes;
  });
}

test('a page that fails rests ever longer, a day at most', () => {
  expect(waits(11)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]);
});

test('a page rests as long as its server asks', () => {
  expect(waits(1, 3 * 60 * 60_000)).toEqual([180]);
});

test('a page that was read well begins anew, and says why it rests', () => {
  const rest = createPageRest(new FakeClock('2022-07-18T12:00:00Z'));
  for (let failure = 0; failure < 8; failure++) rest.failed('dw:1', { message: 'status 404' });
  expect(rest.restingFor('dw:1')).toBe('status 404');
  expect(rest.isHopeless('dw:1')).toBe(true);
  rest.readWell('dw:1');
  expect(rest.restingFor('dw:1')).toBeUndefined();
  expect(rest.isHopeless('dw:1')).toBe(false);
});
