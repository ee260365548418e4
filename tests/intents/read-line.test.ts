import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config/config.ts';
import { createKnowledge } from '../../src/intents/knowledge.ts';
import type { LinePlace } from '../../src/intents/line.ts';
import { createLineReader } from '../../src/intents/read-line.ts';
import { catalogOf, languages } from '../../src/wording/wording-for.ts';

type Gold = Readonly<Record<string, unknown>> & { readonly intent: string };

const readLine = createLineReader(createKnowledge(loadConfig({}).topics));
/** A Tuesday. */
const now = Temporal.Instant.from('2026-12-01T09:00:00Z');
const read = (text: string, place: LinePlace = 'dm') => readLine({ text, place, now, zone: 'UTC' });

/** Names of several words stand without marks in the list. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/\b(actor|region):"([^"]*)"/gu, '$1:$2').toLowerCase() : value;

type Line = readonly [LinePlace, string, Gold];
const listed = (file: string) => parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as readonly Line[];
const lines = listed('lines.yaml');
/** What changes something. */
const changes = ['subscribe', 'unsubscribe', 'pause', 'resume', 'edit', 'move', 'settings'];

test.each(languages)('reads the examples that it gives in %s', (code) => {
  const examples = [...catalogOf(code).lines.canDo.matchAll(/["“„«]\s*([^"”“»]+?)\s*["”“»]/gu)].map(
    ([, line = '']) => line,
  );
  const [brief, subscribe, who, list, help, ...more] = examples.map((line) => read(line));
  expect(brief).toMatchObject({ intent: 'brief', slots: { interest: 'asia' } });
  expect(subscribe).toMatchObject({ intent: 'subscribe', slots: { interest: 'environment', times: ['08:00'] } });
  expect(['who', 'ask']).toContain(who?.intent);
  expect([list?.intent, help?.intent, more]).toEqual(['list', 'help', []]);
});

describe('what people type', () => {
  test.each(lines)('in a %s: %s', (place, text, gold) => {
    const { intent, slots, confirm = false } = read(text, place);
    const found = { ...slots, intent, confirm } as Readonly<Record<string, unknown>>;
    const { confirm: asks = false, ...wanted } = gold;
    for (const [name, value] of Object.entries({ ...wanted, confirm: asks })) {
      const right = Array.isArray(value) && name !== 'times' ? value : [value];
      expect(
        right.map((each) => (name === 'words' ? plain(each) : each)).map(plain),
        `${name} of ${JSON.stringify(found)}`,
      ).toContainEqual(plain(found[name]));
    }
  });
});

describe('what people type in their own ways', () => {
  test.each(listed('own-lines.yaml').filter(([, , gold]) => gold.safe !== true))('in a %s: %s', (place, text, gold) => {
    const { intent, slots, confirm = false } = read(text, place);
    const found: Readonly<Record<string, unknown>> = { ...slots, intent, confirm };
    for (const [name, value] of Object.entries(gold))
      expect([value].flat(), name).toEqual(expect.arrayContaining([found[name]].flat()));
  });

  test.each(listed('own-lines.yaml').filter(([, , gold]) => gold.safe === true))(
    'changes nothing unasked in a %s: %s',
    (place, text) => {
      const { intent, slots, confirm } = read(text, place);
      const isShown = intent === 'settings' && slots.setting === undefined;
      expect(!changes.includes(intent) || isShown || confirm === true).toBe(true);
    },
  );
});

test('a word near to a topic is asked about, with what was typed', () => {
  expect(read('subscribe aisa at 8')).toMatchObject({ confirm: true, near: { typed: 'aisa', topic: 'asia' } });
  expect(read('what is new in aisa').confirm).toBeUndefined();
});

test('a question that has the words of a change in it changes nothing', () => {
  for (const text of [
    'will france cancel the deal with australia?',
    'why did turkey pause the talks?',
    'how do i unsubscribe?',
    'who stopped the pipeline?',
  ])
    expect(['ask', 'help', 'background', 'why', 'who']).toContain(read(text).intent);
});

test('the capital that begins a line makes no name of its first word', () => {
  expect(read('Give me the news')).toEqual({ intent: 'brief', slots: {} });
  expect(read('Tell me about Emmanuel Macron').slots.words).toBe('Emmanuel Macron');
});

test('an empty line asks for help, and a smile is a courtesy', () => {
  expect(read('').intent).toBe('help');
  expect(read('\u{1F44D}').intent).toBe('courtesy');
});

test('what has more words than anybody asks for anything in is no request', () => {
  expect(read('stop '.repeat(40)).intent).toBe('unsubscribe');
  expect(read('stop '.repeat(41))).toEqual({ intent: 'unclear', slots: {} });
});

test('reads a long line in little time', () => {
  const text = 'send me asia and not africa every monday at 8 '.repeat(80);
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(2_000);
});
