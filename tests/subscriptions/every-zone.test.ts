import { expect, test } from 'vitest';
import type { Schedule } from '../../src/subscriptions/schedule.ts';
import { slotsAround } from '../../src/subscriptions/slots.ts';
import { firstReachedMs, offsetPieces } from './offset-pieces.ts';

const times = ['00:00', '02:30', '12:00', '23:59'];
const dayMs = 86_400_000;
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

interface LocalTime {
  readonly key: string;
  /** As if it were UTC. */
  readonly localMs: number;
}

/** Every local date and time of these days, by counting from an instant on the first of them. */
function localTimes(firstMs: number, days: number): readonly LocalTime[] {
  return Array.from({ length: days * times.length }, (_, index) => {
    const [hours = 0, minutes = 0] = (times[index % times.length] ?? '').split(':').map(Number);
    const dayStart = (Math.floor(firstMs / dayMs) + Math.floor(index / times.length)) * dayMs;
    const localMs = dayStart + (hours * 60 + minutes) * 60_000;
    return { key: new Date(localMs).toISOString().slice(0, 16), localMs };
  });
}

/** Where the slots of a zone are not these local times, each once, in this order, at the instants that Intl's offsets give. */
function wrongSlots(zone: string, expected: readonly LocalTime[]): string[] {
  const [first = '', last = ''] = [expected[0]?.key, expected.at(-1)?.key];
  const startMs = (expected[0]?.localMs ?? 0) - 2 * dayMs;
  const endMs = (expected.at(-1)?.localMs ?? 0) + 2 * dayMs;
  const schedule: Schedule = { days: [1, 2, 3, 4, 5, 6, 7], times, zone };
  const start = Temporal.Instant.fromEpochMilliseconds(startMs);
  const slots = slotsAround(schedule, start, Temporal.Instant.fromEpochMilliseconds(endMs))
    .slots // Those just outside belong to the days before and after.
    .filter(({ key }) => key >= first && key <= last);
  const pieces = offsetPieces(zone, startMs, endMs);
  const wrong = expected.flatMap(({ key, localMs }, index) => {
    const slot = slots[index];
    const isRight = slot?.key === key && slot.dueAt.epochMilliseconds === firstReachedMs(localMs, pieces);
    return isRight ? [] : [`${zone} ${key}: ${slot?.key} ${slot?.dueAt}`];
  });
  return slots.length === expected.length ? wrong : [...wrong, `${zone}: ${slots.length} slots`];
}

const [startMs, endMs] = [Date.parse('2026-01-01'), Date.parse('2028-01-01')];

test(`in all ${zones.length} zones every local date around a change of the clocks, and a week of each half-year, has each of its slots exactly once`, () => {
  const wrong = zones.flatMap((zone) => {
    const changes = offsetPieces(zone, startMs, endMs).slice(1);
    return [
      ...changes.flatMap((piece) => wrongSlots(zone, localTimes(piece.startMs - 2 * dayMs, 5))),
      ...['2026-01-01', '2026-07-01', '2026-12-28', '2027-07-01'].flatMap((first) =>
        wrongSlots(zone, localTimes(Date.parse(first), 7)),
      ),
    ];
  });
  expect(wrong).toEqual([]);
});

test.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Africa/Casablanca', 'Africa/Cairo', 'Australia/Lord_Howe'])(
  'in %s every local date of 2026 and 2027 has each of its slots exactly once',
  (zone) => {
    expect(wrongSlots(zone, localTimes(startMs, 730))).toEqual([]);
  },
);

test.each([
  ['a zone that skipped a day', 'Pacific/Apia', '2011-12-15'],
  ['one that skipped one earlier', 'Pacific/Kwajalein', '1993-08-10'],
  ['half an hour of summer time', 'Australia/Lord_Howe', '2026-03-20'],
  ['a change at midnight', 'Africa/Cairo', '2026-04-10'],
  ['two changes in one month', 'Africa/Casablanca', '2026-02-05'],
  ['an offset of 45 minutes', 'Pacific/Chatham', '2026-09-10'],
])('%s: %s', (_what, zone, firstDay) => {
  expect(wrongSlots(zone, localTimes(Date.parse(firstDay), 60))).toEqual([]);
});
