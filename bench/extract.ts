import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { extractPage } from '../src/articles/extract-page.ts';

// CPU time of extracting a page, once warm: DW's stored pages, and the pages of other publishers that `batch extract` is scored on.
// Run from the project root: node bench/extract.ts. Needs the stored material beside the project.

interface Page {
  readonly url: string;
  readonly html: string;
}

const shared = new URL('../../shared/', import.meta.url);
if (!existsSync(shared)) throw new Error(`No stored material at ${shared.pathname}.`);
const ofDw = readdirSync(new URL('dw/pages/', shared))
  .filter((name) => name.endsWith('.html'))
  .map((name): Page => ({ url: `file:///${name}`, html: readFileSync(new URL(`dw/pages/${name}`, shared), 'utf8') }));
const ofOthers = gunzipSync(readFileSync(new URL('bench/extract-dev.jsonl.gz', shared)))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Page => JSON.parse(line));

console.table({ 'DW, 8 pages': measure(ofDw, 12), 'others, 60 pages': measure(ofOthers, 2) });

/** The first round warms up and does not count. */
function measure(pages: readonly Page[], rounds: number) {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const { html, url } of pages) {
      const begun = process.cpuUsage();
      extractPage(html, url);
      const { user, system } = process.cpuUsage(begun);
      if (round > 0) times.push((user + system) / 1_000);
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(1);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return { 'mean, ms': mean.toFixed(1), 'median, ms': at(0.5), 'p95, ms': at(0.95), 'slowest, ms': at(1) };
}
