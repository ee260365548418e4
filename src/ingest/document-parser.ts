import { createRequire } from 'node:module';
import pLimit from 'p-limit';
import type { Piscina } from 'piscina';
import type { ExtractedPage } from '../articles/article.ts';
import type { PageExtractor } from '../articles/extract-page.ts';
import type { FeedParser } from '../feeds/parse-feed.ts';
import type { RawDocument } from '../text/decode-document.ts';
import { type DocumentLimit, DocumentLimitError } from '../text/limits.ts';
import { reason } from '../wording/reason.ts';
import {
  type DocumentAnswer,
  type DocumentOrder,
  feedOf,
  pageOf,
  parseDocument,
  unpackAnswer,
} from './parse-document.ts';

const require = createRequire(import.meta.url);

/** Reads documents from outside. The bytes of a document belong to the parser from then on. */
export interface DocumentParser {
  /** Rejects with FeedParseError for what is no feed, and with DocumentLimitError for what was given up. */
  readonly parseFeed: FeedParser;
  /** Rejects with DocumentLimitError for what was given up; so does `extractPlainText`. */
  readonly extractPage: PageExtractor;
  extractPlainText(document: RawDocument): Promise<ExtractedPage>;
  /** Gives up what is being read, with the reason `documentsStopped`. */
  stop(): Promise<void>;
}

/** Why a document was not read to its end when everything was stopped: no fault of its own. */
export const documentsStopped = new Error('the service is stopping');

export interface DocumentPoolOptions {
  /** CPU time for a document; real ones take less than one second on a slow machine. */
  readonly cpuMs?: number;
  /** Heap of a thread; a page of 3 MB takes some 100. */
  readonly heapMb?: number;
  /** A thread ends after being idle for this long. */
  readonly restMs?: number;
  /** What a thread runs, for tests: a module whose default export takes an order. */
  readonly worker?: URL;
  readonly onGivenUp?: (kind: DocumentOrder['kind'], limit: DocumentLimit) => void;
}

/** One stuck document must not keep the next waiting. */
const threads = 2;
/** How often the CPU time is checked. */
const lookMs = 500;
/** Of a document's CPU time: so much time may pass where the machine is busy with other things, or nothing happens at all. */
const patience = 6;

/**
 * Reads documents in threads of their own, which start with the first document and end when there is nothing to read. A document that
 * takes too much time or memory is given up: its thread ends, the next document gets another.
 */
export function createDocumentPool(options: DocumentPoolOptions = {}): DocumentParser {
  const { cpuMs = 10_000, onGivenUp } = options;
  // Those that wait do so here, so that the time of a document begins when a thread has it.
  const limit = pLimit(threads);
  const running = new Set<AbortController>();
  let isStopped = false;
  let pool: Piscina | undefined;

  async function run(order: DocumentOrder) {
    return limit(async (): Promise<DocumentAnswer> => {
      if (isStopped) throw documentsStopped;
      pool ??= openPool(options);
      const ending = new AbortController();
      running.add(ending);
      const watch = watchCost(cpuMs, ending);
      try {
        const bytes = ownBytes(order.document.bytes);
        const packed: string = await pool.run(
          { ...order, document: { ...order.document, bytes } },
          // Its types know the other form of postMessage alone.
          { signal: ending.signal, transferList: [bytes.buffer] as never },
        );
        const answer = unpackAnswer(packed);
        if (answer.kind === 'over-limit') onGivenUp?.(order.kind, answer.limit);
        return answer;
      } catch (error) {
        const cause = ending.signal.aborted ? ending.signal.reason : explain(error, options);
        if (cause instanceof DocumentLimitError) onGivenUp?.(order.kind, cause.limit);
        throw cause;
      } finally {
        clearInterval(watch);
        running.delete(ending);
      }
    });
  }

  return {
    parseFeed: async (document, feedOptions) => feedOf(await run({ kind: 'feed', document, options: feedOptions })),
    extractPage: async (document, url) => pageOf(await run({ kind: 'page', document, url })),
    extractPlainText: async (document) => pageOf(await run({ kind: 'text', document })),
    async stop() {
      isStopped = true;
      for (const ending of running) ending.abort(documentsStopped);
      await pool?.destroy();
    },
  };
}

/**
 * The same in this thread and without limits: for documents of our own, and where nobody waits but who gave the document and may end
 * the program.
 */
export const parseHere: DocumentParser = {
  parseFeed: async (document, options) => feedOf(await parseDocument({ kind: 'feed', document, options })),
  extractPage: async (document, url) => pageOf(await parseDocument({ kind: 'page', document, url })),
  extractPlainText: async (document) => pageOf(await parseDocument({ kind: 'text', document })),
  stop: async () => undefined,
};

/** Loaded with the first document: most programs of the command line read none. */
function openPool({ heapMb = 200, restMs = 30_000, worker }: DocumentPoolOptions): Piscina {
  const piscina = require('piscina') as typeof import('piscina');
  const pool = new piscina.Piscina({
    filename: (worker ?? new URL('./document-worker.js', import.meta.url)).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: restMs,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 },

    // Waiting with Atomics would gain nothing and block the thread's own loop.
    atomics: 'disabled',
    recordTiming: false,
  });
  // What a thread says that ends after its document was given up; its document has its reason already.
  pool.on('error', () => undefined);
  return pool;
}

/** Ends a document when the other threads of this process have spent so much CPU since now, of which its own is at most all. */
function watchCost(cpuMs: number, ending: AbortController): NodeJS.Timeout {
  const before = { process: process.cpuUsage(), thread: process.threadCpuUsage(), atMs: performance.now() };
  const look = (): void => {
    const spentMs =
      millisecondsOf(process.cpuUsage(before.process)) - millisecondsOf(process.threadCpuUsage(before.thread));
    if (spentMs < cpuMs && performance.now() - before.atMs < cpuMs * patience) return;
    ending.abort(new DocumentLimitError('time', reason('tooLong', { seconds: String(cpuMs / 1_000) })));
  };
  return setInterval(look, Math.min(lookMs, cpuMs / 2)).unref();
}

function millisecondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000;
}

/** Bytes with a buffer of their own, which can be handed to another thread; small ones come out of a pool of Node's. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isOwn ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

function explain(error: unknown, { heapMb = 200 }: DocumentPoolOptions): unknown {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new DocumentLimitError('memory', reason('tooMuchMemory', { megabytes: String(heapMb) }), { cause: error });
}
