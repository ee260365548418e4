import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FeedParseError } from '../../src/feeds/feed-error.ts';
import { parseFeed } from '../../src/feeds/parse-feed.ts';
import { countLimits, lengthLimits } from '../../src/text/limits.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/feeds/${name}`, import.meta.url), 'utf8');
const parseDw = (text: string) => parseFeed(text, { namespace: 'dw' });

describe.each([
  ['dw-rdf.xml', 'rss1'],
  ['dw-rss2.xml', 'rss2'],
  ['dw-atom.xml', 'atom'],
])('%s', (name, form) => {
  it(`is read as ${form}, with the same entries as the other forms`, async () => {
    const feed = await parseDw(fixture(name));
    expect(feed).toMatchObject({ form, title: 'Deutsche Welle', language: 'en', problems: [] });
    expect(feed.link).toBe('https://www.dw.com/english/');
    expect(feed.updatedAt?.toString()).toBe('2026-02-03T09:26:30Z');
    expect(feed.ttlMinutes).toBe(form === 'rss2' ? 10 : undefined);
    expect(JSON.parse(JSON.stringify(feed.entries))).toEqual([
      {
        id: 'dw:90000101',
        kind: 'article',
        url: 'https://www.dw.com/en/bridge-over-the-alm-reopens/a-90000101',
        title: "Bridge over the Alm reopens, 'for good'",
        lead: 'After three years of repairs, the bridge carries traffic again. The mayor calls it "a long wait."',
        publishedAt: '2026-02-03T08:09:00Z',
        categories: ['News'],
        language: 'en',
        position: 0,
      },
      {
        id: 'dw:90000102',
        kind: 'live',
        url: 'https://www.dw.com/en/storm-updates-%E2%82%AC5-million-in-damage/live-90000102',
        title: 'Storm updates: €5 million in damage',
        publishedAt: '2026-02-03T07:44:00Z',
        categories: ['World'],
        language: 'en',
        position: 1,
      },
    ]);
  });
});

it('reads a podcast as audio, its entities unescaped as often as they were escaped', async () => {
  const feed = await parseDw(fixture('dw-podcast.xml'));
  expect(feed).toMatchObject({ language: 'de', ttlMinutes: 30 });
  expect(feed.entries[0]).toMatchObject({
    id: 'dw:90000201',
    kind: 'audio',
    language: 'de',
    lead: 'Das Dorf will umziehen & bleiben.',
  });
});

