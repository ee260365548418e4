import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import type { Database } from '../../src/storage/database.ts';
import { FakeChat } from '../../tests/fakes/fake-chat.ts';
import { FakeClock } from '../../tests/fakes/fake-clock.ts';
import { startFakeSite } from '../../tests/fakes/fake-site.ts';
import { listingAt } from '../../tests/fakes/fake-site-listing.ts';
import type { PlannedArticle, SitePlan } from '../../tests/fakes/fake-site-plan.ts';
import { type Completeness, checkArchive } from './check-archive.ts';
import { checkPoliteness, type Politeness } from './check-politeness.ts';
import { nextMinute } from './next-minute.ts';
import { openService, type Service } from './open-service.ts';
import { readArchived } from './read-archived.ts';

export interface ReplayReport extends Completeness, Politeness {
  readonly hours: number;
  readonly onReturn: {
    /** What the first poll after the service had been down brought, and the pages asked for in it. */
    readonly articles: number;
    readonly revisions: number;
    readonly pages: number;
    /** Articles that came and went while it was down. */
    readonly goneMeanwhile: number;
  };
  /** What each day's briefing told, by slot. */
  readonly briefings: readonly { readonly slot: string; readonly stories: number }[];
  readonly missedSlots: number;
  /** The first briefing after the return. */
  readonly firstAfter?: { readonly slot: string; readonly stories: number };
}

interface Replay {
  readonly plan: SitePlan;
  /** The service does not run between these hours. */
  readonly down: { readonly fromHour: number; readonly untilHour: number };
}

const briefingTime = '06:00';

/** Polls the site of a plan through its time with the real poller, a briefing each morning, and the service down for some days. */
export async function replayTeasers({ plan, down }: Replay): Promise<ReplayReport> {
  const { start, hours } = plan.settings;
  const clock = new FakeClock(start.toString());
  const site = await startFakeSite({ plan, now: () => clock.now() });
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-replay-'));
  const service = await openService({ dataDir, feeds: site.feeds, hosts: site.hosts, clock });
  const outbox = createNewsroomOutbox(service.newsroom, [new FakeChat()]);
  const hour = (): number => start.until(clock.now()).total('hours');
  const tick = async (): Promise<void> => {
    await service.poller.pollDue();
    await outbox.tick();
  };
  const runUntil = async (end: number): Promise<void> => {
    for (; hour() < end; clock.set(await nextMoment(service, clock.now(), plan))) await tick();
  };
  try {
    await tick();
    await subscribe(service);
    await runUntil(down.fromHour);
    clock.set(start.add({ minutes: down.untilHour * 60 }).toString());
    const before = { ...(await count(service.db)), pages: site.record.requests.length };
    await service.poller.pollDue();
    const after = await count(service.db);
    const pages = site.record.requests.slice(before.pages).filter(({ kind }) => kind === 'page').length;
    await runUntil(hours);
    const goneMeanwhile = plan.articles.filter((article) => isWithin(article, down)).length;
    const { briefings, missedSlots } = await readDeliveries(service.db);
    const returned = start.add({ minutes: down.untilHour * 60 }).toString();
    const firstAfter = briefings.find(({ slot }) => `${slot}:00Z` > returned);
    return {
      hours,
      onReturn: {
        articles: after.articles - before.articles,
        revisions: after.revisions - before.revisions,
        pages,
        goneMeanwhile,
      },
      briefings,
      missedSlots,
      ...(firstAfter ? { firstAfter } : {}),
      ...checkArchive({ plan, record: site.record, articles: await readArchived(service.db) }),
      ...checkPoliteness(site.record.requests, { start, timedOut: service.timedOut }),
    };
  } finally {
    await outbox.stop();
    await service.stop();
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function subscribe({ newsroom: { services } }: Service): Promise<void> {
  const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
  const caller = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: 'en' };
  await services.subscriptions.add(caller, { interest: 'everything', times: briefingTime, zone: 'UTC' });
}

/** The next minute in which a feed or a briefing is due. Stretches that the stored material leaves out are skipped. */
async function nextMoment(service: Service, now: Temporal.Instant, plan: SitePlan): Promise<string> {
  const polled = nextMinute(await service.nextDue(), now);
  const day = now.toZonedDateTimeISO('UTC');
  const slot = day.withPlainTime(briefingTime);
  const nextSlot = Temporal.ZonedDateTime.compare(slot, day) > 0 ? slot : slot.add({ days: 1 });
  const next = [polled, nextSlot.toInstant().toString()].toSorted()[0] ?? polled;
  return skipSilence(Temporal.Instant.from(next), plan).toString();
}

function skipSilence(next: Temporal.Instant, { feeds, articles, settings: { start } }: SitePlan): Temporal.Instant {
  const minute = start.until(next).total('minutes');
  if (feeds.some((feed) => listingAt(feed, minute).length > 0)) return next;
  const later = articles.map(({ versions }) => versions[0]?.fromMinute ?? 0).filter((from) => from > minute);
  return later.length === 0 ? next : start.add({ minutes: Math.ceil(Math.min(...later)) });
}

function isWithin({ versions, untilMinute }: PlannedArticle, { fromHour, untilHour }: Replay['down']): boolean {
  return (versions[0]?.fromMinute ?? 0) > fromHour * 60 && untilMinute < untilHour * 60;
}

async function count(db: Database): Promise<{ readonly articles: number; readonly revisions: number }> {
  const articles = await readArchived(db);
  return { articles: articles.length, revisions: articles.flatMap(({ headlines }) => headlines).length };
}

async function readDeliveries(db: Database): Promise<Pick<ReplayReport, 'briefings' | 'missedSlots'>> {
  const rows = await db
    .selectFrom('deliveries as d')
    .leftJoin('briefing_statements as s', 's.briefing_id', 'd.briefing_id')
    .select(({ fn }) => ['d.slot', 'd.state', fn.count<number>('s.story_id').distinct().as('stories')])
    .groupBy(['d.slot', 'd.state'])
    .orderBy('d.slot')
    .execute();
  return {
    briefings: rows
      .filter(({ state }) => state === 'sent')
      .map(({ slot, stories }) => ({ slot, stories: Number(stories) })),
    missedSlots: rows.filter(({ state }) => state === 'missed').length,
  };
}
