import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Article } from '../../src/articles/article.ts';
import { extractPage } from '../../src/articles/extract-page.ts';
import { makeArticle } from '../../src/articles/make-article.ts';
import type { Entry } from '../../src/feeds/entry.ts';
import { FeedParseError } from '../../src/feeds/feed-error.ts';
import { parseFeed } from '../../src/feeds/parse-feed.ts';
import { decodeDocument } from '../../src/text/decode-document.ts';
import { damage } from './damage.ts';

export interface FuzzReport {
  readonly inputs: number;
  /** Answered with the error that is documented for what is no feed. */
  readonly refused: number;
  /** Seeds whose input threw anything else, or gave what no reader may see, and what it was. */
  readonly crashes: readonly { readonly seed: number; readonly problem: string }[];
  /** CPU time of the input that took most, the lesser of two readings, and how many times that of an input on average, which no machine's speed changes. */
  readonly slowest: { readonly seed: number; readonly cpuMs: number; readonly timesMean: number };
  readonly cpuMs: number;
  /** Of the heap after collection, from a tenth of the inputs to the end. */
  readonly heapGrowthMb: number;
}

type Read = (document: Buffer) => Promise<'read' | 'refused'>;

/** Reads that many damaged documents as a poll and an extraction would; `seed` names the first, the following count on. */
export async function runFuzz(
  documents: readonly Buffer[],
  read: Read,
  run: { inputs: number; seed: number },
): Promise<FuzzReport> {
  const crashes: { seed: number; problem: string }[] = [];
  let slowest = { seed: run.seed, cpuMs: 0 };
  let refused = 0;
  let cpuMs = 0;
  let heapBefore = 0;
  for (let index = 0; index < run.inputs; index += 1) {
    if (index === Math.floor(run.inputs / 10)) heapBefore = heapAfterCollection();
    const seed = run.seed + index;
    const input = damage(documents[index % documents.length] ?? Buffer.alloc(0), documents, seed);
    const begun = process.cpuUsage();
    try {
      if ((await read(input)) === 'refused') refused += 1;
    } catch (error) {
      crashes.push({ seed, problem: String(error instanceof Error ? (error.stack ?? error) : error).slice(0, 600) });
    }
    const { user, system } = process.cpuUsage(begun);
    const spentMs = (user + system) / 1_000;
    cpuMs += spentMs;
    if (spentMs <= slowest.cpuMs) continue;
    // The collector or the compiler may have been at work: only what is as slow again is slow.
    const again = process.cpuUsage();
    await read(input).catch(() => undefined);
    const { user: userAgain, system: systemAgain } = process.cpuUsage(again);
    const leastMs = Math.min(spentMs, (userAgain + systemAgain) / 1_000);
    if (leastMs > slowest.cpuMs) slowest = { seed, cpuMs: leastMs };
  }
  const mean = cpuMs / run.inputs;
  const heapGrowthMb = (heapAfterCollection() - heapBefore) / 1024 / 1024;
  return {
    inputs: run.inputs,
    refused,
    crashes,
    slowest: { ...slowest, timesMean: slowest.cpuMs / mean },
    cpuMs,
    heapGrowthMb,
  };
}

/** Feed document to the articles that would be kept of it. */
export const readFeed: Read = async (document) => {
  try {
    const { entries } = await parseFeed(decodeDocument(document, 'application/xml'), {
      namespace: 'dw',
      language: 'en',
    });
    for (const entry of entries) {
      check(
        /^dw:./.test(entry.id) && /^https?:/.test(entry.url),
        `an entry without identity: ${JSON.stringify(entry)}`,
      );
      checkText(makeArticle({ ...setting, entry }));
    }
    return 'read';
  } catch (error) {
    if (error instanceof FeedParseError) return 'refused';
    throw error;
  }
};

/** Page to article. There is no error for a page: what holds no text has no blocks. */
export const readPage: Read = async (document) => {
  const page = extractPage(decodeDocument(document, 'text/html'), pageEntry.url);
  checkText(makeArticle({ ...setting, entry: pageEntry, page }));
  return 'read';
};

const pageEntry: Entry = {
  id: 'dw:1',
  kind: 'article',
  url: 'https://www.dw.com/en/bridge/a-1',
  title: 'Bridge',
  categories: [],
  position: 0,
};
const setting = {
  revision: 1,
  fallbackLanguage: 'en',
  topics: [],
  seenAt: Temporal.Instant.from('2026-02-03T10:00:00Z'),
};

/** What storage and chat rely on, whatever came in. */
function checkText(article: Article): void {
  const { headline, lead = '', blocks, sentences, url } = article;
  check(headline !== '', 'no headline');
  check(URL.canParse(url), `no address: ${url}`);
  for (const text of [
    headline,
    lead,
    ...blocks.map((block) => block.text),
    ...sentences.map((sentence) => sentence.text),
  ]) {
    check(text.isWellFormed(), `half a character in ${JSON.stringify(text.slice(0, 100))}`);
    check(!unreadable.test(text), `an unreadable character in ${JSON.stringify(text.slice(0, 100))}`);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const unreadable = /[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

function check(holds: boolean, problem: string): void {
  if (!holds) throw new Error(problem);
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
