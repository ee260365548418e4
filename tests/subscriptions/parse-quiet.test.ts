import { describe, expect, test } from 'vitest';
import { isQuiet, parseQuiet } from '../../src/subscriptions/parse-quiet.ts';

describe('quiet hours as people write them', () => {
  test.each([
    ['22:00-07:00', { from: '22:00', until: '07:00' }],
    ['10pm to 7am', { from: '22:00', until: '07:00' }],
    ['22 – 6', { from: '22:00', until: '06:00' }],
    ['from 22 to 7', { from: '22:00', until: '07:00' }],
    ['between 10pm and 7am', { from: '22:00', until: '07:00' }],
    ['zwischen 22 Uhr und 7 Uhr', { from: '22:00', until: '07:00' }],
    ['von 22h bis 7h', { from: '22:00', until: '07:00' }],
    ['10 in the evening to quarter to seven', { from: '22:00', until: '06:45' }],
    ['de 22h à 7h', { from: '22:00', until: '07:00' }],
    ['entre 22:00 y 7:00', { from: '22:00', until: '07:00' }],
    ['das 22h às 7h', { from: '22:00', until: '07:00' }],
    ['с 22 до 7', { from: '22:00', until: '07:00' }],
    ['من 22 إلى 7', { from: '22:00', until: '07:00' }],
    ['从22:00到7:00', { from: '22:00', until: '07:00' }],
    ['off', undefined],
    ['aucune', undefined],
    ['немає', undefined],
    ['aus', undefined],
  ])('%s', (typed, expected) => {
    expect(parseQuiet(typed)).toEqual(expected);
  });

  test.each(['22:00', '8-8', '9-17-18', 'nightly'])('%s is refused', (typed) => {
    expect(() => parseQuiet(typed)).toThrow('isn\'t a time range. Use something like 22:00-07:00, or "off".');
  });

  test.each([
    ['22:00-07:00', '2026-01-05T21:59', false],
    ['22:00-07:00', '2026-01-05T22:00', true],
    ['22:00-07:00', '2026-01-06T03:00', true],
    ['22:00-07:00', '2026-01-06T07:00', false],
    ['12:00-14:00', '2026-01-06T13:00', true],
    ['12:00-14:00', '2026-01-06T14:00', false],
  ])('%s at %s: %s', (typed, local, expected) => {
    const quiet = parseQuiet(typed);
    const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Seoul').toInstant();
    expect(quiet && isQuiet(quiet, at, 'Asia/Seoul')).toBe(expected);
  });
});

describe('quiet hours of a night in which the clocks change', () => {
  const quiet = { from: '02:15', until: '02:45' };
  const isQuietAt = (instant: string) => isQuiet(quiet, Temporal.Instant.from(instant), 'Europe/Berlin');

  test('in spring there are none where the clock passes them over', () => {
    const minutes = Array.from(
      { length: 180 },
      (_, minute) => `2026-03-29T0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00Z`,
    );
    expect(minutes.filter(isQuietAt)).toEqual([]);
  });

  test('in autumn they come twice, as the clock shows them twice', () => {
    expect(
      ['00:14', '00:15', '00:44', '00:45', '01:14', '01:15', '01:44', '01:45'].map((at) =>
        isQuietAt(`2026-10-25T${at}:00Z`),
      ),
    ).toEqual([false, true, true, false, false, true, true, false]);
  });
});

test('in a zone that this release does not know it may be night at any time', () => {
  const noon = Temporal.Instant.from('2026-01-06T12:00:00Z');
  expect(isQuiet({ from: '22:00', until: '07:00' }, noon, 'Mars/Base')).toBe(true);
});
