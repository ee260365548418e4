import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { articlesOf } from '../../src/cli/read-sources.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import { byteLimits } from '../../src/text/limits.ts';

test.each([
  ['packed', 'bomb.jsonl.gz', () => gzipSync(Buffer.alloc(byteLimits.articleLines + 1), { level: 1 })],
  ['as they are', 'long.jsonl', () => Buffer.alloc(byteLimits.articleLines + 1)],
])('JSON Lines over their limit, %s, are refused before they fill the memory', async (_, name, bytes) => {
  const document = { name, url: `file:///${name}`, bytes: bytes(), contentType: '' };
  await expect(articlesOf(document, parseHere)).rejects.toThrow(`${name} has more than 268435456 bytes of JSON Lines`);
});
