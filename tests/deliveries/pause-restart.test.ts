import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { FakeChat } from '../fakes/fake-chat.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const caller = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: 'en' };

let folder: string;
let clock: FakeClock;
let chat: FakeChat;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kurzwelle-pause-'));
  clock = new FakeClock('2026-05-06T08:00:00Z');
  chat = new FakeChat();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process of its own: all it knows of those before stands in the database's file. */
async function run<Result>(work: (newsroom: Awaited<ReturnType<typeof openNewsroom>>) => Promise<Result>) {
  const config = parseConfig('briefings: { quiet: daily }', 'test');
  const newsroom = await openNewsroom({ config, db: await openDatabase(folder), clock, log: silentLog });
  const result = await work(newsroom);
  await newsroom.charts.stop();
  await newsroom.storage.close();
  return result;
}

function tickAt(instant: string): Promise<number> {
  clock.set(instant);
  return run(async (newsroom) => {
    const outbox = createNewsroomOutbox(newsroom, [chat]);
    const sent = await outbox.tick();
    await outbox.stop();
    return sent;
  });
}

test('a pause until a day outlives restarts: silent before it, and at its first slot again', async () => {
  await run(async ({ services: { subscriptions } }) => {
    const { id } = await subscriptions.add(caller, { interest: 'everything', times: '08:00', zone: 'Europe/Berlin' });
    await subscriptions.pause(caller, id, '2026-05-09');
  });
  expect(await tickAt('2026-05-07T06:00:00Z')).toBe(0);
  expect(await tickAt('2026-05-08T06:00:00Z')).toBe(0);
  // The day begins in Berlin; the service is down for its first hours.
  expect(await tickAt('2026-05-08T21:59:00Z')).toBe(0);
  expect(await tickAt('2026-05-09T06:00:30Z')).toBe(1);
  const found = await run(({ storage }) =>
    Promise.all([storage.subscriptions.list(), storage.deliveries.list({ limit: 9 })]),
  );
  expect(found).toMatchObject([[{ state: 'active' }], [{ slot: '2026-05-09T08:00', state: 'sent' }]]);
  // What came while it rested is told now.
  expect(found[1][0]?.windowStart.toString()).toBe('2026-05-05T08:00:00Z');
});