const item = (id: number, more = '') =>
  `<item><guid isPermaLink="false">${id}</guid><title>Story ${id}</title><link>https://www.dw.com/en/x/a-${id}</link><pubDate>Tue, 3 Feb 2026 08:09:00 GMT</pubDate>${more}</item>`;
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Test</title>${items}</channel></rss>`;

describe('a damaged document', () => {
  it.each([
    ['blanks before the declaration', ` \n${rss(item(1) + item(2))}`],
    ['no declaration', rss(item(1) + item(2)).replace(/^<\?.*?\?>/, '')],
    ['an unbound prefix', rss(`<atom:link href="https://rss.dw.com/x" rel="self"/>${item(1)}${item(2)}`)],
    [
      'blanks around links',
      rss(item(1) + item(2))
        .replaceAll('<link>', '<link>\n ')
        .replaceAll('</link>', '\n</link>'),
    ],
    ['no version', rss(item(1) + item(2)).replace(' version="2.0"', '')],
    ['a byte order mark', `\uFEFF${rss(item(1) + item(2))}`],
  ])('with %s is read without a problem', async (_case, text) => {
    const { entries, problems } = await parseDw(text);
    expect(entries.map(({ id, url }) => [id, url])).toEqual([
      ['dw:1', 'https://www.dw.com/en/x/a-1'],
      ['dw:2', 'https://www.dw.com/en/x/a-2'],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['a bare ampersand', rss(item(1) + item(2)).replace('Story 2', 'Salt & pepper')],
    ['an item never closed', rss(item(1) + item(2)).replace('</item>', '')],
    ['its end cut off', rss(item(1) + item(2, '<description>Cut')).replace(/<\/item><\/channel>.*$/, '')],
    ['a wrong closing tag', rss(item(1) + item(2)).replace('</title><link>', '</titel><link>')],
    [
      'the Atom prefix on every element',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>tag:dw.com,2026:1</a:id><a:title>T</a:title><a:link href="https://www.dw.com/en/x/a-1"/><a:updated>2026-02-03T08:09:00Z</a:updated></a:entry><a:entry><a:id>tag:dw.com,2026:2</a:id><a:title>T</a:title><a:updated>2026-02-03T08:09:00Z</a:updated><a:link href="https://www.dw.com/en/x/a-2"/></a:entry></a:feed>',
    ],
  ])('with %s is repaired, and says so', async (_case, text) => {
    const { entries, problems } = await parseDw(text);
    expect(entries.map(({ id }) => id)).toEqual(['dw:1', 'dw:2']);
    expect(problems[0]).toMatch(/^The document was repaired: ./);
  });

  it('keeps the other entries when one has an unreadable date', async () => {
    const { entries, problems } = await parseDw(
      fixture('dw-atom.xml').replaceAll('2026-02-03T07:44:00Z', 'this morning'),
    );
    expect(entries.map(({ publishedAt }) => publishedAt?.toString())).toEqual(['2026-02-03T08:09:00Z', undefined]);
    expect(problems).toContain('dw:90000102 has no readable date.');
  });
});

describe('entries', () => {
  it('lists the first of two with one id', async () => {
    const { entries, problems } = await parseDw(rss(item(1) + item(1).replace('Story', 'Again') + item(2)));
    expect(entries.map(({ title, position }) => [title, position])).toEqual([
      ['Story 1', 0],
      ['Story 2', 1],
    ]);
    expect(problems).toEqual(['dw:1 is listed twice; the first listing counts.']);
  });

  it('leaves out what leads nowhere', async () => {
    const { entries, problems } = await parseDw(rss(`<item><title>Lost</title></item>${item(2)}`));
    expect(entries.map(({ id }) => id)).toEqual(['dw:2']);
    expect(problems).toEqual(['Item 1 has no link and was left out.']);
  });

  it.each([
    ['its guid', '<guid isPermaLink="false">urn:x:77</guid>', 'example:urn:x:77'],
    [
      'a guid that is a link',
      '<guid>https://news.example.org/77?utm_source=rss</guid>',
      'example:https://news.example.org/77',
    ],
    ['its link', '', 'example:https://news.example.org/story/77'],
  ])('of other publishers are known by %s', async (_case, guid, id) => {
    const text = rss(
      `<item><title>T</title><link>https://news.example.org/story/77?utm_source=rss</link>${guid}</item>`,
    );
    const { entries } = await parseFeed(text, { namespace: 'example', language: 'fr' });
    expect(entries[0]).toMatchObject({ id, kind: 'article', url: 'https://news.example.org/story/77', language: 'fr' });
  });

  it('may be none, which is a problem but no error', async () => {
    expect(await parseDw(rss(''))).toMatchObject({ entries: [], problems: ['The feed lists no entries.'] });
  });
});

describe('what is no feed', () => {
  it.each([
    ['html', '<!DOCTYPE html><html><body>Moved</body></html>', 'we received an HTML page instead of a feed'],
    [
      'html',
      '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
      'we received an HTML page instead of a feed',
    ],
    ['html', '<!doctype html>\n<p>Moved', 'we received an HTML page instead of a feed'],
    ['empty', ' \n ', 'the document is empty'],
    ['not-xml', '{"items":[]}', 'the document isn\'t XML; it begins with "{\\"items\\":[]}"'],
    [
      'not-xml',
      '<?xml version="1.0"?><rss version="2.0"><chan',
      "isn't well-formed, and no entry could be read: Unclosed root tag",
    ],
    [
      'not-a-feed',
      '<?xml version="1.0"?><!-- x --><svg/>',
      'the document is XML, but neither RSS nor Atom; its root is <svg>',
    ],
  ])('is refused as %s: %j', async (reason, text, message) => {
    const error = await parseDw(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FeedParseError);
    expect(error).toMatchObject({ reason, message: expect.stringContaining(message) });
    expect((error as Error).message).not.toContain('\n');
  });
});

