import { describe, expect, test } from 'vitest';
import { parseSince, parseUntil, parseWindow } from '../../src/subscriptions/parse-day.ts';

/** Half past midnight on Wednesday the 25th in Berlin. */
const now = Temporal.Instant.from('2026-11-24T23:30:00Z');

describe('the day on which a rest ends', () => {
  test.each([
    ['2026-12-24', '2026-12-24'],
    ['until 2026-12-24', '2026-12-24'],
    ['24 December', '2026-12-24'],
    ['December 24', '2026-12-24'],
    ['24. Dezember', '2026-12-24'],
    ['24.12.', '2026-12-24'],
    ['24.12.2027', '2027-12-24'],
    ['5 January', '2027-01-05'],
    ['tomorrow', '2026-11-26'],
    ['3d', '2026-11-28'],
    ['2 weeks', '2026-12-09'],
    ['1 month', '2026-12-25'],
    ['demain', '2026-11-26'],
    ['hasta mañana', '2026-11-26'],
    ['jusqu’au 2026-12-24', '2026-12-24'],
    ['2 semanas', '2026-12-09'],
    ['3天', '2026-11-28'],
    ['in 3 days', '2026-11-28'],
    ['for two weeks', '2026-12-09'],
    ['drei Tage', '2026-11-28'],
    ['in einer Woche', '2026-12-02'],
    ['2 Monate', '2027-01-25'],
    ['übermorgen', '2026-11-27'],
    ['the day after tomorrow', '2026-11-27'],
    ['next week', '2026-11-30'],
    ['nächsten Monat', '2026-12-01'],
    ['bis zum 24.12.', '2026-12-24'],
    ['nächsten Freitag', '2026-11-27'],
    ['friday', '2026-11-27'],
    ['next wednesday', '2026-12-02'],
  ])('%s is %s', (typed, expected) => {
    expect(parseUntil(typed, now, 'Europe/Berlin').toString()).toBe(expected);
  });

  test.each([
    ['soon', 'I don\'t recognize "soon" as a day. Use a date (2026-12-24)'],
    ['yesterday', 'I don\'t recognize "yesterday" as a day'],
    ['heute', '"heute" is 25 November 2026, which isn\'t in the future'],
    ['in a hurry', 'I don\'t recognize "in a hurry" as a day'],
    ['2026-02-30', 'I don\'t recognize "2026-02-30" as a day'],
    ['2026-11-25', "is 25 November 2026, which isn't in the future (today is 25 November 2026)"],
    ['2020-01-01', "is 1 January 2020, which isn't in the future"],
  ])('%s is refused', (typed, message) => {
    expect(() => parseUntil(typed, now, 'Europe/Berlin')).toThrow(message);
  });
});

const asked = Temporal.Instant.from('2022-07-19T06:00:00Z');

test.each([
  ['24h', '2022-07-18T06:00:00Z'],
  ['today', '2022-07-18T22:00:00Z'],
  ['heute', '2022-07-18T22:00:00Z'],
  ['yesterday', '2022-07-17T22:00:00Z'],
  ['Gestern', '2022-07-17T22:00:00Z'],
  ['monday', '2022-07-17T22:00:00Z'],
  ['Dienstag', '2022-07-11T22:00:00Z'],
  ['3 Tage', '2022-07-16T06:00:00Z'],
  ['24 Stunden', '2022-07-18T06:00:00Z'],
  ['2 semaines', '2022-07-05T06:00:00Z'],
  ['5 дней', '2022-07-14T06:00:00Z'],
  ['3天', '2022-07-16T06:00:00Z'],
  ['hier', '2022-07-17T22:00:00Z'],
  ['вчера', '2022-07-17T22:00:00Z'],
  ['昨天', '2022-07-17T22:00:00Z'],
  ['lundi', '2022-07-17T22:00:00Z'],
  ['2022-05-01', '2022-04-30T22:00:00Z'],
])('%s in Berlin is since %s', (typed, since) => {
  expect(parseSince(typed, asked, 'Europe/Berlin').toString()).toBe(since);
});

test.each(['bogus', '', '99999d'])('refuses %j and says what to write', (typed) => {
  expect(() => parseSince(typed, asked, 'Europe/Berlin')).toThrow('Use 24h, 3d, 2w, yesterday, monday');
});

describe('a day in the past', () => {
  const window = (since: string | undefined, until: string | undefined) => {
    const found = parseWindow({ since, until }, now, 'Europe/Berlin');
    return [found.since?.toString(), found.until?.toString()];
  };

  test.each([
    [undefined, 'yesterday', '2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z'],
    [undefined, 'gestern', '2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z'],
    [undefined, '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    [undefined, '1 November', '2026-10-31T23:00:00Z', '2026-11-01T23:00:00Z'],
    [undefined, '24 December', '2025-12-23T23:00:00Z', '2025-12-24T23:00:00Z'],
    [undefined, 'today', '2026-11-24T23:00:00Z', '2026-11-24T23:30:00Z'],
    ['2026-11-01', 'yesterday', '2026-10-31T23:00:00Z', '2026-11-24T23:00:00Z'],
    ['3d', undefined, '2026-11-21T23:30:00Z', undefined],
    ['7d', '2026-11-01', '2026-10-25T23:00:00Z', '2026-11-01T23:00:00Z'],
    ['24h', 'today', '2026-11-23T23:30:00Z', '2026-11-24T23:30:00Z'],
    [undefined, undefined, undefined, undefined],
  ])('from %s to %s is its whole time in the zone, or up to now', (since, until, from, to) => {
    expect(window(since, until)).toEqual([from, to]);
  });

  test('as a week it has seven days, unless it says since when', () => {
    const week = (since?: string) =>
      parseWindow({ since, until: '2026-11-22', as: 'week' }, now, 'Europe/Berlin').since?.toString();
    expect(week()).toBe('2026-11-15T23:00:00Z');
    expect(week('2026-11-20')).toBe('2026-11-19T23:00:00Z');
  });

  test('is refused where it has not come, or ends before it begins', () => {
    expect(() => window(undefined, '2027-01-01')).toThrow('time in the past');
    expect(() => window('yesterday', '2026-11-01')).toThrow('Use the earlier day');
    expect(() => window(undefined, 'soonish')).toThrow('time in the past');
  });
});
