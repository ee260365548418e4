import { describe, expect, test } from 'vitest';
import { pairName, stateCode } from '../../src/stories/name-states.ts';
import { countryNames, findCountry } from '../../src/text/countries.ts';
import { wordsOf } from '../../src/text/terms.ts';

function pairIn(text: string, language: string): string | undefined {
  const [first, second] = wordsOf(text, language);
  if (!first) throw new Error(`no word in "${text}"`);
  return pairName(first, second, language);
}

describe('states by name', () => {
  test.each([
    ['South Korea', 'en', 'KR'],
    ['Saudi Arabian', 'en', 'SA'],
    ['Saudi-arabische', 'de', undefined],
    ['Südlicher Sudan', 'de', undefined],
    ['Южной Кореей', 'ru', 'KR'],
    ['South, Korea', 'en', undefined],
    ['Prime Minister', 'en', undefined],
  ])('%s, two words in a row, is in %s %s', (text, language, code) => {
    const pair = pairIn(text, language);
    expect(pair && stateCode(pair, language)).toBe(code);
  });

  test.each(['en', 'de', 'fr', 'es', 'ru', 'pl', 'tr'])('each name of two words of %s is seen as one', (language) => {
    const names = [...countryNames(language).keys()].filter((name) => /^\p{L}+ \p{L}+$/u.test(name));
    expect(names.length).toBeGreaterThan(20);
    const unseen = names.filter((name) => wordsOf(name, language).length === 2 && pairIn(name, language) !== name);
    expect(unseen).toEqual([]);
  });

  test('what was looked up before is what the list says, for names and for words that are none', () => {
    for (const word of ['Berlin', 'German', 'US', 'us', 'berlin', 'minister', 'Berlin'])
      for (const _ of [1, 2]) expect(stateCode(word, 'en')).toBe(findCountry(word, 'en')?.code);
  });
});
