import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChannelRef, Chat, PostOptions, PostRef } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Outbox } from '../../src/deliveries/outbox.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { databaseTrouble } from '../../src/storage/database-trouble.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { createVirtualTime, type VirtualTime } from '../fakes/virtual-time.ts';
import { openOutbox } from './open-outbox.ts';

const start = Temporal.Instant.from('2026-03-02T07:00:00Z');
const minuteMs = 60_000;

let dataDir: string;
let db: Database;
let storage: Storage;
let time: VirtualTime;
let outbox: Outbox;
let chat: Chat & { readonly posts: string[] };
/** What befalls the database while a post is on its way. */
let onPost: () => unknown;
/** And while a briefing is composed. */
let onCompose: () => void;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-trouble-'));
  db = await openDatabase(dataDir);
  // What happens after the wait for a lock is tested here, however long that wait is.
  await sql`pragma busy_timeout = 20`.execute(db);
  storage = createStorage(db);
  time = createVirtualTime(start);
  onPost = () => undefined;
  onCompose = () => undefined;
  chat = rememberingChat();
  outbox = openOutbox({ storage, chat, time, onCompose: () => onCompose() });
  await storage.subscriptions.add(
    newSubscription({
      channel: { platform: 'local', workspaceId: 'w1', channelId: 'c1' },
      createdAt: start,
    }),
  );
  time.setClock(Temporal.Instant.from('2026-03-02T08:00:00Z'));
});

afterEach(() => storage.close());

function rememberingChat() {
  const posts: string[] = [];
  return {
    platform: 'local' as const,
    posts,
    start: async () => undefined,
    stop: async () => undefined,
    edit: async (post: PostRef) => post,
    remove: async () => undefined,
    async post(channel: ChannelRef, _message: Message, { deliveryId = '' }: PostOptions = {}): Promise<PostRef> {
      posts.push(deliveryId);
      await onPost();
      return refTo(channel, deliveryId);
    },
    async findDelivery(channel: ChannelRef, deliveryId: string): Promise<PostRef | undefined> {
      return posts.includes(deliveryId) ? refTo(channel, deliveryId) : undefined;
    },
  };
}

/** So long that it takes new pages of the file. */
function refTo(channel: ChannelRef, deliveryId: string): PostRef {
  return { ...channel, messageId: deliveryId.padEnd(100_000, '-') };
}

async function fillDisk(isFull: boolean): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${isFull ? rows[0]?.page_count : 1_000_000}`).execute(db);
}

/** Another process that writes and does not end. */
function lock(): { unlock(): void } {
  const other = new DatabaseSync(join(dataDir, 'kurzwelle.db'));
  other.exec('begin immediate');
  return {
    unlock() {
      other.exec('rollback');
      other.close();
    },
  };
}

async function tickAfter(ms: number): Promise<number> {
  await time.run(time.wait(ms, new AbortController().signal));
  return time.run(outbox.tick());
}

test('a disk that is full for hours when a post is to be recorded: it is found when there is room, and not posted twice', async () => {
  onPost = () => fillDisk(true);
  expect(await time.run(outbox.tick())).toBe(0);
  expect((await storage.deliveries.counts()).sent).toBeUndefined();
  for (let times = 0; times < 40; times++) expect(await tickAfter(5 * minuteMs)).toBe(0);
  await fillDisk(false);
  for (let times = 0; times < 5; times++) await tickAfter(minuteMs);
  expect(await storage.deliveries.counts()).toEqual({ sent: 1 });
  expect(chat.posts).toHaveLength(1);
});

test('a database that is locked when a post is to be recorded: the same', async () => {
  let held: ReturnType<typeof lock> | undefined;
  onPost = () => {
    held = lock();
  };
  expect(await time.run(outbox.tick())).toBe(0);
  expect(chat.posts).toHaveLength(1);
  held?.unlock();
  for (let minute = 0; minute < 3; minute++) await tickAfter(minuteMs);
  expect(await storage.deliveries.counts()).toEqual({ sent: 1 });
  expect(chat.posts).toHaveLength(1);
}, 120_000);

test('a database that is locked when slots are to be planned: the tick says so, and a later one plans them', async () => {
  const held = lock();
  const error = await time.run(outbox.tick()).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(databaseTrouble(error)?.kind).toBe('busy');
  expect(chat.posts).toEqual([]);
  held.unlock();
  expect(await tickAfter(minuteMs)).toBe(1);
  expect(chat.posts).toHaveLength(1);
}, 120_000);

/** As SQLite says it. */
function failToOpen(): void {
  new DatabaseSync(join(dataDir, 'nowhere', 'kurzwelle.db'));
}

test('a database that fails for hours while a briefing is composed: no try is counted, and it comes when it works again', async () => {
  onCompose = failToOpen;
  for (let times = 0; times < 40; times++) expect(await tickAfter(5 * minuteMs)).toBe(0);
  expect(await storage.deliveries.list({ limit: 1 })).toMatchObject([{ state: 'retrying', attempts: 0 }]);
  onCompose = () => undefined;
  expect(await tickAfter(5 * minuteMs)).toBe(1);
});

test('one that still fails after a day: each failure counts, and it ends as a dead letter', async () => {
  onCompose = failToOpen;
  for (let times = 0; times < 24; times++) await tickAfter(60 * minuteMs);
  expect((await storage.deliveries.counts()).dead).toBeUndefined();
  for (let times = 0; times < 10; times++) await tickAfter(60 * minuteMs);
  const first = await storage.deliveries.find('1-2026-03-02T08:00');
  expect(first?.delivery).toMatchObject({ state: 'dead', attempts: 8 });
});
