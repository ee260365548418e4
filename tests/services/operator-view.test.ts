import { expect, it, onTestFinished } from 'vitest';
import type { Delivery, DeliveryState } from '../../src/deliveries/delivery.ts';
import type { FeedStatus } from '../../src/ingest/feed-health.ts';
import { readOperatorView, watchOperatorView } from '../../src/services/operator-view.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import type { Catalog } from '../../src/wording/catalog.ts';
import { en } from '../../src/wording/en/index.ts';
import { otherReason, reason } from '../../src/wording/reason.ts';
import { catalogOf } from '../../src/wording/wording-for.ts';
import { eventually } from '../fakes/eventually.ts';
import { newSubscription } from '../fakes/new-subscription.ts';

const now = Temporal.Instant.from('2026-03-02T12:00:00Z');
const channel = (channelId: string) => ({ platform: 'slack', workspaceId: 'w1', channelId }) as const;

function open(): Promise<Storage> {
  return openMemoryDatabase().then((db) => {
    const storage = createStorage(db);
    onTestFinished(() => storage.close());
    return storage;
  });
}

async function subscribe(storage: Storage, channelId: string): Promise<number> {
  const { id } = await storage.subscriptions.add(
    newSubscription({ channel: channel(channelId), createdBy: 'ann', createdAt: now }),
  );
  return id;
}

function delivery(subscriptionId: number, hours: number, state: DeliveryState): Delivery {
  const dueAt = now.subtract({ hours });
  const slot = `${subscriptionId}-${hours}`;
  const window = { windowStart: dueAt, windowEnd: dueAt };
  return { id: slot, subscriptionId, slot, dueAt, ...window, state, attempts: 0, isLate: false };
}

function read(storage: Storage, { feeds = [], say = en }: { feeds?: FeedStatus[]; say?: Catalog } = {}) {
  return readOperatorView({
    storage,
    say,
    configured: [],
    services: {
      topics: [],
      zone: 'Europe/Berlin',
      now: () => now,
      status: async () => ({
        ...{ startedAt: now, articles: 0, feeds, deliveries: await storage.deliveries.counts() },
        subscriptions: await storage.subscriptions.count(),
      }),
      subscriptions: { next: () => now },
    },
  });
}

it('shows what needs somebody however much was sent since', async () => {
  const storage = await open();
  const id = await subscribe(storage, 'c1');
  await storage.deliveries.insert(Array.from({ length: 200 }, (_, hours) => delivery(id, hours, 'sent')));
  await storage.deliveries.insert([
    delivery(id, 900, 'dead'),
    delivery(id, 901, 'suspended'),
    delivery(id, 902, 'due'),
  ]);
  await storage.deliveries.markRetrying(`${id}-902`, now, otherReason('Slack was away'));

  const { outbox } = await read(storage);

  expect(outbox.deliveries.slice(0, 3)).toMatchObject([
    { state: 'dead', channel: channel('c1'), interest: 'everything' },
    { state: 'suspended' },
    { state: 'retrying', reason: 'Slack was away' },
  ]);
  expect(outbox.deliveries.length).toBeLessThan(130);
  expect(outbox.counts).toEqual({ sent: 200, dead: 1, suspended: 1, retrying: 1 });
});

it('shows subscriptions that stand still first, and counts all', async () => {
  const storage = await open();
  for (let index = 0; index < 150; index += 1) await subscribe(storage, `c${index}`);
  const removed = reason('removedFromServer');
  await storage.subscriptions.suspend(channel('c149'), { by: 'channel', reason: removed, probeAt: now });

  await storage.deliveries.insert([delivery(1, 1, 'due'), delivery(1, 2, 'due')]);
  const post = { ...channel('c0'), messageId: '1' };
  await storage.deliveries.markSent([{ id: '1-1', post, sentAt: now }]);
  await storage.deliveries.markSent([{ id: '1-2', post, sentAt: now.subtract({ hours: 9 }) }]);

  const { subscriptions } = await read(storage);

  expect(subscriptions.total).toBe(150);
  expect(subscriptions.shown.find(({ id }) => id === 1)).toMatchObject({ lastSent: now, next: now });
  expect(subscriptions.shown[0]).toMatchObject({
    channel: channel('c149'),
    state: 'suspended',
    reason: 'the bot was removed from the server',
  });
  expect(subscriptions.shown.length).toBeLessThan(130);
});

it('hears of what it shows when that is written, within transactions when they end, and of nothing else', async () => {
  const storage = await open();
  const id = await subscribe(storage, 'c1');
  let heard = 0;
  const unwatch = watchOperatorView(storage, () => heard++);
  await storage.subscriptions.setState(id, 'paused', { at: now });
  expect(heard).toBe(1);
  await storage.serviceFacts.save('a', 'b');
  expect(heard).toBe(1);

  const seen: (number | undefined)[] = [];
  const counted = watchOperatorView(storage, async () => void seen.push((await storage.deliveries.counts()).due));
  await storage.transaction(({ deliveries }) => deliveries.insert([delivery(id, 1, 'due')]));
  await eventually(() => expect(seen.at(-1)).toBe(1));
  counted();
  unwatch();
  const before = heard;
  await storage.subscriptions.setState(id, 'active', { at: now });
  expect(heard).toBe(before);
});

it('says how often a feed is polled, and that it moved, in the words of the reader', async () => {
  const storage = await open();
  const bare = { name: 'Top', url: 'https://rss.example/top', health: 'ok', notes: [] } as const;
  const feeds: FeedStatus[] = [
    { ...bare, id: 'a', interval: { minutes: 15, why: { code: 'newPerDay', count: 40 } } },
    { ...bare, id: 'b', interval: { minutes: 60, why: { code: 'serverAsks' } } },
    { ...bare, id: 'c', interval: { minutes: 30 }, notes: [reason('feedMoved', { url: 'https://rss.example/new' })] },
  ];
  const shown = async (say: Catalog) => (await read(storage, { feeds, say })).feeds;

  expect((await shown(en)).map(({ interval }) => interval)).toEqual([
    'every 15 min: 40 new entries a day',
    'every 60 min: its server asks for it',
    'every 30 min',
  ]);
  const german = await shown(catalogOf('de'));
  expect(german.map(({ interval }) => interval)).toEqual([
    'alle 15 Min.: 40 neue Einträge pro Tag',
    'alle 60 Min.: der Server wünscht es so',
    'alle 30 Min.',
  ]);
  expect(german[2]?.notes).toEqual(['umgezogen nach https://rss.example/new; die Adresse in der Konfiguration ändern']);
});
