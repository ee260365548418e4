import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { en } from '../../src/wording/en/index.ts';
import { loadCatalog } from '../../src/wording/load-catalog.ts';
import { entriesOf, textOf } from './entries.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wording-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function load(text: string) {
  const file = join(folder, 'xx.yaml');
  writeFileSync(file, text);
  return loadCatalog(file);
}

test('an entry that a language lacks is in English, and is listed', () => {
  const { catalog, missing, problems } = load(
    'locale: nl-NL\nanswer:\n  former: voormalig\n  which: "Welke {name}?"\n',
  );
  expect(catalog.answer.former).toBe('voormalig');
  expect(catalog.answer.which('Park')).toBe('Welke Park?');
  expect(catalog.answer.closest).toBe(en.answer.closest);
  expect(catalog.briefing.stories(2)).toBe('2 stories');
  expect(catalog.locale).toBe('nl-NL');
  expect(problems).toEqual([]);
  expect(missing).toContain('briefing.stories');
  expect(missing).not.toContain('answer.former');
  expect(missing).toHaveLength(entriesOf(en).size - 3);
});

test('plurals count as their own language does', () => {
  const { catalog } = load(
    'locale: pl-PL\nbriefing:\n  stories: "{count, plural, one {# temat} few {# tematy} many {# tematów} other {# tematu}}"\n',
  );
  expect([1, 3, 5, 1_234].map((count) => catalog.briefing.stories(count))).toEqual([
    '1 temat',
    '3 tematy',
    '5 tematów',
    '1234 tematy',
  ]);
});

test('unknown entries, groups and heads are named, and change nothing', () => {
  const { catalog, problems } = load(
    'locale: "n l"\nstatus: done\nanswer: words\nbriefing:\n  title: [1]\n  headline: x\nchat:\n  picture: 5\n',
  );
  expect(problems).toEqual([
    expect.stringMatching(/^locale: "n l" is no language tag/u),
    'answer: this is a group of entries',
    'briefing.headline: there is no such entry',
    expect.stringMatching(/^briefing\.title: write words/u),
    expect.stringMatching(/^chat\.picture: write words/u),
    'status: "done" is unknown; use draft, or leave it out',
  ]);
  for (const [path, entry] of entriesOf(catalog))
    expect(textOf(entry), path).toBe(textOf(entriesOf(en).get(path) ?? ''));
});

test.each(['{nme}?', 'Welke?', 'Welke {name', '{name, plural, one {x}}'])(
  'a message wrong in its braces is said in English, with a warning: %s',
  (text) => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const { catalog } = load(`locale: nl\nanswer:\n  which: '${text}'\n`);
    expect(warn).not.toHaveBeenCalled();
    expect(catalog.answer.which('Park')).toBe('Which Park?');
    expect(catalog.answer.which('Lee')).toBe('Which Lee?');
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('nl: answer.which: '), 'WordingWarning');
  },
);

test.each(['answer: {', '', '- a'])('a file that is no catalog is English throughout: %j', (text) => {
  const { catalog, problems, missing } = load(text);
  expect(catalog.answer.former).toBe(en.answer.former);
  expect(problems.length).toBeGreaterThan(0);
  expect(missing.length).toBeGreaterThan(500);
});
