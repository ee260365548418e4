import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../../src/config/config.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createChannelsLost } from '../../../src/services/channel-losses.ts';
import { createHandlers } from '../../../src/services/handlers.ts';
import { openNewsroom } from '../../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../../src/services/outbox.ts';
import { openMemoryDatabase } from '../../../src/storage/database.ts';
import { createOutboxStorage } from '../../../src/storage/deliveries/outbox.ts';
import { eventually } from '../../fakes/eventually.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { type FakeDiscord, rateLimited } from '../../fakes/fake-discord.ts';
import { refusal } from '../../fakes/fake-discord-routes.ts';
import type { StoredChannel } from '../../fakes/fake-discord-store.ts';
import { newSubscription } from '../../fakes/new-subscription.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';
import { shownText, startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

const owner = '700000000000000009';
const post = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;

interface Trouble {
  readonly fake: FakeDiscord;
  readonly channel: StoredChannel;
}

/** One fault: what brings it about before the briefing is due, and what people see of it in the two days after. */
interface Row {
  readonly name: string;
  begin(trouble: Trouble): void;
  /** How often the story is in the channel at the end. */
  readonly posts: 0 | 1;
  readonly noticesToOwner: 0 | 1;
  /** Puts it right after a quarter of an hour. */
  end?(trouble: Trouble): void;
  readonly look?: { readonly name: string };
  readonly inThread?: boolean;
  /** The gateway says so, and the owner hears at once. */
  readonly isHeard?: boolean;
}

const isDelivered = { posts: 1, noticesToOwner: 0 } as const;
const isDeliveredLater = { posts: 1, noticesToOwner: 1 } as const;
const isLost = { posts: 0, noticesToOwner: 1 } as const;

const matrix: readonly Row[] = [
  { name: 'nothing', ...isDelivered, begin: () => undefined },
  {
    name: '429 of the route',
    ...isDelivered,
    begin: ({ fake }) => fake.addFault({ ...post, response: rateLimited(75) }),
  },
  {
    name: '429 shared with others',
    ...isDelivered,
    begin: ({ fake }) => fake.addFault({ ...post, response: rateLimited(3_540.25, { 'x-ratelimit-scope': 'shared' }) }),
  },
  {
    // A short one: discord.js waits for it by the real clock.
    name: '429 of everything',
    ...isDelivered,
    begin: ({ fake }) =>
      fake.addFault({
        ...post,
        response: rateLimited(0.3, { 'x-ratelimit-scope': 'global', 'x-ratelimit-global': 'true' }),
      }),
  },
  { name: '500', ...isDelivered, begin: ({ fake }) => fake.addFault({ ...post, times: 6, response: { status: 500 } }) },
  {
    name: 'no answer, nothing posted',
    ...isDelivered,
    begin: ({ fake }) => fake.addFault({ ...post, response: 'hang' }),
  },
  {
    name: 'no answer, posted',
    ...isDelivered,
    begin: ({ fake }) => fake.addFault({ ...post, response: 'hang-after' }),
  },
  {
    name: 'connection lost, posted',
    ...isDelivered,
    begin: ({ fake }) => fake.addFault({ ...post, response: 'drop-after' }),
  },
  {
    name: 'payload refused',
    ...isDeliveredLater,
    begin: ({ fake }) => fake.addFault({ ...post, response: refusal(400, 50_035, 'Invalid Form Body') }),
  },
  {
    name: 'permission lost',
    ...isDeliveredLater,
    begin: ({ fake }) => fake.addFault({ ...post, response: refusal(403, 50_013, 'Missing Permissions') }),
  },
  {
    name: 'channel not seen any more',
    ...isDeliveredLater,
    begin: ({ fake }) => fake.addFault({ ...post, response: refusal(403, 50_001, 'Missing Access') }),
  },
  {
    name: 'webhook deleted',
    ...isDelivered,
    look: { name: 'Asia desk' },
    begin: ({ fake }) =>
      fake.addFault({ method: 'POST', path: /^\/webhooks\//, response: refusal(404, 10_015, 'Unknown Webhook') }),
  },
  {
    name: 'bot removed and added again',
    isHeard: true,
    ...isDeliveredLater,
    begin: ({ fake }) => fake.gateway.dispatch('GUILD_DELETE', { id: fake.guildId }),
    end: ({ fake }) => {
      const none = { channels: [], roles: [], members: [], threads: [] };
      fake.gateway.dispatch('GUILD_CREATE', { id: fake.guildId, name: 'Again', ...none });
    },
  },
  {
    name: 'bot removed',
    isHeard: true,
    ...isLost,
    begin: ({ fake, channel }) => {
      fake.gateway.dispatch('GUILD_DELETE', { id: fake.guildId });
      fake.store.channels.delete(channel.id);
    },
  },
  {
    name: 'channel deleted',
    isHeard: true,
    ...isLost,
    begin: ({ fake, channel }) => {
      fake.store.channels.delete(channel.id);
      fake.gateway.dispatch('CHANNEL_DELETE', channel);
    },
  },
  {
    name: 'channel deleted while nobody heard of it',
    ...isLost,
    begin: ({ fake, channel }) => void fake.store.channels.delete(channel.id),
  },
  {
    name: 'thread archived',
    ...isDelivered,
    inThread: true,
    begin: ({ fake, channel }) => fake.store.archive(channel.id),
  },
  {
    name: 'thread deleted',
    isHeard: true,
    ...isLost,
    inThread: true,
    begin: ({ fake, channel }) => {
      fake.store.channels.delete(channel.id);
      fake.gateway.dispatch('THREAD_DELETE', channel);
    },
  },
  {
    name: 'gateway down',
    ...isDelivered,
    begin: ({ fake }) => {
      fake.gateway.troubles.refusals = 6;
      fake.gateway.drop();
    },
  },
];

it.each(matrix)('$name: one session, nothing lost, nothing twice, the owner told at most once', async (row) => {
  const room = await startRoom(row);
  const { fake, channel, clock, outbox } = room;
  const told = () => fake.store.in(`1${owner}`).map(shownText);
  await room.archive('Harbor of Valmora reopens');

  row.begin({ fake, channel });
  await room.settled();
  if (row.isHeard) await eventually(() => expect(told()).toHaveLength(1));
  clock.set('2024-03-05T08:00:00Z');
  await outbox.tick();
  clock.advance({ minutes: 15 });
  row.end?.({ fake, channel });
  await room.settled();
  // Two days more: waits are over, a channel is tried again once a day, and the next briefing tells what the last could not.
  const end = clock.now().add({ hours: 48 });
  for (let ticks = 0; Temporal.Instant.compare(clock.now(), end) < 0; ticks += 1) {
    await outbox.tick();
    clock.advance(ticks < 8 ? { minutes: 15 } : { hours: 1 });
  }

  expect(fake.unmetFaults()).toEqual([]);
  expect(told()).toHaveLength(row.noticesToOwner);
  const posted = fake.store.in(channel.id).map(shownText);
  expect(posted.filter((text) => text.includes('Harbor of Valmora reopens'))).toHaveLength(row.posts);
  await eventually(() => expect(room.chat.state().gateway).toEqual({ ready: 1, reconnecting: 0, lost: 0 }));
  expect(fake.gateway.sessions()).toBe(1);
  const answer = await personAt(fake, { channel: room.desk }).give('topics', {});
  expect(answer.messages).toHaveLength(1);
});

/** A newsroom with a subscription of one channel, on a fake Discord, and on a clock of its own. */
async function startRoom({ look, inThread = false }: Row) {
  const clock = new FakeClock('2024-03-05T07:00:00Z');
  const newsroom = await openNewsroom({
    config: parseConfig('briefings: { quiet: daily }', 'test'),
    db: await openMemoryDatabase(),
    clock,
    log: silentLog,
  });
  const timer = timerOf(clock);
  const { fake, chat, newsroom: text, desk } = await startDiscord({ chat: { timeoutMs: 1_000, timer } });
  const facts = { guild_id: fake.guildId, parent_id: text.id, name: 'talk' };
  const channel = inThread ? fake.store.addChannel({ type: 11, ...facts }) : text;
  const place = { platform: 'discord', workspaceId: fake.guildId, channelId: channel.id } as const;
  await newsroom.storage.subscriptions.add(
    newSubscription({ channel: place, createdAt: clock.now(), createdBy: owner, ...(look && { look }) }),
  );
  const lost = createChannelsLost({
    storage: createOutboxStorage(newsroom.storage),
    chats: [chat],
    clock,
    log: silentLog,
  });
  await chat.start({ ...createHandlers(newsroom), ...lost });
  const outbox = createNewsroomOutbox(newsroom, [chat], { timer });
  onTestFinished(async () => {
    await outbox.stop();
    await newsroom.storage.close();
  });
  return {
    fake,
    chat,
    channel,
    desk,
    clock,
    outbox,
    async archive(headline: string): Promise<void> {
      const lead = `The ${headline.toLowerCase()} after a strike of eleven days, the port authority said.`;
      const article = makeTestArticle({ id: 'dw:1', headline, lead, paragraphs: [], at: clock.now().toString() });
      await newsroom.archiver.archive(article, { archivedAt: clock.now(), isSeed: false });
    },
    /** What the gateway sent was read: a command that was sent after it is answered. */
    async settled(): Promise<void> {
      await eventually(() => expect(fake.gateway.sessions()).toBe(1));
      await personAt(fake, { channel: desk }).give('topics', {});
    },
  };
}

/** Waits pass at once on the clock; a limit of how long an answer may take is not reached by it. */
function timerOf(clock: FakeClock) {
  const answerWithinMs = 40_000;
  return {
    nowMs: () => clock.now().epochMilliseconds,
    async wait(ms: number, signal: AbortSignal): Promise<void> {
      if (ms === answerWithinMs)
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await setImmediate();
    },
  };
}
