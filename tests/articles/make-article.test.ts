import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../src/articles/article.ts';
import { makeArticle } from '../../src/articles/make-article.ts';
import type { Entry } from '../../src/feeds/entry.ts';
import { countLimits, lengthLimits } from '../../src/text/limits.ts';

const at = (text: string) => Temporal.Instant.from(text);
const entry: Entry = {
  id: 'dw:90000101',
  kind: 'article',
  url: 'https://www.dw.com/en/alm-bridge/a-90000101',
  title: 'Bridge reopens',
  lead: 'Traffic flows again.',
  publishedAt: at('2026-02-03T08:09:00Z'),
  categories: ['News'],
  language: 'en',
  position: 0,
};
const page: ExtractedPage = {
  headline: 'Alm bridge reopens',
  lead: 'Traffic flows again. A dog was first.',
  blocks: [
    { kind: 'paragraph', text: 'It opened at noon. Mr. Muster cut the ribbon.' },
    { kind: 'subhead', text: 'A long wait' },
    { kind: 'item', text: 'Length: 84 meters' },
  ],
  pictures: [],
  authors: ['Anna Muster'],
  agencies: ['dpa'],
  publishedAt: at('2026-02-03T08:00:12.269Z'),
  language: 'en',
  method: 'dw-modern',
};
const given = { entry, revision: 1, fallbackLanguage: 'de', topics: ['world'] };

describe('makeArticle', () => {
  it('counts the page more than the feed', () => {
    const article = makeArticle({ ...given, page });
    expect(article).toMatchObject({
      id: 'dw:90000101',
      headline: 'Alm bridge reopens',
      lead: page.lead,
      authors: ['Anna Muster'],
      topics: ['world'],
    });
    expect(article.publishedAt.toString()).toBe('2026-02-03T08:00:12.269Z');
    expect(article).not.toHaveProperty('method');
  });

  it('numbers the sentences of lead, paragraphs and items, not those of subheads', () => {
    expect(makeArticle({ ...given, page }).sentences).toEqual([
      { index: 0, text: 'Traffic flows again.', role: 'lead', block: -1 },
      { index: 1, text: 'A dog was first.', role: 'lead', block: -1 },
      { index: 2, text: 'It opened at noon.', role: 'body', block: 0 },
      { index: 3, text: 'Mr. Muster cut the ribbon.', role: 'body', block: 0 },
      { index: 4, text: 'Length: 84 meters', role: 'body', block: 2 },
    ]);
  });

  it('parts what is longer than any sentence, and ends after as many sentences as an article may have', () => {
    const words = `Names ${'Jane Doe, '.repeat(400)}and nobody else.`;
    const long = makeArticle({ ...given, page: { ...page, blocks: [{ kind: 'paragraph', text: words }] } });
    const body = long.sentences.filter(({ role }) => role === 'body').map(({ text }) => text);
    expect(Math.max(...body.map(({ length }) => length))).toBeLessThanOrEqual(lengthLimits.sentence);
    expect(body.join(' ')).toBe(words);
    const blocks = Array.from({ length: 2 * countLimits.sentences }, () => ({
      kind: 'paragraph' as const,
      text: 'He said so.',
    }));
    expect(makeArticle({ ...given, page: { ...page, blocks } }).sentences).toHaveLength(countLimits.sentences);
  });

  it('tells a lead once that is repeated as the first paragraph', () => {
    const lead = 'It opened at noon. Mr. Muster cut the ribbon.';
    const article = makeArticle({ ...given, page: { ...page, lead } });
    expect(article.blocks.map(({ text }) => text)).toEqual(['A long wait', 'Length: 84 meters']);
    expect(article.sentences.map(({ role }) => role)).toEqual(['lead', 'lead', 'body']);
  });

  it('takes a later date of the feed for the change, unless the page names one', () => {
    const modified = (change: Partial<ExtractedPage>) =>
      makeArticle({ ...given, page: { ...page, ...change } }).modifiedAt?.toString();
    expect(modified({})).toBe('2026-02-03T08:09:00Z');
    expect(modified({ modifiedAt: at('2026-02-03T08:01:00Z') })).toBe('2026-02-03T08:01:00Z');
    expect(modified({ publishedAt: at('2026-02-03T08:09:00Z') })).toBeUndefined();
    expect(modified({ publishedAt: at('2026-02-03T00:00:00Z') })).toBeUndefined();
  });

  it('marks what the feed alone tells, and why', () => {
    expect(makeArticle({ ...given, skipped: 'robots' })).toMatchObject({ fromFeedOnly: 'robots', blocks: [] });
    expect(makeArticle({ ...given, page })).not.toHaveProperty('fromFeedOnly');
  });

  it('makes an article of the feed alone', () => {
    const article = makeArticle(given);
    expect(article).toMatchObject({
      headline: 'Bridge reopens',
      lead: 'Traffic flows again.',
      blocks: [],
      language: 'en',
    });
    expect(article.sentences).toHaveLength(1);
  });

  it('prefers the minute of the feed to the mere day of a page', () => {
    const dated = (publishedAt: string) =>
      makeArticle({ ...given, page: { ...page, publishedAt: at(publishedAt) } }).publishedAt.toString();
    expect(dated('2026-02-03T00:00:00Z')).toBe('2026-02-03T08:09:00Z');
    expect(dated('2026-02-01T00:00:00Z')).toBe('2026-02-01T00:00:00Z');
  });

  it('takes the day it was seen where there is no other, and refuses to guess one', () => {
    const { publishedAt: _, language: __, ...undated } = entry;
    const seenAt = at('2026-02-05T00:00:00Z');
    expect(makeArticle({ ...given, entry: undated, seenAt })).toMatchObject({ publishedAt: seenAt, language: 'de' });
    expect(() => makeArticle({ ...given, entry: undated })).toThrow('dw:90000101 has no date');
  });
});
