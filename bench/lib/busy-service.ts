import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { parseConfig } from '../../src/config/config.ts';
import { createDocumentPool } from '../../src/ingest/document-parser.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { startSparing } from '../../src/runtime/spare-memory.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { quantile } from './cpu.ts';
import { feedsOf } from './hostile-shapes.ts';
import { articleOfPage, samplePages } from './sample-pages.ts';
import { synthesizeQuestions } from './synthetic-questions.ts';
import { watchTurns } from './watch-turns.ts';

/** What the parent orders of a busy service, a process of its own. */
export interface BusyOrder {
  readonly dataDir: string;
  readonly articles: number;
  readonly articlesPerSecond: number;
  readonly answersPerSecond: number;
  /** Articles and answers before it counts. */
  readonly warmUps: number;
  readonly seconds: number;
  /** Hostile feeds among what is read meanwhile, each through the threads for documents as the service reads them; 0: none. */
  readonly hostilePerSecond: number;
  /** At least until memory is given back, see runtime/spare-memory.ts. */
  readonly restSeconds: number;
}

export interface BusyResult {
  readonly archived: number;
  readonly answered: number;
  /** CPU that the thread spent while others waited for their turn, ms: the wait on a machine at rest. */
  readonly heldP99: number;
  readonly heldMost: number;
  /** Event loop delay as Node measures it, waits for the machine included. */
  readonly delayP99: number;
  readonly cpuShare: number;
  /** After a collection. */
  readonly heapMb: { readonly before: number; readonly after: number };
  readonly rssMb: number;
  /** Once nothing has been done for a while. */
  readonly restedRssMb: number;
}

process.once('message', (order: BusyOrder) => {
  void run(order).then((result) => process.send?.(result, () => process.disconnect?.()));
});

/** Reads pages into the archive and answers from it at once, both at a steady rate. */
async function run(order: BusyOrder): Promise<BusyResult> {
  const now = Temporal.Instant.from('2026-01-02T00:00:00Z');
  const db = await openDatabase(order.dataDir);
  const { storage, archiver, charts } = await openNewsroom({
    config: parseConfig('', 'bench'),
    db,
    clock: { now: () => now },
    log: silentLog,
  });
  const { answers } = synthesizeQuestions(storage, order.articles);
  const commands = Object.values(answers);
  const pages = await samplePages();
  const read = async (number: number): Promise<void> => {
    const page = pages[number % pages.length];
    if (!page) return;
    const article = { ...articleOfPage(page, `busy:${process.pid}-${number}`), publishedAt: now };
    // Between page and archive there is a look into the archive and at the disk, which others use.
    await setTimeout(0);
    await archiver.archive(article, { archivedAt: now, isSeed: false });
  };
  const ask = async (number: number): Promise<unknown> => commands[number % commands.length]?.(number);
  const documents = createDocumentPool();
  const attacks = (order.hostilePerSecond > 0 ? feedsOf() : []).map(({ body }) => Buffer.from(body));
  const attack = async (number: number): Promise<void> => {
    const bytes = new Uint8Array(attacks[number % attacks.length] ?? []);
    // What is no feed, or is given up, has cost what it cost.
    await documents.parseFeed({ bytes, contentType: 'text/xml' }, { namespace: 'hostile' }).catch(() => undefined);
  };
  for (let number = 0; number < order.warmUps; number++) await read(-number - 1).then(() => ask(number));
  const before = heapMb();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const turns = watchTurns();
  delay.enable();
  const begun = { wallMs: performance.now(), cpu: process.threadCpuUsage() };
  const [archived, answered] = await Promise.all([
    atRate(order.articlesPerSecond, order.seconds, read),
    atRate(order.answersPerSecond, order.seconds, ask),
    attacks.length > 0 ? atRate(order.hostilePerSecond, order.seconds, attack) : 0,
  ]);
  await documents.stop();
  delay.disable();
  const held = turns.stop();
  const cpu = process.threadCpuUsage(begun.cpu);
  const result = {
    archived,
    answered,
    heldP99: quantile(held, 0.99),
    heldMost: Math.max(...held),
    delayP99: delay.percentile(99) / 1e6,
    cpuShare: (cpu.user + cpu.system) / 1_000 / (performance.now() - begun.wallMs),
    heapMb: { before, after: heapMb() },
    rssMb: rssMb(),
  };
  const sparing = startSparing();
  await setTimeout(order.restSeconds * 1_000);
  await sparing.stop();
  const rested = { ...result, restedRssMb: rssMb() };
  await charts.stop();
  await storage.close();
  return rested;
}

/** As many as there are hosts that ingest reads side by side, or people who ask at once. */
const atOnce = 4;

/** Begins a piece of work at each beat, some at once at most; waits for the last. Gives how many were begun. */
async function atRate(perSecond: number, seconds: number, work: (number: number) => Promise<unknown>): Promise<number> {
  const running = new Set<Promise<unknown>>();
  const end = performance.now() + seconds * 1_000;
  let begun = 0;
  while (performance.now() < end) {
    if (running.size < atOnce) {
      const one = work(begun++).finally(() => running.delete(one));
      running.add(one);
    }
    await setTimeout(1_000 / perSecond);
  }
  await Promise.all(running);
  return begun;
}

function rssMb(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

function heapMb(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
