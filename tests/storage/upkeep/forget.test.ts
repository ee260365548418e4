import { beforeEach, expect, test } from 'vitest';
import { toIso } from '../../../src/runtime/clock.ts';
import type { Database } from '../../../src/storage/database.ts';
import { createStorage, type Storage } from '../../../src/storage/storage.ts';
import { createForgetting } from '../../../src/storage/upkeep/forget.ts';
import { newSubscription } from '../../fakes/new-subscription.ts';
import { openTestDatabase } from '../../fakes/test-database.ts';

const at = Temporal.Instant.from('2026-05-06T08:00:00Z');
const schedule = { days: [1, 2], times: ['08:00'], zone: 'UTC' } as const;
let db: Database;
let storage: Storage;

beforeEach(async () => {
  db = await openTestDatabase();
  storage = createStorage(db);
  return () => storage.close();
  // PGlite takes its time to start on a busy machine.
});

async function subscribe(platform: 'slack' | 'discord', workspaceId: string, channelId: string, createdBy: string) {
  const subscription = await storage.subscriptions.add(
    newSubscription({
      channel: { platform, workspaceId, channelId },
      interest: 'asia',
      schedule,
      createdBy,
      createdAt: at,
    }),
  );
  await db
    .insertInto('deliveries')
    .values({
      id: `${subscription.id}-a`,
      subscription_id: subscription.id,
      channel_number: 1,
      slot: '2026-05-06T08:00',
      due_at: toIso(at),
      window_start: toIso(at),
      window_end: toIso(at),
      state: 'sent',
      attempts: 1,
      is_late: 0,
      is_by_hand: 0,
    })
    .execute();
  return subscription.id;
}

test('a person is named nowhere any more, and what they set up goes on', async () => {
  const own = await subscribe('slack', 'T1', 'C1', 'U1');
  const others = await subscribe('slack', 'T1', 'C2', 'U2');
  // Of another platform, by chance with the same id.
  const namesake = await subscribe('discord', '7', '8', 'U1');
  await storage.subscriptions.offer(others, 'U1', at);
  expect(await createForgetting(db).user('slack', 'U1')).toEqual({ channels: 0, subscriptions: 0, unnamed: 2 });
  const rows = await db.selectFrom('subscriptions').select(['id', 'created_by', 'offered_to']).orderBy('id').execute();
  expect(rows).toEqual([
    { id: own, created_by: 'forgotten', offered_to: null },
    { id: others, created_by: 'U2', offered_to: null },
    { id: namesake, created_by: 'U1', offered_to: null },
  ]);
  expect(await createForgetting(db).user('slack', 'U1')).toMatchObject({ unnamed: 0 });
});

test('a channel goes with everything of it, and nothing of another', async () => {
  await subscribe('slack', 'T1', 'C1', 'U1');
  const kept = await subscribe('slack', 'T1', 'C2', 'U1');
  const forgotten = await createForgetting(db).place('slack', { workspaceId: 'T1', channelId: 'C1' });
  expect(forgotten).toEqual({ channels: 1, subscriptions: 1, unnamed: 0 });
  expect((await storage.subscriptions.list()).map(({ id }) => id)).toEqual([kept]);
  const deliveries = await db.selectFrom('deliveries').select('subscription_id').execute();
  expect(deliveries).toEqual([{ subscription_id: kept }]);
  const channels = await db.selectFrom('channels').select('channel_id').execute();
  expect(channels).toEqual([{ channel_id: 'C2' }]);
});

test('a workspace goes with all its channels and its installation', async () => {
  await subscribe('slack', 'T1', 'C1', 'U1');
  await subscribe('slack', 'T1', 'C2', 'U1');
  await subscribe('slack', 'T2', 'C3', 'U1');
  const facts = { kind: 'workspace', name: 'Desk', bot_id: 'B', bot_user_id: 'UB', scopes: '[]', expires_at: null };
  for (const id of ['T1', 'T2'])
    await db
      .insertInto('slack_installations')
      .values({ id, ...facts, installed_by: 'U1', installed_at: toIso(at), sealed: 'x' })
      .execute();
  const forgotten = await createForgetting(db).place('slack', { workspaceId: 'T1' });
  expect(forgotten).toEqual({ channels: 2, subscriptions: 2, unnamed: 0 });
  expect((await storage.slackInstallations.list()).map(({ id }) => id)).toEqual(['T2']);
  expect(await createForgetting(db).user('slack', 'U1')).toMatchObject({ unnamed: 2 });
});

test('a user of the local page is logged out everywhere', async () => {
  for (const userName of ['anna', 'ben'])
    await storage.pageSessions.add({ tokenDigest: userName, userName, groundsDigest: 'p', expiresAt: at });
  await createForgetting(db).user('slack', 'anna');
  expect(await storage.pageSessions.find('anna')).toBeDefined();
  await createForgetting(db).user('local', 'anna');
  expect(await storage.pageSessions.find('anna')).toBeUndefined();
  expect(await storage.pageSessions.find('ben')).toBeDefined();
});

test('what is not kept is told as nothing', async () => {
  expect(await createForgetting(db).place('discord', { workspaceId: '1' })).toEqual({
    channels: 0,
    subscriptions: 0,
    unnamed: 0,
  });
});
