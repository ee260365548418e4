import { readFileSync } from 'node:fs';
import { Locale } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listLanguages } from '../../src/cli/verbs/languages.ts';
import { en } from '../../src/wording/en/index.ts';
import { messageProblem } from '../../src/wording/load-catalog.ts';
import { pluralForms } from '../../src/wording/message.ts';
import { catalogOf, languages, loadLanguage } from '../../src/wording/wording-for.ts';
import { entriesOf, isCounted, textOf } from './entries.ts';
import { allowedPairs, sameAsEnglish } from './same-as-english.ts';

const english = entriesOf(en);
const others = languages.filter((code) => code !== 'en');

/** By language: words to use, each with those it is used instead of. */
const glossary = parse(readFileSync('tests/wording/glossary.yaml', 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
>;
/** What people may type is theirs to choose. */
const isTyped = (path: string): boolean => path.startsWith('commands.names.') || path === 'chat.helpWords';

/** Stand between words, and so have blanks at their ends. */
const separators = ['colon', 'comma', 'semicolon'];

test('English has words to compare with', () => {
  expect(english.size).toBeGreaterThan(80);
});

test.each(allowedPairs)('%s may read as in English in %s, and does', (path, code) => {
  const entry = entriesOf(catalogOf(code)).get(path);
  expect(entry && textOf(entry)).toBe(textOf(english.get(path) ?? ''));
});

test('each language is listed with what it lacks', () => {
  const lines = listLanguages().split('\n');
  expect(lines[0]).toBe('en  English: the source of the others');
  for (const code of others) {
    const { missing, head } = loadLanguage(code);
    const line = lines.find((text) => text.startsWith(`${code}  `)) ?? '';
    expect(line).toContain(missing.length === 0 ? 'complete' : `${missing.length} entries`);
    expect(line.includes('draft')).toBe(head.draft);
  }
  expect(lines.filter((line) => line.includes('wrong:'))).toEqual([]);
});

test('docs/languages.md names the languages that are drafts, and no others', () => {
  const named = /so they are drafts: (.+?)\.\n\n/su.exec(readFileSync('docs/languages.md', 'utf8'))?.[1] ?? '';
  const codes = [...named.matchAll(/`(\w+)`/gu)].map(([, code]) => code);
  expect(codes.toSorted()).toEqual(others.filter((code) => loadLanguage(code).head.draft));
});

describe.each(others)('%s', (code) => {
  const { catalog, head, problems, missing } = loadLanguage(code);
  const lacking = new Set(missing);
  /** The entries that its file has. */
  const entries = [...entriesOf(catalog)].filter(([path]) => !lacking.has(path));

  test('has no entry that is not one of ours', () => {
    expect(problems).toEqual([]);
  });

  test('names locales that Discord has', () => {
    for (const locale of head.discord) expect(Object.values<string>(Locale)).toContain(locale);
  });

  test('says everything that English says: the same arguments, each of them, as MessageFormat', () => {
    for (const [path, entry] of entries)
      if (typeof entry === 'function') expect(messageProblem(entry, entry.text), path).toBeUndefined();
  });

  test('leaves nothing in English but what reads the same', () => {
    const left = entries.filter(([path, entry]) => textOf(entry) === textOf(english.get(path) ?? ''));
    expect(left.map(([path]) => path).filter((path) => !sameAsEnglish(path, code))).toEqual([]);
  });

  test('counts with every form that its language has, and counts where English does', () => {
    const wanted = pluralCategories(catalog.locale);
    for (const [path, entry] of entries) {
      expect(isCounted(entry), path).toBe(isCounted(english.get(path) ?? ''));
      if (typeof entry !== 'function' || !isCounted(entry)) continue;
      const forms = pluralForms(entry);
      expect(Object.keys(forms), path).toEqual(expect.arrayContaining(wanted));
      expect(forms.other, path).toContain('#');
    }
  });

  test('names commands as they are typed, wherever English does', () => {
    const commandsIn = (text: string) => [...new Set(text.match(/(?<![\p{L}}/])\/[a-z]+/gu))].toSorted();
    for (const [path, entry] of entries)
      expect(commandsIn(textOf(entry)), path).toEqual(commandsIn(textOf(english.get(path) ?? '')));
  });

  test.skipIf(catalog.dir === 'ltr')(
    'keeps the slash of a command before its name, where words run the other way',
    () => {
      for (const [path, entry] of entries)
        expect(textOf(entry), path).not.toMatch(/(?<![\p{L}\p{N}\u200E<:/.])\/[a-z]{2,}/u);
    },
  );

  test('uses one word for one thing, as the glossary has it', () => {
    for (const [wanted, others] of Object.entries(glossary[code] ?? {})) {
      const words = others.map((word) => word.replaceAll('*', String.raw`[\p{L}]*`));
      const other = new RegExp(String.raw`(?<!\p{L})(?:${words.join('|')})(?!\p{L})`, 'iu');
      const found = entries.filter(([path, entry]) => !isTyped(path) && other.test(textOf(entry)));
      expect(
        found.map(([path]) => path),
        `use "${wanted}"`,
      ).toEqual([]);
    }
  });

  test('mixes no alphabets within a word, and takes no letters of its neighbor', () => {
    const foreign = { ru: /[іїєґ]/iu, uk: /[ыэёъ]/iu }[code];
    for (const [path, entry] of entries) {
      const text = textOf(entry);
      expect(text, path).not.toMatch(/\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u);
      if (foreign) expect(text, path).not.toMatch(foreign);
      if (['fr', 'uk'].includes(code)) expect(text, path).not.toMatch(/\p{L}'\p{L}/u);
    }
  });

  test('is tidy: no double blank, none at an end', () => {
    for (const [path, entry] of entries) {
      const text = textOf(entry);
      if (text === textOf(english.get(path) ?? '')) continue;
      if (!separators.includes(path)) expect(text.trim(), path).toBe(text);
      expect(text, path).not.toMatch(/ {2}| [.,;](?:\s|$)/u);
    }
  });

  test('quotes with its own marks, and breaks no line before them in French', () => {
    for (const [path, entry] of entries) {
      const text = textOf(entry);
      if (text !== textOf(english.get(path) ?? '')) expect(text, path).not.toMatch(/"|\p{L}'\p{L}/u);
      if (code === 'fr' && !separators.includes(path)) expect(text, path).not.toMatch(/ [:;?!»](?:\s|$)|« /u);
    }
  });
});

/** The categories that whole numbers up to two hundred take. */
function pluralCategories(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))];
}
