import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/wording/catalog.ts';
import { en } from '../../src/wording/en/index.ts';
import { catalogs } from '../../src/wording/wording-for.ts';
import { entriesOf, isPlural, marksOf, told } from './entries.ts';
import { allowedPairs, sameAsEnglish } from './same-as-english.ts';

const english = entriesOf(en);
const others = Object.entries(catalogs).filter(([code]) => code !== 'en');

/** Stand between words, and so have blanks at their ends. */
const separators = ['colon', 'subscription.comma'];

test('English has words to compare with', () => {
  expect(english.size).toBeGreaterThan(80);
});

test('the languages are those that are promised', () => {
  expect(Object.keys(catalogs)).toEqual(['en', 'de', 'fr', 'es', 'pt', 'tr', 'ru', 'uk', 'ar', 'zh']);
});

test.each(allowedPairs)('%s may read as in English in %s, and does', (path, code) => {
  const entry = entriesOf(catalogs[code] ?? en).get(path);
  expect(entry && told(entry)).toBe(told(english.get(path) ?? ''));
});

describe.each(others)('%s', (code: string, catalog: Catalog) => {
  const entries = entriesOf(catalog);

  test('has every entry and no other', () => {
    expect([...entries.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('tells everything that English tells: the same parameters, each of them', () => {
    for (const [path, entry] of entries) {
      const marks = marksOf(english.get(path) ?? '');
      for (const mark of marks) expect(told(entry), path).toContain(mark);
      expect(told(entry).match(/⟦\d+⟧/gu) ?? [], path).toHaveLength(
        (told(english.get(path) ?? '').match(/⟦\d+⟧/gu) ?? []).length,
      );
      expect(told(entry), path).not.toMatch(/undefined|\bNaN\b|\[object/u);
    }
  });

  test('leaves nothing in English but what reads the same', () => {
    const left = [...entries].filter(([path, entry]) => told(entry) === told(english.get(path) ?? ''));
    expect(left.map(([path]) => path).filter((path) => !sameAsEnglish(path, code))).toEqual([]);
  });

  test('counts with every form that its language has, and counts where English does', () => {
    const wanted = pluralCategories(catalog.locale);
    for (const [path, entry] of entries) {
      expect(isPlural(entry), path).toBe(isPlural(english.get(path) ?? ''));
      if (!isPlural(entry)) continue;
      expect(Object.keys(entry.forms), path).toEqual(expect.arrayContaining(wanted));
      expect(new Intl.PluralRules(entry.locale).resolvedOptions().locale.slice(0, 2), path).toBe(code);
      expect(entry.forms.other, path).toContain('#');
    }
  });

  test('names commands as they are typed, wherever English does', () => {
    const commandsIn = (text: string) => [...new Set(text.match(/(?<![\p{L}⟧/])\/[a-z]+/gu))].toSorted();
    for (const [path, entry] of entries)
      expect(commandsIn(told(entry)), path).toEqual(commandsIn(told(english.get(path) ?? '')));
  });

  test.skipIf(catalog.dir === 'ltr')(
    'keeps the slash of a command before its name, where words run the other way',
    () => {
      for (const [path, entry] of entries)
        expect(told(entry), path).not.toMatch(/(?<![\p{L}\p{N}\u200E<:/.])\/[a-z]{2,}/u);
    },
  );

  test('mixes no alphabets within a word, and takes no letters of its neighbor', () => {
    const foreign = { ru: /[іїєґ]/iu, uk: /[ыэёъ]/iu }[code];
    for (const [path, entry] of entries) {
      const text = told(entry);
      expect(text, path).not.toMatch(/\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u);
      if (foreign) expect(text, path).not.toMatch(foreign);
      if (['fr', 'uk'].includes(code)) expect(text, path).not.toMatch(/\p{L}'\p{L}/u);
    }
  });

  test('is tidy: no double blank, none at an end, no straight apostrophe for a quotation', () => {
    for (const [path, entry] of entries) {
      const text = told(entry);
      if (text === told(english.get(path) ?? '')) continue;
      if (!separators.includes(path)) expect(text.trim(), path).toBe(text);
      expect(text, path).not.toMatch(/ {2}| [.,;](?:\s|$)/u);
    }
  });
});

/** The categories that whole numbers up to two hundred take. */
function pluralCategories(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))];
}
