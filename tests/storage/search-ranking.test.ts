import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { createRandom } from '../fakes/random.ts';
import { openTestDatabase } from '../fakes/test-database.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const at = Temporal.Instant.from('2026-03-02T06:00:00Z');
const vocabulary = [
  'harbor',
  'strike',
  'ferry',
  'toll',
  'mayor',
  'storm',
  'vote',
  'bridge',
  'rice',
  'coal',
  'choir',
  'glacier',
];

let storage: Storage;
beforeEach(async () => {
  storage = createStorage(await openTestDatabase());
});
afterEach(() => storage.close());

interface Text {
  readonly headline: readonly string[];
  readonly body: readonly string[];
}

/** Articles of very different lengths, in which words are rare and common, once and often. */
function texts(): readonly Text[] {
  const random = createRandom(11);
  const word = () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? '';
  const words = (count: number) => Array.from({ length: count }, word);
  return Array.from({ length: 60 }, () => ({ headline: words(3), body: words(5 + Math.floor(random() * 120)) }));
}

/** https://www.sqlite.org/fts5.html#the_bm25_function, a word of the headline counting three times. */
function bm25(asked: readonly string[], text: Text, all: readonly Text[]): number {
  const count = (words: readonly string[], term: string) => words.filter((word) => word === term).length;
  const lengthOf = ({ headline, body }: Text) => headline.length + body.length;
  const average = all.reduce((sum, one) => sum + lengthOf(one), 0) / all.length;
  return asked.reduce((sum, term) => {
    const holding = all.filter(({ headline, body }) => headline.includes(term) || body.includes(term)).length;
    const rarity = Math.max(1e-6, Math.log((all.length - holding + 0.5) / (holding + 0.5)));
    const frequency = 3 * count(text.headline, term) + count(text.body, term);
    return sum + (rarity * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * lengthOf(text)) / average));
  }, 0);
}

test.each([
  ['a rare word', ['glacier'], 'any'],
  ['one of two', ['glacier', 'choir'], 'any'],
  ['all of two', ['coal', 'choir'], 'all'],
] as const)('ranks %s by BM25 on every engine', async (_name, asked, mode) => {
  const all = texts();
  for (const [index, { headline, body }] of all.entries()) {
    const paragraphs = [`${body.join(' ')}.`];
    const article = makeTestArticle({ id: `dw:${index}`, headline: headline.join(' '), paragraphs, at: at.toString() });
    await storage.articles.save(article, { archivedAt: at, isSeed: false });
  }
  const found = await storage.articles.search(asked, { mode, limit: 10 });
  const holds =
    ({ headline, body }: Text) =>
    (term: string) =>
      headline.includes(term) || body.includes(term);
  const expected = all
    .map((text, index) => ({ id: `dw:${index}`, text, score: bm25(asked, text, all) }))
    .filter(({ text }) => (mode === 'all' ? asked.every(holds(text)) : asked.some(holds(text))))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 10);
  expect(expected.length).toBeGreaterThan(3);
  for (const [index, { score }] of found.entries()) expect(score).toBeCloseTo(expected[index]?.score ?? -1, 4);
  expect(found.length).toBe(expected.length);
});

test('terms of signs that a query language knows are only terms', async () => {
  for (const term of ["'", '"', '&', "o'neil\\", 'a:*', '!b', '']) {
    expect(await storage.articles.search([term], { mode: 'any', limit: 5 })).toEqual([]);
  }
});
