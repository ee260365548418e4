import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { articlesOf } from '../../src/cli/read-sources.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import { UserError } from '../../src/user-error.ts';

const read = (name: string, content: string | Uint8Array) =>
  articlesOf(
    {
      name,
      url: `file:///${name}`,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      contentType: '',
    },
    parseHere,
  );
const line = JSON.stringify({ id: '7', title: 'Harbor bridge closed', text: 'The bridge is closed.', language: 'en' });

describe('articlesOf', () => {
  it('unpacks JSON Lines', async () => {
    expect(await read('news.jsonl.gz', gzipSync(`${line}\n`))).toMatchObject([{ id: 'dw:7' }]);
  });

  it.each([
    ['www.dw.com', 'dw:7'],
    ['news.example', 'news.example:https://news.example/en/bridge/a-7'],
  ])('takes an entry of a feed that leads to %s for %s', async (host, id) => {
    const item = `<item><title>Bridge closed</title><link>https://${host}/en/bridge/a-7</link><description>It is closed.</description></item>`;
    const feed = `<rss version="2.0"><channel><title>News</title>${item}</channel></rss>`;
    expect(await read('feed.xml', feed)).toMatchObject([{ id }]);
  });

  it.each([
    ['www.dw.com', 'dw:7'],
    ['news.example', 'file:page.html'],
  ])('takes a page of %s for %s', async (host, id) => {
    const page = `<link rel="canonical" href="https://${host}/en/bridge/a-7"><h1>Bridge</h1><p>The bridge of Brenwick is closed.</p>`;
    expect(await read('page.html', page)).toMatchObject([{ id }]);
  });

  it('calls an article without a headline by its file', async () => {
    const lower = 'root of the matter is the bridge.\nengineers found cracks in it, and closed it.';
    expect(await read('notes/bridge.txt', lower)).toMatchObject([{ headline: expect.stringMatching(/\S/u) }]);
    expect(await read('page.html', '<p>The bridge of Brenwick is closed.</p>')).toMatchObject([
      { headline: 'page.html', sentences: [{ text: 'The bridge of Brenwick is closed.' }] },
    ]);
  });

  it.each([
    ['empty.txt', ''],
    ['empty.html', '<nav>Home</nav>'],
  ])('finds no article in %s', async (name, content) => {
    expect(await read(name, content)).toEqual([]);
  });

  it.each([
    ['news.jsonl.gz', 'not packed', 'Cannot unpack news.jsonl.gz'],
    ['news.jsonl', `${line}\n{"id":1}`, 'news.jsonl, line 2 is not an article: it needs id, title, text and language.'],
    ['cut.xml', '<rss><channel><item', "cut.xml: the feed isn't well-formed, and no entry could be read"],
    ['picture.html', new Uint8Array(500).map((_, index) => 128 + (index % 64)), 'picture.html is not text.'],
    ['program', 'ELF\0\0\0', 'program is not text.'],
  ])('refuses %s in a sentence', async (name, content, problem) => {
    const error = await read(name, content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(problem);
  });
});
