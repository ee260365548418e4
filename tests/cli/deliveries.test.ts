import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { otherReason, reason } from '../../src/wording/reason.ts';
import { newSubscription } from '../fakes/new-subscription.ts';

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

function kurzwelle(...args: string[]) {
  const env = { ...process.env, KURZWELLE_DATA_DIR: folder };
  return spawnSync(process.execPath, ['src/cli/kurzwelle.js', 'deliveries', ...args], { encoding: 'utf8', env });
}

test('lists, shows with the payload, and retries a dead letter', async () => {
  expect(kurzwelle('list', '--state', 'dead').stdout).toContain(`${id} dead: The message is too long · `);
  expect(kurzwelle('list').stdout).toMatch(/ · .+ in slack w1 c1/u);
  const { stdout } = kurzwelle('show', id);
  expect(stdout).toContain('slack w1 c1');
  expect(stdout).toContain('All of the words.');
  expect(kurzwelle('retry', id).status).toBe(0);
  expect((await storage.deliveries.find(id))?.delivery).toMatchObject({ state: 'retrying', isByHand: true });
});

test('drops a dead letter, and the next window begins after it', async () => {
  expect(kurzwelle('drop', id).status).toBe(0);
  expect((await storage.deliveries.find(id))?.delivery).toMatchObject({
    state: 'missed',
    reason: reason('dropped'),
  });
  expect((await storage.subscriptions.find(1))?.windowStart).toEqual(dueAt);
  const again = kurzwelle('retry', id);
  expect(again.stderr).toContain('already included');
  expect(again.status).toBe(1);
});

test('says which states there are, and that an id is unknown', () => {
  expect(kurzwelle('list', '--state', 'dad').stderr).toContain('use due, claimed, sent');
  expect(kurzwelle('show', '7').stderr).toContain('There is no delivery "7"');
});
