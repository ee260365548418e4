import { FakeClock } from '../../tests/fakes/fake-clock.ts';
import { openService, type Service } from './open-service.ts';
import type { SoakOrder } from './soak-service.ts';

/** CPU of this process for what ingest does most, after warming up. */
export interface Measurement {
  /** Reading pages, extracting and archiving: articles a second on one core. */
  readonly articles: number;
  readonly articlesPerSecond: number;
  readonly unchangedPolls: number;
  readonly msPerUnchangedPoll: number;
  readonly entriesPerFeed: number;
  readonly changedPolls: number;
  /** The document is new, its entries are not: so is DW's at every fetch. */
  readonly msPerChangedPoll: number;
  /** Some entries are new or updated; their pages are read too. */
  readonly msPerPollWithNews: number;
  readonly newsPerPoll: number;
}

const warmUps = 10;
const rounds = 25;

process.once('message', (order: SoakOrder) => {
  void measure(order).then((result) => process.send?.(result, () => process.disconnect?.()));
});

async function measure({ start, ...order }: SoakOrder): Promise<Measurement> {
  const clock = new FakeClock(start);
  const service = await openService({ ...order, clock });
  const pollAll = async (): Promise<number> => {
    clock.set(lastDue(await service.newsroom.storage.feeds.states(), clock.now()));
    return cpuOf(() => service.poller.pollDue());
  };
  const feeds = order.feeds.length;
  const seedMs = await pollAll();
  const articles = await countRevisions(service);
  const unchanged = await average(pollAll);
  const changed = await average(async () => {
    await forgetValidators(service);
    return pollAll();
  });
  const before = await countRevisions(service);
  while ((await countRevisions(service)) === before) await pollAll();
  const quiet = await countRevisions(service);
  let newsMs = 0;
  for (let round = 0; round < rounds; round++) newsMs += await pollAll();
  const news = (await countRevisions(service)) - quiet;
  const [state] = await service.newsroom.storage.feeds.states();
  await service.stop();
  return {
    articles,
    articlesPerSecond: round1((articles * 1000) / seedMs),
    unchangedPolls: rounds * feeds,
    msPerUnchangedPoll: round1(unchanged / feeds),
    entriesPerFeed: state?.entry_count ?? 0,
    changedPolls: rounds * feeds,
    msPerChangedPoll: round1(changed / feeds),
    msPerPollWithNews: round1(newsMs / rounds / feeds),
    newsPerPoll: round1(news / rounds / feeds),
  };
}

async function average(run: () => Promise<number>): Promise<number> {
  for (let round = 0; round < warmUps; round++) await run();
  let sum = 0;
  for (let round = 0; round < rounds; round++) sum += await run();
  return sum / rounds;
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A moment at which every feed is due. */
function lastDue(states: readonly { readonly next_poll_at: string | null }[], now: Temporal.Instant): string {
  return [now.toString(), ...states.map(({ next_poll_at }) => next_poll_at ?? '')].toSorted().at(-1) ?? '';
}

async function forgetValidators({ newsroom: { storage } }: Service): Promise<void> {
  for (const { id } of await storage.feeds.states()) await storage.feeds.update(id, { etag: null });
}

async function countRevisions({ db }: Service): Promise<number> {
  const { count } = await db
    .selectFrom('article_revisions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
