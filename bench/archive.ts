import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readActors } from '../src/actors/read-actors.ts';
import type { Article } from '../src/articles/article.ts';
import { extractPage } from '../src/articles/extract-page.ts';
import { corpusArticle } from '../src/cli/corpus-line.ts';
import { createArchiver } from '../src/ingest/archive-article.ts';
import { openDatabase } from '../src/storage/database.ts';
import { createStorage } from '../src/storage/storage.ts';

// Articles a second, on one core, from the page's bytes to the archive on disk: extraction, actors and quotes, story, storage. Every
// article of the corpus pays for extracting one of DW's stored pages, in turn, since the corpus has texts and no pages.
// Run from the project root: node bench/archive.ts. Needs the stored DW material beside the project.

const material = new URL('../../shared/dw/', import.meta.url);
if (!existsSync(material)) throw new Error(`No stored DW material at ${material.pathname}.`);
const pages = readdirSync(new URL('pages/', material))
  .filter((name) => name.endsWith('.html'))
  .map((name) => readFileSync(new URL(`pages/${name}`, material), 'utf8'));
const articles = gunzipSync(readFileSync(new URL('corpus/articles-en-2023.jsonl.gz', material)))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => corpusArticle(JSON.parse(line)))
  .toSorted((a, b) => Temporal.Instant.compare(a.publishedAt, b.publishedAt));

const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
const storage = createStorage(await openDatabase(dataDir));
const archiver = createArchiver({ storage });
const warmUps = 50;
const spent = { extraction: 0, actors: 0, whole: 0, wall: 0 };
try {
  for (const [index, article] of articles.entries()) {
    const step = await measureOne(article, pages[index % pages.length] ?? '');
    if (index < warmUps) continue;
    for (const name of Object.keys(spent) as (keyof typeof spent)[]) spent[name] += step[name];
  }
} finally {
  await storage.close();
  rmSync(dataDir, { recursive: true });
}
const counted = articles.length - warmUps;
console.table({
  'articles a CPU second': (1_000 * counted) / spent.whole,
  'articles a second': (1_000 * counted) / spent.wall,
  'CPU ms an article': spent.whole / counted,
  'of it extraction': spent.extraction / counted,
  'of it actors and quotes': spent.actors / counted,
  'of it story and storage': (spent.whole - spent.extraction - spent.actors) / counted,
});

/** The archiver reads the actors too; that they are read once more, to be measured alone, is not counted. */
async function measureOne(article: Article, page: string): Promise<typeof spent> {
  const actors = await cpuMs(() => readActors(article));
  const begun = performance.now();
  const extraction = await cpuMs(() => extractPage(page, article.url));
  const archiving = await cpuMs(() => archiver.archive(article, { archivedAt: article.publishedAt, isSeed: false }));
  return { extraction, actors, whole: extraction + archiving, wall: performance.now() - begun };
}

async function cpuMs(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}
