import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { needsContext } from '../../src/reading/needs-context.ts';
import { findPhrase, hasPhrase, hasPhrases } from '../../src/reading/phrases.ts';

test('finds phrases with alternatives, optional words, gaps and places', () => {
  expect(findPhrase('instruction', 'Ignore all of the previous instructions.', 'en')).toBe(
    'Ignore all of the previous instructions',
  );
  expect(hasPhrase('instruction', 'Ignore a storm of that size, and instructions help little.', 'en')).toBe(false);
  expect(hasPhrase('standing-note', 'The group is listed as a terrorist organization.', 'en')).toBe(true);
  expect(findPhrase('sums-up', 'The deal of the decade failed.', 'en')).toBeUndefined();
  expect(findPhrase('sums-up', 'The deal failed.', 'en')).toBe('The deal');
});

test('minds the beginning of a sentence, the ends of words and, where the file says so, capitals', () => {
  expect(hasPhrase('opens-with-event', 'The fatal crash of the ferry shook Estby.', 'en')).toBe(true);
  expect(hasPhrase('opens-with-event', 'Witnesses of the crash fled.', 'en')).toBe(false);
  expect(hasPhrase('names-thinker', 'Theresays Holm.', 'en')).toBe(false);
  expect(hasPhrase('generic', 'Das Unternehmen Norvik klagt.', 'de')).toBe(false);
  expect(hasPhrase('generic', 'Das Unternehmen klagt.', 'de')).toBe(true);
});

test('knows no phrases of other languages', () => {
  expect(hasPhrases('fr-FR')).toBe(false);
  expect(needsContext('Il a ensuite quitté la salle.', 'fr')).toBe(false);
});

test.each(['en', 'de'])('every line of the file for %s can be read', (language) => {
  const text = readFileSync(`src/reading/phrases.${language}.txt`, 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !/^[#\s]/u.test(line));
  const kinds = lines.map((line) => /^([a-z-]+)=?: \S/u.exec(line)?.[1]);
  expect(kinds).not.toContain(undefined);
  expect(new Set(kinds).size).toBe(kinds.length);
});
