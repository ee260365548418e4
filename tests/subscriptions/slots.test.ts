import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../src/subscriptions/schedule.ts';
import { graceMinutesOf, nextSlot, slotAt, slotsAround } from '../../src/subscriptions/slots.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const daily = (zone: string, ...times: string[]): Schedule => ({ days: [1, 2, 3, 4, 5, 6, 7], times, zone });

describe('an instant for a local date and time', () => {
  test.each([
    ['an ordinary day', '2026-07-01', '08:00', 'Europe/Berlin', '2026-07-01T06:00:00Z'],
    ['a spring gap: the first instant after it', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['an autumn fold: the first of the two', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['a gap at midnight', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['a half-hour change', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['a day that a zone skipped', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s', (_name, date, time, zone, expected) => {
    expect(slotAt(day(date), time, zone).dueAt.toString()).toBe(expected);
  });

  test('the key is the local date and time, also in a gap', () => {
    expect(slotAt(day('2026-03-29'), '02:30', 'Europe/Berlin').key).toBe('2026-03-29T02:30');
  });
});

describe('the slots of a stretch of time', () => {
  test('leave out the start and include the end, so that stretches abut', () => {
    const schedule = daily('Asia/Seoul', '08:00', '17:00');
    const first = slotsAround(schedule, at('2022-07-17T23:00:00Z'), at('2022-07-18T08:00:00Z')).slots;
    const second = slotsAround(schedule, at('2022-07-18T08:00:00Z'), at('2022-07-18T23:00:00Z')).slots;
    expect(first.map(({ key }) => key)).toEqual(['2022-07-18T17:00']);
    expect(second.map(({ key }) => key)).toEqual(['2022-07-19T08:00']);
  });

  test('follow the days asked for', () => {
    const weekdays: Schedule = { days: [1, 2, 3, 4, 5], times: ['08:00'], zone: 'Europe/Berlin' };
    const keys = slotsAround(weekdays, at('2022-07-15T12:00:00Z'), at('2022-07-19T12:00:00Z')).slots.map(
      ({ key }) => key,
    );
    expect(keys).toEqual(['2022-07-18T08:00', '2022-07-19T08:00']);
  });

  test.each([
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'America/St_Johns',
  ])('in %s hold every local date of a year exactly once', (zone) => {
    const slots = slotsAround(daily(zone, '02:30'), at('2026-01-01T12:00:00Z'), at('2027-01-01T12:00:00Z')).slots;
    expect(new Set(slots.map(({ key }) => key)).size).toBe(365);
    expect(slots).toHaveLength(365);
  });
});

test('the next slot of a Monday-only schedule is found from a Monday evening', () => {
  const mondays: Schedule = { days: [1], times: ['08:00'], zone: 'UTC' };
  expect(nextSlot(mondays, at('2022-07-18T20:00:00Z'))?.key).toBe('2022-07-25T08:00');
});

describe('the grace of a missed slot', () => {
  test('is half the gap to the next one', () => {
    const schedule = daily('UTC', '08:00', '10:00');
    expect(graceMinutesOf(schedule, slotAt(day('2022-07-18'), '08:00', 'UTC'))).toBe(60);
  });

  test('is four hours at most', () => {
    expect(graceMinutesOf(daily('UTC', '08:00'), slotAt(day('2022-07-18'), '08:00', 'UTC'))).toBe(240);
  });
});
