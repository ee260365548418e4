import { Worker } from 'node:worker_threads';
import type { PageReport } from './check-pages-worker.ts';

/** Checks every page of a database file in a thread of its own, until it is done or stopped. */
export interface PageCheck {
  /** What is damaged, in SQLite's words, empty where nothing is. Rejects where the file could not be checked; never once it was stopped. */
  readonly damage: Promise<readonly string[]>;
  stop(): Promise<void>;
}

/**
 * Checks a file beside whoever works on it, with SQLite's `quick_check`, a table at a time: every page is read (some 5 s a gigabyte from
 * memory), but an index is not compared with its table. https://www.sqlite.org/pragma.html#pragma_quick_check
 */
export function startPageCheck(path: string): PageCheck {
  const { promise: damage, resolve, reject } = Promise.withResolvers<readonly string[]>();
  const worker = new Worker(new URL('./check-pages-worker.ts', import.meta.url), { workerData: path });
  worker.on('message', ({ damage: found }: PageReport) => resolve(found));
  worker.on('error', reject);
  // It keeps no process alive: what is not checked yet is checked by the next start.
  worker.unref();
  return { damage, stop: async () => void (await worker.terminate()) };
}
