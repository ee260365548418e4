import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Parser from 'rss-parser';
import { parseFeed } from '../src/feeds/parse-feed.ts';

// How much `parseFeed` adds to the parser below it: the median of bare rss-parser and of ours on the same document.
// Run from the project root: node bench/inspect-feed.ts [--json]. Needs the stored DW material beside the project.

const material = new URL('../../shared/dw/', import.meta.url);
const rounds = 60;
const warmUps = 15;

interface Measurement {
  readonly feed: string;
  readonly entries: number;
  readonly kilobytes: number;
  readonly bareMs: number;
  readonly parseFeedMs: number;
  readonly ratio: number;
}

if (!existsSync(material)) throw new Error(`No stored DW material at ${material.pathname}.`);
const measurements = [
  await measure('rss1, 2015', readFileSync(new URL('feeds/feed-zh-all-rdf-2015-03.xml', material), 'utf8')),
  await measure('atom, 2019', atomDocument(94)),
];
if (process.argv.includes('--json')) console.log(JSON.stringify(measurements));
else console.table(measurements);

/** Takes turns, so that whatever else the machine does falls on both. */
async function measure(feed: string, text: string): Promise<Measurement> {
  const parser = new Parser();
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const bareMs = await timed(() => parser.parseString(text));
    const oursMs = await timed(() => parseFeed(text, { namespace: 'dw' }));
    if (round < warmUps) continue;
    bare.push(bareMs);
    ours.push(oursMs);
  }
  const { entries } = await parseFeed(text, { namespace: 'dw' });
  const [bareMs, parseFeedMs] = [median(bare), median(ours)];
  const kilobytes = Math.round(Buffer.byteLength(text) / 1000);
  return { feed, entries: entries.length, kilobytes, bareMs, parseFeedMs, ratio: round2(parseFeedMs / bareMs) };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return round2(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

/** An Atom document in DW's form; the stored teasers are fewer than `count`, so they come round again under other ids. */
function atomDocument(count: number): string {
  const lines = gunzipSync(readFileSync(new URL('corpus/teasers-en-2019-11.jsonl.gz', material)))
    .toString()
    .trim()
    .split('\n');
  const entries = Array.from({ length: count }, (_, index) => {
    const teaser = JSON.parse(lines[index % lines.length] ?? '') as Record<
      'id' | 'url' | 'title' | 'lead' | 'publishedAt' | 'category',
      string
    >;
    const id = index < lines.length ? teaser.id : String(90_000_000 + index);
    return ` <entry>
  <id>tag:dw.com,2019:${id}</id>
  <title><![CDATA[${teaser.title}]]></title>
  <updated>${teaser.publishedAt}</updated>
  <published>${teaser.publishedAt}</published>
  <rights>2019 DW.COM, Deutsche Welle</rights>
  <link rel="alternate" hreflang="en" href="${teaser.url.replace(teaser.id, id)}?maca=en-rss-en-all-1573-xml-atom"/>
  <summary><![CDATA[${teaser.lead ?? ''}]]></summary>
  <category term="${teaser.category}"/>
 </entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
 <id>http://rss.dw.com/atom/rss-en-all</id>
 <title><![CDATA[Deutsche Welle]]></title>
 <updated>2019-11-18T12:00:00Z</updated>
${entries.join('\n')}
</feed>
`;
}
