import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { otherReason, reason } from '../../src/wording/reason.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { runCli } from './run-cli.ts';

const dueAt = Temporal.Instant.from('2026-03-02T08:00:00Z');
const id = '1-2026-03-02T08:00';
let folder: string;
let storage: Storage;

/** A service that runs beside: its database stays open. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kurzwelle-deliveries-'));
  storage = createStorage(await openDatabase(folder));
  const windowStart = dueAt.subtract({ hours: 24 });
  await storage.subscriptions.add(
    newSubscription({
      channel: { platform: 'slack', workspaceId: 'w1', channelId: 'c1' },
      interest: 'asia',
      createdBy: 'ann',
      createdAt: windowStart,
      windowStart,
    }),
  );
  await storage.deliveries.insert([
    {
      id,
      subscriptionId: 1,
      slot: '2026-03-02T08:00',
      dueAt,
      windowStart,
      windowEnd: dueAt,
      state: 'due',
      attempts: 0,
      isLate: false,
    },
  ]);
  const payload = { summary: 'A briefing too long', blocks: [] };
  await storage.deliveries.markDead(id, otherReason('The message is too long'), {
    ...payload,
    blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: 'All of the words.' }] }],
  });
});

afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const kurzwelle = (...args: string[]) => runCli(['deliveries', ...args], { env: { KURZWELLE_DATA_DIR: folder } });

test('lists, shows with the payload, and retries a dead letter', async () => {
  expect((await kurzwelle('list', '--state', 'dead')).out).toContain(`${id} dead: The message is too long · `);
  expect((await kurzwelle('list')).out).toMatch(/ · .+ in slack w1 c1/u);
  const { out } = await kurzwelle('show', id);
  expect(out).toContain('slack w1 c1');
  expect(out).toContain('All of the words.');
  expect((await kurzwelle('retry', id)).code).toBe(0);
  expect((await storage.deliveries.find(id))?.delivery).toMatchObject({ state: 'retrying', isByHand: true });
});

test('drops a dead letter, and the next window begins after it', async () => {
  expect((await kurzwelle('drop', id)).code).toBe(0);
  expect((await storage.deliveries.find(id))?.delivery).toMatchObject({
    state: 'missed',
    reason: reason('dropped'),
  });
  expect((await storage.subscriptions.find(1))?.windowStart).toEqual(dueAt);
  const again = await kurzwelle('retry', id);
  expect(again.err).toContain('already included');
  expect(again.code).toBe(1);
});

test('says which states there are, and that an id is unknown', async () => {
  expect((await kurzwelle('list', '--state', 'dad')).err).toContain('use due, claimed, sent');
  expect((await kurzwelle('show', '7')).err).toContain('There is no delivery "7"');
});
