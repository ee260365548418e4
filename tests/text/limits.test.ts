import { expect, test } from 'vitest';
import { cutTitle, lengthLimits } from '../../src/text/limits.ts';

test('a title within its limit stays as it is', () => {
  expect(cutTitle('x'.repeat(lengthLimits.title))).toBe('x'.repeat(lengthLimits.title));
});

test.each([
  ['after a word', 'harbor '.repeat(200), /^(?:harbor )+harbor…$/],
  ['anywhere where it is one word', 'x'.repeat(1_500), /^x+…$/],
  ['beside no half of a character', `${'x'.repeat(998)}${'😀'.repeat(3)}`, /^x+…$|^x+😀…$/u],
])('a longer one is cut %s, and says so within the limit', (_how, title, cut) => {
  expect(cutTitle(title)).toMatch(cut);
  expect(cutTitle(title).length).toBeLessThanOrEqual(lengthLimits.title);
  expect(cutTitle(title).isWellFormed()).toBe(true);
});
