import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages, wordingFor } from '../../src/wording/wording-for.ts';

test('speaks the first of the wanted languages that it knows', () => {
  expect(wordingFor('de').locale).toBe('de-DE');
  expect(wordingFor('de_AT').locale).toBe('de-DE');
  expect(wordingFor(undefined, 'ko', 'de-CH').locale).toBe('de-DE');
});

test('speaks English where it knows none', () => {
  expect(wordingFor().locale).toBe('en-GB');
  expect(wordingFor('ko', '', 'toString').locale).toBe('en-GB');
});

test('speaks English and every language that has a file', () => {
  const files = readdirSync('src/wording').filter((name) => name.endsWith('.yaml'));
  expect(files.length).toBeGreaterThanOrEqual(9);
  expect(languages).toEqual(['en', ...files.map((name) => name.replace('.yaml', '')).toSorted()]);
});
