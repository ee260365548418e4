import { describe, expect, test } from 'vitest';
import { parseTimes } from '../../src/subscriptions/parse-times.ts';
import { parseDays, parseWhen } from '../../src/subscriptions/parse-when.ts';

const daily = [1, 2, 3, 4, 5, 6, 7];
const weekdays = [1, 2, 3, 4, 5];

describe('times as people write them', () => {
  test.each([
    ['8', ['08:00']],
    ['8am', ['08:00']],
    ['8 a.m.', ['08:00']],
    ['12am', ['00:00']],
    ['12 pm', ['12:00']],
    ['8h30', ['08:30']],
    ['08:00 and 17:00', ['08:00', '17:00']],
    ['17:00, 8:00', ['08:00', '17:00']],
    ['8am 5pm', ['08:00', '17:00']],
    ['8 12 17', ['08:00', '12:00', '17:00']],
    ['noon & 18.30', ['12:00', '18:30']],
    ['midnight and noon', ['00:00', '12:00']],
    ['8 Uhr und 17 Uhr', ['08:00', '17:00']],
    ['8 Uhr 30', ['08:30']],
    ['8 Uhr 17 Uhr', ['08:00', '17:00']],
    ['8, 08:00', ['08:00']],
    ['7h und 18h', ['07:00', '18:00']],
    ['0815', ['08:15']],
    ["eight o'clock", ['08:00']],
    ['um acht', ['08:00']],
    ['half past eight', ['08:30']],
    ['halb neun', ['08:30']],
    ['halb eins', ['12:30']],
    ['quarter past eight', ['08:15']],
    ['a quarter to nine', ['08:45']],
    ['viertel nach acht', ['08:15']],
    ['viertel vor eins', ['12:45']],
    ['dreiviertel neun', ['08:45']],
    ['8 Uhr morgens', ['08:00']],
    ['8:30 in the morning', ['08:30']],
    ['abends um 8', ['20:00']],
    ['20 Uhr abends', ['20:00']],
    ['8 morgens und 8 abends', ['08:00', '20:00']],
    ['morgens um 7 und abends um 7:30', ['07:00', '19:30']],
    ['11 at night, 2 nachts', ['02:00', '23:00']],
    ['every morning at 9', ['09:00']],
    ['quarter past six in the evening', ['18:15']],
  ])('%s', (typed, expected) => {
    expect(parseTimes(typed)).toEqual(expected);
  });

  test.each([
    ['25:00', '"25:00" isn\'t a time of day'],
    ['8:75', '"8:75" isn\'t a time of day'],
    ['13pm', '"13pm" isn\'t a time of day'],
    ['soon', '"soon" isn\'t a time of day'],
    ['8 bis 17 Uhr', '"8 bis" isn\'t a time of day'],
    ['8   Uhr  MEZ', '"8 mez" isn\'t a time of day'],
    ['25 o clock', '"25 o clock" isn\'t a time of day'],
    ['8 and 25 Uhr', '"25 Uhr" isn\'t a time of day'],
    ['morgens und abends', '"morgens" isn\'t a time of day'],
    ['x'.repeat(2_000), `"${'x'.repeat(60)}…" isn't a time of day`],
    ['', 'No time given'],
    ['0,1,2,3,4,5,6,7,8,9,10,11,12', '13 times a day is too many. Use at most 12'],
  ])('refuses %s with what to write', (typed, message) => {
    expect(() => parseTimes(typed)).toThrow(message);
  });
});

describe('days as people write them', () => {
  test.each([
    ['daily', daily],
    ['every day', daily],
    ['weekdays', weekdays],
    ['Weekends', [6, 7]],
    ['Mon-Fri', weekdays],
    ['monday to friday', weekdays],
    ['fri-mon', [1, 5, 6, 7]],
    ['mon, wed and friday', [1, 3, 5]],
    ['on sundays', [7]],
    ['Mo, Mi und Fr', [1, 3, 5]],
    ['tue tue', [2]],
  ])('%s', (typed, expected) => {
    expect(parseDays(typed)).toEqual(expected);
  });

  test.each([
    ['daly', 'Unknown day "daly". Use daily, weekdays, weekends'],
    ['mon and noon', 'Unknown day "noon"'],
    ['', 'No day given'],
  ])('refuses "%s" and names the choices', (typed, message) => {
    expect(() => parseDays(typed)).toThrow(message);
  });
});

describe('times with the days among them', () => {
  test.each([
    ['8', { times: ['08:00'] }],
    ['weekdays at noon', { days: weekdays, times: ['12:00'] }],
    ['every day at 8', { days: daily, times: ['08:00'] }],
    ['Mon-Fri 8 and 17:00', { days: weekdays, times: ['08:00', '17:00'] }],
    ['8 and 17 on weekdays', { days: weekdays, times: ['08:00', '17:00'] }],
    ['mon, wed 8am, 5pm', { days: [1, 3], times: ['08:00', '17:00'] }],
    ['Saturday 8 am', { days: [6], times: ['08:00'] }],
    ['8 am saturday', { days: [6], times: ['08:00'] }],
    ['on Mondays at 9am and Thursdays', { days: [1, 4], times: ['09:00'] }],
    ['montags um 8 Uhr', { days: [1], times: ['08:00'] }],
    ['am Montag um 8', { days: [1], times: ['08:00'] }],
    ['täglich 7 Uhr', { days: daily, times: ['07:00'] }],
    ['every weekday at quarter past eight', { days: weekdays, times: ['08:15'] }],
    ['jeden Werktag um acht', { days: weekdays, times: ['08:00'] }],
    ['Montag bis Freitag 8 Uhr morgens', { days: weekdays, times: ['08:00'] }],
    ['weekends, ten in the morning', { days: [6, 7], times: ['10:00'] }],
    ['weekdays', { days: weekdays }],
    ['', {}],
  ])('%s', (typed, expected) => {
    expect(parseWhen(typed)).toEqual(expected);
  });

  test('and days given apart', () => {
    expect(parseWhen('8 and 17', 'weekends')).toEqual({ days: [6, 7], times: ['08:00', '17:00'] });
  });

  test.each([
    ['weekdays at noon', 'daily', 'You entered the days twice, as "weekdays at noon" and "daily". Enter them once.'],
    ['mon 8 and tue 9', '', 'different times on different days. Create a separate subscription for each'],
    ['frday at 8', '', '"frday" isn\'t a time of day'],
    ['daily at 8 except sundays', '', '"8 except" isn\'t a time of day'],
    ['mon-fri except wed 8', '', '"except" isn\'t a time of day'],
    ['🕗', '', '"🕗" isn\'t a time of day'],
  ])('refuses %s, %s', (times, days, message) => {
    expect(() => parseWhen(times, days)).toThrow(message);
  });
});
