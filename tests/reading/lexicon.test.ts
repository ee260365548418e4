import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { groupsOf, isA, wordsOfKind } from '../../src/reading/lexicon.ts';

test('knows words, beginnings and endings by their kind, in their language', () => {
  expect(isA('negation', 'nobody', 'en')).toBe(true);
  expect(isA('negation', "isn't", 'en')).toBe(true);
  expect(isA('negation', 'verweigerten', 'de')).toBe(true);
  expect(isA('negation', 'verweigerten', 'en')).toBe(false);
  expect(isA('negation', 'verweigerten')).toBe(true);
  expect(isA('negation', undefined, 'en')).toBe(false);
});

test('reads a language without a lexicon as English', () => {
  expect(isA('negation', 'never', 'fr')).toBe(true);
});

test('names a group, or calls it by its first word', () => {
  expect(groupsOf('unit', 'tonnes', 'en')).toEqual(['ton']);
  expect(groupsOf('forms', 'withdrawn', 'en')).toEqual(['withdraw']);
  expect(groupsOf('forms', 'table', 'en')).toEqual([]);
});

test('every kind of the files is asked for somewhere, and no word stands twice in one group', () => {
  const code = globSync('src/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  for (const language of ['en', 'de']) {
    const text = readFileSync(`src/reading/lexicon.${language}.txt`, 'utf8');
    const lines = text.replaceAll(/\n\s+/g, ' ').split('\n');
    for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
      const kind = line.slice(0, line.indexOf(':')).split(' ')[0] as Parameters<typeof wordsOfKind>[0];
      expect(code.match(new RegExp(`'${kind}'`, 'g'))?.length, kind).toBeGreaterThan(1);
      expect(wordsOfKind(kind, language).length, kind).toBeGreaterThan(0);
      for (const group of line.slice(line.indexOf(':') + 1).split('|')) {
        const words = group.trim().split(/\s+/);
        expect(
          words.filter((word, at) => words.indexOf(word) !== at),
          line.slice(0, 60),
        ).toEqual([]);
      }
    }
  }
});
