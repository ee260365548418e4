import { once } from 'node:events';
import { accessSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createDocumentPool, type DocumentPoolOptions, documentsStopped } from '../../src/ingest/document-parser.ts';
import { DocumentLimitError } from '../../src/text/limits.ts';
import { emptyFolder } from '../cli/run-cli.ts';
import { eventually } from '../fakes/eventually.ts';

const toStop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0)) await stop();
});

function openPool(options: DocumentPoolOptions = {}) {
  const pool = createDocumentPool(options);
  toStop.push(() => pool.stop());
  return pool;
}

/** What a thread does is decided by the document, so that one pool can be given good and bad ones. */
const obedient = new URL('../fakes/obedient-worker.js', import.meta.url);
const feed = (text: string) => ({ bytes: new TextEncoder().encode(text), contentType: 'application/xml' });
const html = (text: string) => ({ bytes: new TextEncoder().encode(text), contentType: 'text/html; charset=utf-8' });
const options = { namespace: 'dw' };
const good =
  '<rss version="2.0"><channel><title>T</title><item><title>Rain</title><link>https://www.dw.com/en/x/a-1</link><pubDate>Tue, 3 Feb 2026 08:09:00 GMT</pubDate></item></channel></rss>';

describe('a document pool', () => {
  it('gives feeds and pages as this thread would, instants included', async () => {
    const pool = openPool();
    const { entries } = await pool.parseFeed(feed(good), options);
    expect(entries[0]?.publishedAt).toBeInstanceOf(Temporal.Instant);
    expect(entries[0]?.publishedAt?.toString()).toBe('2026-02-03T08:09:00Z');
    const page = await pool.extractPage(
      html(
        '<html><head><meta property="article:published_time" content="2026-02-03T08:09:00Z"></head><article><h1>Rain</h1><p>It rained for three days in the north.</p></article></html>',
      ),
      'https://news.example/1',
    );
    expect(page.publishedAt).toBeInstanceOf(Temporal.Instant);
    expect(page.headline).toBe('Rain');
    const text = await pool.extractPlainText(html('Rain\n\nIt rained for three days.'));
    expect(text.blocks.map((block) => block.text)).toEqual(['It rained for three days.']);
  });

  it('says what came instead of a feed', async () => {
    const reading = openPool().parseFeed(feed('<html></html>'), options);
    await expect(reading).rejects.toMatchObject({ name: 'FeedParseError', reason: 'html' });
  });

  it('gives up what is nested too deep', async () => {
    const ld = `<script type="application/ld+json">${'['.repeat(50_000)}${']'.repeat(50_000)}</script>`;
    const reading = openPool().extractPage(html(`<html>${ld}</html>`), 'https://news.example/1');
    await expect(reading).rejects.toMatchObject({ name: 'DocumentLimitError', limit: 'depth' });
  });

  it('gives up one that hangs, reads another meanwhile, and reads the next', async () => {
    const given: string[][] = [];
    const pool = openPool({ worker: obedient, cpuMs: 1_000, onGivenUp: (...facts) => given.push(facts) });
    const stuck = pool.parseFeed(feed('hang'), options);
    const failed = expect(stuck).rejects.toMatchObject({ limit: 'time', message: expect.stringContaining('gave up') });
    expect((await pool.parseFeed(feed(good), options)).entries).toHaveLength(1);
    await failed;
    expect((await pool.parseFeed(feed(good), options)).entries).toHaveLength(1);
    expect(given).toEqual([['feed', 'time']]);
  });

  it('gives up one that takes too much memory, and reads the next', async () => {
    const given: string[][] = [];
    const pool = openPool({ worker: obedient, heapMb: 32, onGivenUp: (...facts) => given.push(facts) });
    const hungry = pool.extractPage(html('memory'), 'https://news.example/1');
    await expect(hungry).rejects.toThrow('reading it needed more than 32 MB of memory, so we gave up');
    expect((await pool.parseFeed(feed(good), options)).entries).toHaveLength(1);
    expect(given).toEqual([['page', 'memory']]);
  });

  it.each(['throw', 'exit'])('rejects with the error of a thread that does %s, and reads the next', async (what) => {
    const pool = openPool({ worker: obedient });
    const reading = pool.parseFeed(feed(what), options);
    await expect(reading).rejects.not.toBeInstanceOf(DocumentLimitError);
    expect((await pool.parseFeed(feed(good), options)).entries).toHaveLength(1);
  });

  it('stops while a thread is stuck, and says that it was stopped', async () => {
    const pool = openPool({ worker: obedient });
    const file = join(emptyFolder(), 'stuck');
    const stuck = expect(pool.parseFeed(feed(`hang ${file}`), options)).rejects.toBe(documentsStopped);
    await eventually(() => accessSync(file));
    await pool.stop();
    await stuck;
    await expect(pool.parseFeed(feed(good), options)).rejects.toBe(documentsStopped);
  });

  it('keeps the loop of this thread free while another is stuck', async () => {
    const pool = openPool({ worker: obedient, cpuMs: 1_000 });
    const server = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    toStop.push(async () => void server.close());
    const stuck = pool.parseFeed(feed('hang'), options).catch((error: unknown) => error);
    const before = process.threadCpuUsage();
    let answers = 0;
    const { port } = server.address() as AddressInfo;
    let ended: unknown;
    void stuck.then((error) => {
      ended = error;
    });
    while (ended === undefined) {
      expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe('ok');
      answers++;
    }
    const { user, system } = process.threadCpuUsage(before);
    expect(ended).toBeInstanceOf(DocumentLimitError);
    expect(answers).toBeGreaterThan(10);
    // What the answers cost, and nothing of the document.
    expect((user + system) / 1_000 / answers).toBeLessThan(20);
  });
});
