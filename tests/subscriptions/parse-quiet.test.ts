import { describe, expect, test } from 'vitest';
import { isQuiet, parseQuiet } from '../../src/subscriptions/parse-quiet.ts';

describe('quiet hours as people write them', () => {
  test.each([
    ['22:00-07:00', { from: '22:00', until: '07:00' }],
    ['10pm to 7am', { from: '22:00', until: '07:00' }],
    ['22 – 6', { from: '22:00', until: '06:00' }],
    ['off', undefined],
    ['aus', undefined],
  ])('%s', (typed, expected) => {
    expect(parseQuiet(typed)).toEqual(expected);
  });

  test.each(['22:00', '8-8', '9-17-18', 'nightly'])('%s is refused', (typed) => {
    expect(() => parseQuiet(typed)).toThrow('are no quiet hours. Write them as 22:00-07:00, or "off".');
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