describe('what is longer than there is a reason for', () => {
  it('is cut in title and description', async () => {
    const text = rss(
      item(1, `<description>${'word '.repeat(100_000)}</description>`).replace('Story 1', 'A'.repeat(5_000)),
    );
    const { entries } = await parseDw(text);
    expect(entries[0]?.title).toHaveLength(lengthLimits.title);
    expect(entries[0]?.lead?.length).toBeLessThanOrEqual(lengthLimits.paragraph);
  });

  it('makes no link', async () => {
    const { entries, problems } = await parseDw(
      rss(item(1).replace('/x/', `/${'x'.repeat(lengthLimits.link)}/`) + item(2)),
    );
    expect(entries.map(({ id }) => id)).toEqual(['dw:2']);
    expect(problems).toEqual(['Item 1 has a link of more than 4000 characters and was left out.']);
  });

  it('ends a list of entries, and says so', async () => {
    const many = countLimits.entries + 5;
    const { entries, problems } = await parseDw(
      rss(Array.from({ length: many }, (_, index) => item(index + 1)).join('')),
    );
    expect(entries).toHaveLength(countLimits.entries);
    expect(problems).toContain(`The feed lists ${many} entries; only the first ${countLimits.entries} are read.`);
  });
});

describe('a document made to keep a parser busy', () => {
  const described = (description: string) => rss(item(1, `<description><![CDATA[${description}]]></description>`));
  const cpuMs = async (text: string): Promise<number> => {
    const before = process.threadCpuUsage();
    await parseDw(text).catch(() => undefined);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };

  it.each([
    ['an unclosed declaration', (n: number) => `<rss version="2.0"><channel>${item(1)}<!${'a'.repeat(n)}`],
    ['a long declaration', (n: number) => rss(`${item(1)}<!${'a'.repeat(n)}>`)],
    ['a declaration in an item', (n: number) => rss(item(1, `<![${'['.repeat(n)}`))],
    ['an unclosed CDATA section', (n: number) => rss(item(1, `<![CDATA[${'<![CDATA['.repeat(n / 9)}`))],
    ['opening brackets in a description', (n: number) => described('<'.repeat(n))],
    ['half links in a description', (n: number) => described('<a href'.repeat(n / 7))],
    ['half breaks in a description', (n: number) => described('x<br'.repeat(n / 4))],
    [
      'opening brackets in the whole text',
      (n: number) => rss(item(1, `<content:encoded><![CDATA[${'<'.repeat(n)}]]></content:encoded>`)),
    ],
    ['elements nested in a description', (n: number) => rss(item(1, `<description>${nested(n / 7)}</description>`))],
    ['elements closed that are not open', (n: number) => rss(item(1, `${'<a>'.repeat(n / 7)}${'</b>'.repeat(n / 7)}`))],
    ['text behind the root element', (n: number) => `${rss(item(1))}${'a'.repeat(n)}`],
  ])('with %s costs what its length is worth', async (_case, document) => {
    await cpuMs(document(1_000));
    // 100 KB of each took from 1.6 to 20 seconds.
    expect(await cpuMs(document(100_000))).toBeLessThan(300);
  });

  it.each([
    ['declarations never closed', '<!doctype '.repeat(20_000), 'not-xml'],
    ['instructions never closed', '<?'.repeat(50_000), 'not-xml'],
  ])('with %s is refused', async (_case, text, reason) => {
    await expect(parseDw(text)).rejects.toMatchObject({ reason });
    expect(await cpuMs(text)).toBeLessThan(300);
  });

  it('with items never closed is read', async () => {
    const text = `<rss version="2.0"><channel>${Array.from({ length: 5_000 }, (_, index) => item(index + 1).replace('</item>', '')).join('')}`;
    expect((await parseDw(text)).entries).toHaveLength(5_000);
  });

  it('with 150,000 empty items is read as far as it goes', async () => {
    const { problems } = await parseDw(
      `<rss version="2.0"><channel>${'<item/>'.repeat(150_000)}<title>&</channel></rss>`,
    );
    expect(problems[0]).toContain('repaired');
  });

  it('keeps the entries before a declaration that does not belong there', async () => {
    const { entries, problems } = await parseDw(`<rss version="2.0"><channel>${item(1)}${item(2)}<!aaa`);
    expect(entries.map(({ id }) => id)).toEqual(['dw:1', 'dw:2']);
    expect(problems[0]).toBe('The document was repaired: A declaration is inside the document');
  });

  it('takes comments, CDATA sections and declarations inside of these for what they are', async () => {
    const { entries, problems } = await parseDw(
      rss(
        `<!-- <!aaa -->${item(1, '<description><![CDATA[<!doctype html><p>Rain <!-- at night --> fell.]]></description>')}`,
      ),
    );
    expect(entries[0]?.lead).toBe('Rain fell.');
    expect(problems).toEqual([]);
  });

  it('reads the words of XHTML in an Atom entry', async () => {
    const { entries } = await parseDw(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>E</title><link href="https://www.dw.com/en/x/a-1"/><content type="xhtml"><div><p>Rain fell.</p><p>Roads were closed.</p></div></content></entry></feed>',
    );
    expect(entries[0]?.lead).toBe('Rain fell. Roads were closed.');
  });
});

