import type { Feed } from '../../src/feeds/entry.ts';
import { FakeClock } from '../../tests/fakes/fake-clock.ts';
import { auditArchive } from './audit-archive.ts';
import { nextMinute } from './next-minute.ts';
import { openService, type Service, type TimedOut } from './open-service.ts';
import { type ArchivedArticle, readArchived } from './read-archived.ts';

/** What the parent process orders. */
export interface SoakOrder {
  readonly dataDir: string;
  readonly feeds: readonly Feed[];
  readonly hosts: readonly string[];
  readonly start: string;
  readonly hours: number;
}

/** What the service itself knows when the time is over. */
export interface SoakResult {
  readonly polls: Readonly<Record<string, number>>;
  readonly timedOut: readonly TimedOut[];
  /** CPU of the ticks in which every poll found its feed unchanged. */
  readonly unchanged: { readonly polls: number; readonly cpuMs: number };
  readonly cpuMs: number;
  readonly memory: readonly MemorySample[];
  readonly articles: readonly ArchivedArticle[];
  readonly problems: readonly string[];
}

export interface MemorySample {
  readonly hour: number;
  readonly rssMb: number;
  /** After a full collection. */
  readonly heapMb: number;
  readonly articles: number;
}

process.once('message', (order: SoakOrder) => {
  void run(order).then((result) => process.send?.(result, () => process.disconnect?.()));
});

/** Runs the service through simulated hours: the clock jumps from one minute in which a feed is due to the next. */
async function run({ start, hours, ...order }: SoakOrder): Promise<SoakResult> {
  const clock = new FakeClock(start);
  const end = clock.now().add({ hours });
  const polls: Record<string, number> = {};
  const unchanged = { polls: 0, cpuMs: 0 };
  const memory: MemorySample[] = [];
  let kinds: string[] = [];
  const service = await openService({ ...order, clock, onPolled: (_feed, { kind }) => void kinds.push(kind) });
  while (Temporal.Instant.compare(clock.now(), end) < 0) {
    kinds = [];
    const cpu = await measureCpu(() => service.poller.pollDue());
    for (const kind of kinds) polls[kind] = (polls[kind] ?? 0) + 1;
    if (kinds.length > 0 && kinds.every((kind) => kind === 'unchanged')) {
      unchanged.polls += kinds.length;
      unchanged.cpuMs += cpu;
    }
    const hour = Temporal.Instant.from(start).until(clock.now()).total('hours');
    if (hour >= memory.length * (hours / 14)) memory.push(await sampleMemory(hour, service));
    clock.set(nextMinute(await service.nextDue(), clock.now()));
  }
  const articles = await readArchived(service.db);
  const problems = await auditArchive(service.db);
  await service.stop();
  const { user, system } = process.cpuUsage();
  return { polls, timedOut: service.timedOut, unchanged, cpuMs: (user + system) / 1000, memory, articles, problems };
}

async function measureCpu(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function sampleMemory(hour: number, { newsroom }: Service): Promise<MemorySample> {
  (globalThis as { gc?: () => void }).gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const { articles } = await newsroom.storage.articles.extent();
  return { hour: Math.round(hour), rssMb: megabytes(rss), heapMb: megabytes(heapUsed), articles };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}
