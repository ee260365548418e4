import { type ChannelRef, type Chat, ChatError, type PostOptions, type PostRef } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Delivery } from '../../src/deliveries/delivery.ts';
import { createOutbox, type Outbox } from '../../src/deliveries/outbox.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import type { Schedule, Weekday } from '../../src/subscriptions/schedule.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import { emptyBriefing } from '../fakes/empty-briefing.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { createRandom } from '../fakes/random.ts';
import { createVirtualTime, type VirtualTime } from '../fakes/virtual-time.ts';

export interface YearOptions {
  readonly subscriptions: number;
  readonly days: number;
  readonly seed: number;
}

export interface YearResult {
  readonly subscriptions: readonly Subscription[];
  readonly deliveries: readonly Delivery[];
  /** How often each delivery was seen in its channel. */
  readonly seen: ReadonlyMap<string, number>;
  /** The latest instant that the clock ever showed. */
  readonly until: Temporal.Instant;
  readonly ticks: number;
  readonly restarts: number;
  readonly jumps: number;
}

const start = Temporal.Instant.from('2026-01-01T00:00:00Z');
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Africa/Cairo',
  'Pacific/Chatham',
  'America/Santiago',
];

/**
 * Lets an outbox live through days of ticks that come late, twice or not at all, of downtime with a restart after it, of a clock that
 * jumps an hour forward or back, and of a chat that fails at times. Over the real storage, with empty briefings.
 */
export async function runYear(options: YearOptions): Promise<YearResult> {
  const random = createRandom(options.seed);
  const time = createVirtualTime(start);
  const storage = createStorage(await openMemoryDatabase());
  const chat = new ForgetfulChat(random);
  await subscribe(storage, options, random);
  const open = (): Outbox => openOutbox({ storage, chat, time });
  // Its own chance, so that what befalls does not depend on the number of subscriptions.
  const facts = await live({ ...options, random: createRandom(options.seed + 1_000), time, open });
  const result = {
    ...facts,
    subscriptions: await storage.subscriptions.list(),
    deliveries: await storage.deliveries.list({ limit: 10_000_000 }),
    seen: chat.seen,
  };
  await storage.close();
  return result;
}

async function subscribe(storage: Storage, { subscriptions }: YearOptions, random: () => number): Promise<void> {
  await storage.transaction(async (queries) => {
    for (let number = 0; number < subscriptions; number++) {
      await queries.subscriptions.add(
        newSubscription({
          channel: { platform: 'local', workspaceId: `w${number % 50}`, channelId: `c${number}` },
          schedule: randomSchedule(random),
          createdAt: start,
        }),
      );
    }
  });
}

function randomSchedule(random: () => number): Schedule {
  const someTime = (): string => {
    const minutes = Math.floor(random() * 48) * 30;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };
  const someDays: readonly (readonly Weekday[])[] = [[1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5], [6, 7], [1]];
  const days = someDays[Math.floor(random() ** 2 * someDays.length)] ?? [];
  const times = new Set(random() < 0.8 ? [someTime()] : [someTime(), someTime()]);
  return { days, times: [...times].toSorted(), zone: zones[Math.floor(random() * zones.length)] ?? 'UTC' };
}

interface Life extends YearOptions {
  readonly random: () => number;
  readonly time: VirtualTime;
  readonly open: () => Outbox;
}

const stepMinutes = 30;
/** What may happen in any step. */
const chances = { missing: 0.05, doubled: 0.05, downtime: 0.003, jump: 0.003, jumpEnds: 0.1 };

async function live({
  days,
  random,
  time,
  open,
}: Life): Promise<Pick<YearResult, 'until' | 'ticks' | 'restarts' | 'jumps'>> {
  let outbox = open();
  let until = start;
  let offsetHours = 0;
  let downSteps = 0;
  const counts = { ticks: 0, restarts: 0, jumps: 0 };
  for (let step = 1; step * stepMinutes <= days * 24 * 60; step++) {
    if (downSteps > 0) {
      downSteps--;
      continue;
    }
    if (random() < chances.downtime) {
      downSteps = Math.ceil(random() ** 3 * 150);
      counts.restarts++;
      await outbox.stop();
      outbox = open();
    }
    if (offsetHours === 0 ? random() < chances.jump : random() < chances.jumpEnds) {
      offsetHours = offsetHours !== 0 ? 0 : random() < 0.5 ? 1 : -1;
      counts.jumps++;
    }
    if (random() < chances.missing) continue;
    // A tick comes some seconds after the minute.
    const now = start.add({ minutes: step * stepMinutes + offsetHours * 60, seconds: Math.floor(random() * 20) });
    time.setClock(now);
    const ticks = random() < chances.doubled ? [outbox.tick(), outbox.tick()] : [outbox.tick()];
    await time.run(Promise.all(ticks));
    counts.ticks += ticks.length;
    if (Temporal.Instant.compare(time.clock.now(), until) > 0) until = time.clock.now();
  }
  return { ...counts, until: await settleRetries(outbox, time, until) };
}

/** A few more ticks, so that what failed last ends too. */
async function settleRetries(outbox: Outbox, time: VirtualTime, until: Temporal.Instant): Promise<Temporal.Instant> {
  let now = until;
  for (let more = 0; more < 20; more++) {
    now = now.add({ minutes: 7 });
    time.setClock(now);
    await time.run(outbox.tick());
  }
  return time.clock.now();
}

function openOutbox({ storage, chat, time }: { storage: Storage; chat: Chat; time: VirtualTime }): Outbox {
  const message: Message = { summary: 'News', blocks: [] };
  return createOutbox({
    storage: createOutboxStorage(storage),
    chats: [chat],
    compose: emptyBriefing,
    tell: () => message,
    clock: time.clock,
    timer: time,
    log: silentLog,
  });
}

/** A chat that sometimes refuses, and sometimes posts without saying so. */
class ForgetfulChat implements Chat {
  readonly platform = 'local';
  readonly seen = new Map<string, number>();
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async edit(post: PostRef): Promise<PostRef> {
    return post;
  }
  async remove(): Promise<void> {}

  async post(channel: ChannelRef, _message: Message, { deliveryId = '' }: PostOptions = {}): Promise<PostRef> {
    if (this.#random() < 0.003) throw new ChatError('Busy', { kind: 'retryable' });
    this.seen.set(deliveryId, (this.seen.get(deliveryId) ?? 0) + 1);
    if (this.#random() < 0.003) throw new ChatError('No answer', { kind: 'ambiguous' });
    return { ...channel, messageId: deliveryId };
  }

  async findDelivery(channel: ChannelRef, deliveryId: string): Promise<PostRef | undefined> {
    return this.seen.has(deliveryId) ? { ...channel, messageId: deliveryId } : undefined;
  }
}