function nested(depth: number): string {
  return `${'<a>'.repeat(depth)}x${'</a>'.repeat(depth)}`;
}

describe('the picture of an entry', () => {
  const feedWith = (media: string) =>
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbor</title><item><title>Ferry</title>
    <link>https://news.example/ferry</link>${media}</item></channel></rss>`;
  const pictureIn = async (media: string) =>
    (await parseFeed(feedWith(media), { namespace: 'harbor' })).entries[0]?.picture;
  const content = (attributes: string, inside = '') => `<media:content ${attributes}>${inside}</media:content>`;
  const alt = '<media:description type="plain">A ferry &amp; its crew at the quay</media:description>';

  it('is the one that the feed names, with its alternative text', async () => {
    expect(await pictureIn(content('url="https://pictures.example/1.jpg" medium="image"', alt))).toEqual({
      url: 'https://pictures.example/1.jpg',
      alt: 'A ferry & its crew at the quay',
    });
  });

  it('is in the best of its sizes', async () => {
    const sizes = [140, 1_100, 4_000].map((width) =>
      content(`url="https://pictures.example/${width}.jpg" type="image/jpeg" width="${width}"`, alt),
    );
    expect((await pictureIn(sizes.join('')))?.url).toBe('https://pictures.example/1100.jpg');
  });

  it.each([
    ['without an alternative text', content('url="https://pictures.example/1.jpg" medium="image"')],
    ['that is a film', content('url="https://pictures.example/1.mp4" type="video/mp4"', alt)],
    ['of which the feed does not say what it is', content('url="https://pictures.example/1"', alt)],
    ['that is not encrypted on its way', content('url="http://pictures.example/1.jpg" medium="image"', alt)],
    ['with a script for an address', content('url="javascript:alert(1)" medium="image"', alt)],
    [
      'that is one of several',
      content('url="https://pictures.example/1.jpg" medium="image"', alt) +
        content('url="https://pictures.example/2.jpg" medium="image"', '<media:title>A map</media:title>'),
    ],
  ])('is none %s', async (_name, media) => {
    expect(await pictureIn(media)).toBeUndefined();
  });
});
