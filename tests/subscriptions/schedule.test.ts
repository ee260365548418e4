import { describe, expect, test } from 'vitest';
import { describeSchedule, parseDays, parseTimes, parseZone } from '../../src/subscriptions/schedule.ts';

describe('times as people write them', () => {
  test.each([
    ['8', ['08:00']],
    ['8am', ['08:00']],
    ['12am', ['00:00']],
    ['12 pm', ['12:00']],
    ['08:00 and 17:00', ['08:00', '17:00']],
    ['17:00, 8:00', ['08:00', '17:00']],
    ['8am 5pm', ['08:00', '17:00']],
    ['noon & 18.30', ['12:00', '18:30']],
    ['8 Uhr und 17 Uhr', ['08:00', '17:00']],
    ['8, 08:00', ['08:00']],
  ])('%s', (typed, expected) => {
    expect(parseTimes(typed)).toEqual(expected);
  });

  test.each([
    ['25:00', '"25:00" is not a time of day'],
    ['8:75', '"8:75" is not a time of day'],
    ['13pm', '"13pm" is not a time of day'],
    ['soon', '"soon" is not a time of day'],
    ['', 'No time given'],
  ])('refuses %s with what to write', (typed, message) => {
    expect(() => parseTimes(typed)).toThrow(message);
  });
});

describe('days as people write them', () => {
  test.each([
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['every day', [1, 2, 3, 4, 5, 6, 7]],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['Weekends', [6, 7]],
    ['mon, wed and friday', [1, 3, 5]],
    ['sundays', [7]],
    ['tue tue', [2]],
  ])('%s', (typed, expected) => {
    expect(parseDays(typed)).toEqual(expected);
  });

  test('refuses what is no day and names the choices', () => {
    expect(() => parseDays('daly')).toThrow('Unknown day "daly"; use daily, weekdays, weekends');
  });
});

describe('zones by name or city', () => {
  test.each([
    ['Asia/Seoul', 'Asia/Seoul'],
    ['seoul', 'Asia/Seoul'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
  ])('%s', (typed, expected) => {
    expect(parseZone(typed)).toBe(expected);
  });

  test('refuses an unknown one', () => {
    expect(() => parseZone('Atlantis')).toThrow('Unknown time zone "Atlantis"');
  });
});

test('a schedule is described as people say it', () => {
  expect(describeSchedule({ days: [1, 2, 3, 4, 5], times: ['08:00', '17:00'], zone: 'America/New_York' })).toBe(
    'weekdays at 08:00 and 17:00 (New York)',
  );
  expect(describeSchedule({ days: [1, 3], times: ['08:00'], zone: 'UTC' })).toBe('Monday and Wednesday at 08:00 (UTC)');
});
