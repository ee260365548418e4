import { expect, test } from 'vitest';
import { wordingFor } from '../../src/wording/wording-for.ts';

test('speaks the first of the wanted languages that it knows', () => {
  expect(wordingFor('de').locale).toBe('de-DE');
  expect(wordingFor('de_AT').locale).toBe('de-DE');
  expect(wordingFor(undefined, 'ko', 'de-CH').locale).toBe('de-DE');
});

test('speaks English where it knows none', () => {
  expect(wordingFor().locale).toBe('en-GB');
  expect(wordingFor('ko', '', 'toString').locale).toBe('en-GB');
});
