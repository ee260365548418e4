import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { type FeedForm, renderFeed } from '../../../src/cli/demo/sample-edition/feed-documents.ts';
import { readSampleEdition } from '../../../src/cli/demo/sample-edition/read-sample-edition.ts';
import {
  type SampleArticle,
  type SampleFeed,
  sampleFeeds,
  visibleArticles,
} from '../../../src/cli/demo/sample-edition/sample-article.ts';

const forms: readonly FeedForm[] = ['rdf', 'xml', 'atom'];
const now = Temporal.Instant.from('2022-07-19T20:00:00Z');
const baseUrl = 'https://news.example';
const enAll = feedBySlug('rss-en-all');

const quoted: SampleArticle = {
  id: '62400007',
  revision: 1,
  kind: 'a',
  language: 'en',
  slug: 'tom-s-m-ü',
  headline: 'Tom\'s "M&Ü" <wins>',
  kicker: { topic: 'Business' },
  lead: 'It\'s "done" & over.',
  publishedAt: Temporal.Instant.from('2022-07-04T09:05:31Z'),
  modifiedAt: Temporal.Instant.from('2022-07-04T09:05:31Z'),
  authors: [],
  feeds: ['rss-en-all'],
  category: 'News',
  pictures: [],
  blocks: [],
};

describe.each(forms)('a feed as %s', async (form) => {
  const edition = await readSampleEdition();

  it.each(sampleFeeds)('is read by rss-parser: $slug', async (feed) => {
    const articles = visibleArticles(edition, now).filter(({ feeds }) => feeds.includes(feed.slug));
    const parsed = await new Parser().parseString(renderFeed(form, { feed, articles, now, baseUrl }));
    expect(articles.length).toBeGreaterThan(0);
    expect(parsed.items.map(({ title }) => title)).toEqual(articles.map(({ headline }) => headline));
    expect(parsed.items.every(({ link }) => link?.startsWith(`${baseUrl}/${feed.language}/`))).toBe(true);
  });

  it('keeps quotes, ampersands and umlauts', async () => {
    const parsed = await new Parser().parseString(renderFeed(form, { feed: enAll, articles: [quoted], now, baseUrl }));
    expect(parsed.items[0]?.title).toBe(quoted.headline);
    expect(parsed.items[0]?.link).toContain('/en/tom-s-m-ü/a-62400007?maca=en-rss-en-all-1573-');
  });
});

describe('renderFeed', () => {
  const render = (form: FeedForm) => renderFeed(form, { feed: enAll, articles: [quoted], now, baseUrl });

  it('writes RSS 1.0 with items beside the channel, the content id and dates in whole minutes', () => {
    expect(render('rdf')).toContain('</channel>\n <image rdf:about=');
    expect(render('rdf')).toContain('<dwsyn:contentID>62400007</dwsyn:contentID>');
    expect(render('rdf')).toContain('<dc:date>2022-07-04T09:05:00Z</dc:date>');
    expect(render('rdf')).toContain('<title>Tom&apos;s &quot;M&amp;Ü&quot; &lt;wins&gt;</title>');
  });

  it('writes RSS 2.0 with the bare id as guid, a one-digit day and decimal entities', () => {
    expect(render('xml')).toContain('<guid isPermaLink="false">62400007</guid>');
    expect(render('xml')).toContain('<pubDate>Mon, 4 Jul 2022 09:05:00 GMT</pubDate>');
    expect(render('xml')).toContain('<title>Tom&#039;s &quot;M&amp;Ü&quot; &lt;wins&gt;</title>');
    expect(render('xml')).toContain('a-62400007?maca=en-rss-en-all-1573-xml-mrss</link>');
  });

  it('writes Atom with a tag id and raw text in CDATA', () => {
    expect(render('atom')).toContain('<id>tag:dw.com,2022:62400007</id>');
    expect(render('atom')).toContain('<title><![CDATA[Tom\'s "M&Ü" <wins>]]></title>');
    expect(render('atom')).toContain('a-62400007?maca=en-rss-en-all-1573-xml-atom"/>');
  });
});

function feedBySlug(slug: string): SampleFeed {
  const feed = sampleFeeds.find((each) => each.slug === slug);
  if (!feed) throw new Error(`no feed "${slug}"`);
  return feed;
}
