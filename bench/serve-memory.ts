import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { usageOf } from './lib/process-usage.ts';
import { startServe } from './lib/serve-process.ts';

// The memory of `npm start` under load: four feeds on loopback with a new page each every 40 seconds, and a question every 50. Pages have the texts
// of the file, `{ title, text }` a line. Run from the project root: node bench/serve-memory.ts ARTICLES.jsonl.gz [--minutes 20]

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '20' } },
});
const [file] = positionals;
if (file === undefined)
  throw new Error('Name a file of articles, such as ../shared/dw/corpus/articles-en-2023.jsonl.gz.');
const articles = gunzipSync(readFileSync(file))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly title: string; readonly text: string });

const [feeds, newPageMs, sampleMs, samplesPerQuestion] = [[1, 2, 3, 4], 40_000, 10_000, 5] as const;
const questions = [
  '/who Olaf Scholz',
  '/brief everything',
  '/ask what did the court decide',
  '/background Ukraine',
  '/search climate',
];
const startedAt = Date.now();
/** Pages of DW have some 150 KB, most of it no text. */
const rest = `<script>${'var x = 1;'.repeat(14_000)}</script>`;

const site = createServer((request, response) => {
  const [, kind, feed = '1', number = '0'] = /^\/(feed|page)\/(\d)(?:-(\d+))?/u.exec(request.url ?? '') ?? [];
  if (kind === 'feed') response.setHeader('content-type', 'application/rss+xml').end(feedOf(Number(feed)));
  else if (kind === 'page')
    response.setHeader('content-type', 'text/html').end(pageOf(articleOf(Number(feed), Number(number))));
  else response.writeHead(404).end();
}).listen(0, '127.0.0.1');
await once(site, 'listening');
const { port } = site.address() as AddressInfo;

const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-memory-'));
const list = feeds.map(
  (id) => `    - { id: f${id}, url: "http://127.0.0.1:${port}/feed/${id}", name: F${id}, language: en }`,
);
const settings = [
  'http: { allowPrivate: [127.0.0.1] }',
  'feeds:',
  '  everyMinutes: 5',
  '  slowestMinutes: 5',
  '  use: []',
  '  add:',
  ...list,
];
const service = await startServe({ dataDir, compileCache: join(dataDir, 'cache'), settings: settings.join('\n') });
const samples: number[] = [];
for (let at = 1; at * sampleMs <= Number(values.minutes) * 60_000; at += 1) {
  await setTimeout(sampleMs);
  samples.push(usageOf(service.pid).rssMb);
  if (at % samplesPerQuestion === 0) await ask(questions[(at / samplesPerQuestion) % questions.length] ?? '');
}
const { cpuMs, peakMb } = usageOf(service.pid);
const sorted = samples.toSorted((a, b) => a - b);
const share = (part: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
console.table({
  'median MB': share(0.5),
  'p95 MB': share(0.95),
  'peak MB': Math.round(peakMb),
  'CPU s': Math.round(cpuMs / 1_000),
});
await service.stop();
site.close();
rmSync(dataDir, { recursive: true, force: true });

async function ask(line: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: service.url };
  const body = JSON.stringify({ channelId: 'newsroom', line });
  const { status } = await fetch(`${service.url}/api/commands/run`, { method: 'POST', headers, body });
  if (status !== 200) throw new Error(`${line} was answered with ${status}.`);
}

function articleOf(feed: number, number: number) {
  const { title = '', text = '' } = articles[(feed * 100 + number) % articles.length] ?? {};
  return { title, text };
}

function feedOf(feed: number): string {
  const newest = 20 + Math.floor((Date.now() - startedAt) / newPageMs);
  const items = Array.from({ length: Math.min(newest, 60) }, (_, index) => newest - index).map((number) => {
    const published = new Date(startedAt + (number - 20) * newPageMs).toUTCString();
    const link = `http://127.0.0.1:${port}/page/${feed}-${number}`;
    return `<item><title>${escaped(articleOf(feed, number).title)}</title><link>${link}</link><guid>${link}</guid><pubDate>${published}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>F${feed}</title>${items.join('')}</channel></rss>`;
}

function pageOf({ title, text }: { readonly title: string; readonly text: string }): string {
  const paragraphs = text.split(/\n+/u).map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  return `<html lang="en"><head><title>${escaped(title)}</title>${rest}</head><body><article><h1>${escaped(title)}</h1>${paragraphs.join('')}</article></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
