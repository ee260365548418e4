import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../src/articles/article.ts';
import { extractPage } from '../../src/articles/extract-page.ts';
import { extractPlainText } from '../../src/articles/plain-text.ts';
import { lengthLimits } from '../../src/text/limits.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/pages/${name}`, import.meta.url), 'utf8');
const extract = (name: string) => extractPage(fixture(name), `file:///${name}`);
const lines = ({ blocks }: ExtractedPage) =>
  blocks.map(({ kind, text, at }) => [kind, text, ...(at ? [at.toString()] : [])]);

describe('a page in today’s layout', () => {
  const page = extract('dw-modern.html');

  it('gives its head', () => {
    expect(page).toMatchObject({
      headline: 'Alm bridge reopens after three years',
      kicker: { topic: 'Society', region: 'Austria' },
      lead: 'Traffic flows again over the Alm. The mayor calls it "a long wait."',
      authors: ['Anna Muster'],
      place: 'Grünau',
      agencies: ['AP', 'dpa'],
      language: 'en',
      canonicalUrl: 'https://www.dw.com/en/alm-bridge-reopens/a-90000101',
      method: 'dw-modern',
    });
  });

  it('gives its text without boxes, players, pointers, editors and agencies', () => {
    expect(lines(page)).toEqual([
      [
        'paragraph',
        'The bridge over the Alm opened at noon, three years after a flood had carried off two of its pillars.',
      ],
      ['subhead', 'A long wait'],
      ['paragraph', '"We counted the days," said Mayor Berta Beispiel.'],
      ['item', 'Length: 84 meters'],
      ['item', 'Cost: 12 million euros'],
    ]);
  });

  it('parts captions from credits and fills in the size of a picture', () => {
    expect(page.pictures).toEqual([
      {
        url: 'https://static.dw.com/image/90000110_6.jpg',
        caption: 'The bridge on its first day',
        credit: 'A. Muster/dpa',
      },
      { url: 'https://static.dw.com/image/90000111_6.jpg', caption: 'One of the old pillars', credit: 'B. Beispiel' },
    ]);
  });
});

it('trusts the data of a page more than what it shows', () => {
  const page = extract('dw-modern-data.html');
  expect(page).toMatchObject({
    headline: 'Brücke über die Alm ist offen',
    authors: ['Anna Muster'],
    agencies: ['dpa', 'afp'],
    section: 'Gesellschaft',
    method: 'page-data',
    pictures: [{ url: 'https://static.dw.com/image/90000310_6.jpg' }],
  });
  expect(page.publishedAt?.toString()).toBe('2026-02-03T08:09:12.269Z');
  expect(page.modifiedAt?.toString()).toBe('2026-02-03T09:13:51.283Z');
  expect(lines(page)).toEqual([
    ['paragraph', 'Die Brücke wurde am Mittag geöffnet.'],
    ['subhead', 'Das lange Warten'],
    ['paragraph', 'Bürgermeisterin Berta Beispiel zählte die Tage.'],
  ]);
});

it('falls back to what the page shows where its data is broken', () => {
  const html = fixture('dw-modern-data.html')
    .replace('{"ROOT_QUERY"', '{ROOT_QUERY')
    .replace('"@type":"NewsArticle"', '"@type":NewsArticle');
  const page = extractPage(html, 'file:///x.html');
  expect(page).toMatchObject({
    method: 'dw-modern',
    authors: ['Anna Muster', 'Carl Probe'],
    headline: 'Brücke über die Alm ist offen',
  });
  expect(lines(page)).toEqual([['paragraph', 'Was hier steht, ist älter als die Daten der Seite.']]);
});

it('dates the posts of a live blog, by the day where it says no more', () => {
  expect(lines(extract('dw-live.html'))).toEqual([
    ['subhead', 'Trains stand still', '2026-02-03T10:30:00Z'],
    ['paragraph', 'No train runs north of the river.', '2026-02-03T10:30:00Z'],
    ['subhead', 'Schools closed', '2026-02-02T00:00:00Z'],
    ['paragraph', 'Schools stay closed on Tuesday.', '2026-02-02T00:00:00Z'],
  ]);
});

it('reads a live blog from JSON-LD where nothing is shown', () => {
  const posts = [
    { headline: 'Trains stand still', articleBody: 'No train runs.', datePublished: '2026-02-03T10:30:00Z' },
  ];
  const data = JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'Storm', liveBlogUpdate: posts });
  const page = extractPage(
    `<html><script type="application/ld+json">${data}</script><body></body></html>`,
    'https://www.dw.com/en/x/live-1',
  );
  expect(lines(page)).toEqual([
    ['subhead', 'Trains stand still', '2026-02-03T10:30:00Z'],
    ['paragraph', 'No train runs.', '2026-02-03T10:30:00Z'],
  ]);
});

it('gives the captions of a gallery as pictures, and no text', () => {
  const page = extract('dw-gallery.html');
  expect(page.blocks).toEqual([]);
  expect(page.pictures).toEqual([
    { url: 'https://static.dw.com/image/90000121_6.jpg', caption: 'The spring lies high.', credit: 'A. Muster' },
    { url: 'https://static.dw.com/image/90000122_6.jpg', caption: 'The lake in May', credit: 'A. Muster' },
  ]);
});

