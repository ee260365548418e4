import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../src/feeds/parse-feed.ts';

/** Real documents, which are not ours to ship; they lie beside the project where it is developed. */
const folder = new URL('../../../shared/dw/feeds/', import.meta.url);

/** Counted in the documents; lengths are those of all titles and leads together. */
const expected: Readonly<Record<string, object>> = {
  'feed-de-podcast-topthema-rss2-2015-11.xml': {
    ...{ form: 'rss2', language: 'de', entries: 10, kinds: ['audio'] },
    ...{ first: 'dw:18746717', oldest: '2015-10-06T09:16:00Z', withoutLead: 0, titleLength: 302 },
  },
  'feed-en-all-rdf-2026-07-trimmed.xml': {
    ...{ form: 'rss1', language: 'en', entries: 2, kinds: ['article'] },
    ...{ first: 'dw:78101422', oldest: '2026-07-26T09:56:00Z', withoutLead: 0, titleLength: 108 },
  },
  'feed-en-all-rdf-2026-09-first16.xml': {
    ...{ form: 'rss1', language: 'en', entries: 16, kinds: ['article', 'live'] },
    ...{ first: 'dw:79209321', oldest: '2026-09-09T13:53:00Z', withoutLead: 0, titleLength: 850 },
  },
  'feed-en-all-rss2-2026-10-trimmed.xml': {
    ...{ form: 'rss2', language: 'en', entries: 3, kinds: ['article'] },
    ...{ first: 'dw:79534734', oldest: '2026-10-04T11:36:00Z', withoutLead: 0, titleLength: 184 },
  },
  'feed-en-cul-atom-2026-05-one-entry.xml': {
    ...{ form: 'atom', language: 'en', entries: 1, kinds: ['article'] },
    ...{ first: 'dw:77118050', oldest: '2026-05-14T14:37:00Z', withoutLead: 0, titleLength: 60 },
  },
  'feed-ru-news-rss2-2022-04-unbound-prefix.xml': {
    ...{ form: 'rss2', language: 'ru', entries: 2, kinds: ['article'] },
    ...{ first: 'dw:61509255', oldest: '2022-04-19T06:46:00Z', withoutLead: 0, titleLength: 118 },
  },
  'feed-tr-all-atom-2026-09-trimmed.xml': {
    ...{ form: 'atom', language: 'tr', entries: 3, kinds: ['article'] },
    ...{ first: 'dw:79379215', oldest: '2026-09-22T15:37:00Z', withoutLead: 0, titleLength: 169 },
  },
  'feed-zh-all-rdf-2015-03-refetch.xml': {
    ...{ form: 'rss1', language: 'zh', entries: 85, kinds: ['article'] },
    ...{ first: 'dw:18317568', oldest: '2007-02-23T11:17:00Z', withoutLead: 22, titleLength: 1251 },
  },
  'feed-zh-all-rdf-2015-03.xml': {
    ...{ form: 'rss1', language: 'zh', entries: 85, kinds: ['article'] },
    ...{ first: 'dw:18317568', oldest: '2007-02-23T11:17:00Z', withoutLead: 22, titleLength: 1251 },
  },
};

/** The content ids as the document's text has them, found without parsing it. */
function idsIn(text: string): readonly string[] {
  const patterns = [
    /<dwsyn:contentID>(\d+)</g,
    /<id>tag:dw\.com,\d+:(\d+)</g,
    /<guid[^>]*>(?:[^<]*-)?(\d{6,})\b[^<]*</g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, id]) => `dw:${id}`));
}

const title = 'stored DW feeds (skipped where ../shared/dw is absent)';
describe.skipIf(!existsSync(folder))(title, () => {
  const names = existsSync(folder) ? readdirSync(folder) : [];

  it('are all expected', () => {
    expect(names.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(names)('%s', async (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const { form, language, entries, problems } = await parseFeed(text, { namespace: 'dw' });
    const dates = entries.map(({ publishedAt }) => publishedAt?.toString() ?? '').toSorted();
    expect({
      ...{ form, language, entries: entries.length, first: entries[0]?.id, oldest: dates[0] },
      kinds: [...new Set(entries.map(({ kind }) => kind))].toSorted(),
      withoutLead: entries.filter(({ lead }) => lead === undefined).length,
      titleLength: entries.reduce((sum, entry) => sum + entry.title.length, 0),
    }).toEqual(expected[name]);
    expect(problems).toEqual([]);
    expect(entries.map(({ id }) => id)).toEqual(idsIn(text));
    for (const { url, title: headline, lead = '' } of entries) {
      expect(url).toMatch(/^https?:\/\/www\.dw\.(?:com|de)\/[\x21-\x7E]+-\d+$/);
      expect(`${headline} ${lead}`).not.toMatch(/&\w+;|<\w|\s{2}|\u200E/);
    }
  });
});
