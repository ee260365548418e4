import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { articlesOf } from '../../src/cli/read-sources.ts';
import { type DocumentParser, parseHere } from '../../src/ingest/document-parser.ts';
import { byteLimits } from '../../src/text/limits.ts';

test.each([
  ['packed', 'bomb.jsonl.gz', () => gzipSync(Buffer.alloc(byteLimits.articleLines + 1), { level: 1 })],
  ['as they are', 'long.jsonl', () => Buffer.alloc(byteLimits.articleLines + 1)],
])('JSON Lines over their limit, %s, are refused before they fill the memory', async (_, name, bytes) => {
  const document = { name, url: `file:///${name}`, bytes: bytes(), contentType: '' };
  await expect(articlesOf(document, parseHere)).rejects.toThrow(`${name} has more than 268435456 bytes of JSON Lines`);
});

test('a feed whose bytes are handed to the parser is read again', async () => {
  const item = '<item><title>Bridge</title><link>https://www.dw.com/en/bridge/a-1</link></item>';
  const text = `<rss version="2.0"><channel><title>News</title>${item}</channel></rss>`;
  // As a file is read: a Buffer that has its memory to itself.
  const bytes = Buffer.from(new TextEncoder().encode(text).buffer);
  const taking: DocumentParser = {
    ...parseHere,
    async parseFeed(document, options) {
      const parsed = await parseHere.parseFeed(document, options);
      structuredClone(document.bytes, { transfer: [document.bytes.buffer as ArrayBuffer] });
      return parsed;
    },
  };
  const document = { name: 'feed.xml', url: 'file:///feed.xml', bytes, contentType: 'text/xml' };
  expect(await articlesOf(document, taking)).toHaveLength(1);
});