it('reads the layout before 2023', () => {
  const page = extract('dw-classic.html');
  expect(page).toMatchObject({
    headline: 'Die Brücke von Grünau steht wieder',
    kicker: { topic: 'Kultur' },
    lead: 'Nach drei Jahren rollt der Verkehr.',
    authors: ['Anna Muster', 'Carl Probe'],
    agencies: ['dpa', 'afp'],
    section: 'Kultur',
    language: 'de',
    method: 'dw-classic',
    pictures: [
      { url: 'https://static.dw.com/image/90000410_6.jpg', caption: 'Die Brücke am ersten Tag' },
      { url: 'https://static.dw.com/image/90000411_6.jpg', caption: 'Ein alter Pfeiler' },
    ],
  });
  expect(page.publishedAt?.toString()).toBe('2020-01-19T00:00:00Z');
  expect(lines(page)).toEqual([
    ['paragraph', 'Die Brücke wurde am Mittag geöffnet.'],
    ['subhead', 'Das lange Warten'],
    ['paragraph', 'Bürgermeisterin Berta Beispiel zählte die Tage.'],
  ]);
});

it('reads other publishers without what stands around their text', () => {
  const page = extract('other-publisher.html');
  expect(page).toMatchObject({
    headline: 'River town opens its bridge',
    authors: ['Dora Demo'],
    section: 'Regions',
    language: 'en-GB',
    method: 'readability',
  });
  expect(page.publishedAt?.toString()).toBe('2026-02-03T11:00:00Z');
  expect(lines(page).map(([kind, text]) => [kind, text?.slice(0, 20)])).toEqual([
    ['paragraph', 'The new bridge of th'],
    ['paragraph', 'The mayor thanked th'],
    ['subhead', 'What it cost'],
    ['paragraph', 'The town paid a thir'],
  ]);
});

it.each(['', '<html>', 'not a page at all', '<html><body></body></html>'])('finds nothing in %j', (html) => {
  expect(extractPage(html, 'https://example.org/').blocks.length).toBeLessThanOrEqual(1);
});

describe('a page that names no title', () => {
  const body = '<p>The bridge over the Alm opened at noon, three years after the flood that had closed it.</p>'.repeat(
    8,
  );

  it('is headed by the heading of its article', () => {
    const page = extractPage(
      `<html><body><h1>Valley Post</h1><main><h1>Bridge reopens</h1>${body}<h2>A long wait</h2>${body}</main></body></html>`,
      'https://example.org/bridge',
    );
    expect(page.headline).toBe('Bridge reopens');
    expect(page.blocks.map(({ text }) => text)).not.toContain('Bridge reopens');
    expect(page.blocks).toContainEqual({ kind: 'subhead', text: 'A long wait' });
  });

  it('is headed by the only heading there is', () => {
    const page = extractPage(
      `<html><body><h1>Bridge reopens</h1><div>${body}</div></body></html>`,
      'https://example.org/',
    );
    expect(page.headline).toBe('Bridge reopens');
  });
});

it('gives the articles that text and topic boxes link to, not topic pages, top stories or itself', () => {
  const link = (path: string, text: string) => `<a href="/en/${path}">${text}</a>`;
  const page = extractPage(
    `<html lang="en"><head><link rel="canonical" href="https://www.dw.com/en/bridge/a-90000101"></head><body><article>
      <header><h1>Bridge reopens</h1></header><div class="rich-text"><p>After ${link('flood/a-90000102?maca=en-x', 'the flood')} in
      ${link('austria/t-19000', 'Austria')}, ${link('bridge/a-90000101', 'it')} opened.</p></div></article>
      <section id="more-on-topic">${link('pictures/g-90000103', '<img>')}${link('pictures/g-90000103', '<h3>In pictures</h3>')}</section>
      <section id="top-story-1">${link('other/a-90000104', 'Something else')}</section></body></html>`,
    'https://www.dw.com/en/bridge/a-90000101',
  );
  expect(page.related).toEqual([
    { url: 'https://www.dw.com/en/flood/a-90000102', title: 'the flood' },
    { url: 'https://www.dw.com/en/pictures/g-90000103', title: 'In pictures' },
  ]);
});

it.each([
  ['lists', (deep: number) => `${'['.repeat(deep)}${']'.repeat(deep)}`],
  ['graphs', (deep: number) => `${'{"@graph":'.repeat(deep)}1${'}'.repeat(deep)}`],
])('says so where JSON-LD is nested 50,000 deep in %s', (_case, nested) => {
  const html = `<html><script type="application/ld+json">${nested(50_000)}</script><body><p>Rain fell.</p></body></html>`;
  expect(() => extractPage(html, 'https://www.dw.com/en/x/a-1')).toThrow('it is nested too deeply to be read');
});

describe('what is longer than there is a reason for', () => {
  const page = (title: string, body: string) =>
    `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
  const sentence = 'The river rose by two meters in a single night. ';

  it('is cut in a title', () => {
    const { headline } = extractPage(
      page('A'.repeat(50_000), `<p>${sentence.repeat(20)}</p>`),
      'https://news.example/1',
    );
    expect(headline).toHaveLength(lengthLimits.title);
  });

  it('is parted in a paragraph, and nothing of it is lost', () => {
    const words = sentence.repeat(2_000).trim();
    const { blocks } = extractPage(page('The river', `<p>${words}</p>`), 'https://news.example/1');
    expect(Math.max(...blocks.map(({ text }) => text.length))).toBeLessThanOrEqual(lengthLimits.paragraph);
    expect(blocks.map(({ text }) => text).join(' ')).toBe(words);
    expect(
      extractPlainText(`The river\n\n${words}`)
        .blocks.map(({ text }) => text)
        .join(' '),
    ).toBe(words);
  });

  it('ends the text of a page', () => {
    const { blocks } = extractPage(
      page('The river', `<p>${sentence.repeat(100)}</p>`.repeat(500)),
      'https://news.example/1',
    );
    const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
    expect(length).toBeGreaterThan(lengthLimits.body - lengthLimits.paragraph);
    expect(length).toBeLessThan(lengthLimits.body + lengthLimits.paragraph);
  });
});
