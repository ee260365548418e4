import { beforeEach, describe, expect, test } from 'vitest';
import { planDue } from '../../src/deliveries/plan-due.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { newSubscription } from '../fakes/new-subscription.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const createdAt = at('2026-03-01T12:00:00Z');

let storage: Storage;
beforeEach(async () => {
  storage = createStorage(await openMemoryDatabase());
  await subscribe('Europe/Berlin');
  return () => storage.close();
});

async function subscribe(zone: string): Promise<void> {
  await storage.subscriptions.add(
    newSubscription({
      channel: { platform: 'local', workspaceId: 'local', channelId: 'newsroom' },
      times: ['08:00', '08:30'],
      zone,
      createdAt,
    }),
  );
}

const plan = (now: string) =>
  planDue({ storage: createOutboxStorage(storage), now: at(now), looksBack: true, log: silentLog });

async function planned(): Promise<string[]> {
  const deliveries = await storage.deliveries.list({ limit: 99 });
  return deliveries.map(({ slot, state }) => `${slot} ${state}`).toReversed();
}

test('a subscription is looked at when its next slot has come, and not before', async () => {
  await plan('2026-03-01T13:00:00Z');
  expect(await storage.subscriptions.toPlan(at('2026-03-02T06:59:00Z'), 9)).toEqual([]);
  expect(await storage.subscriptions.toPlan(at('2026-03-02T07:00:00Z'), 9)).toHaveLength(1);
});

test('a clock that was set back plans nothing twice', async () => {
  await plan('2026-03-02T07:31:00Z');
  await plan('2026-03-02T06:31:00Z');
  await plan('2026-03-02T07:00:00Z');
  await plan('2026-03-02T07:31:00Z');
  expect(await planned()).toEqual(['2026-03-02T08:00 missed', '2026-03-02T08:30 due']);
});

test('a clock that was set back a day plans nothing twice, and goes on when it comes there again', async () => {
  await plan('2026-03-02T07:31:00Z');
  await plan('2026-03-01T07:31:00Z');
  await plan('2026-03-02T07:29:00Z');
  expect(await planned()).toEqual(['2026-03-02T08:00 missed', '2026-03-02T08:30 due']);
  await plan('2026-03-03T07:00:00Z');
  expect(await planned()).toEqual(['2026-03-02T08:00 missed', '2026-03-02T08:30 due', '2026-03-03T08:00 due']);
});

test('many subscriptions of a zone that is not known keep no other from its slots, and end the look', async () => {
  for (let number = 0; number < 250; number++) await subscribe('Mars/Olympus_Mons');
  await subscribe('Asia/Tokyo');
  await plan('2026-03-02T07:01:00Z');
  expect((await planned()).toSorted()).toEqual([
    '2026-03-02T08:00 due',
    '2026-03-02T08:00 missed',
    '2026-03-02T08:30 missed',
  ]);
});

test('a pause that ended while nobody ran goes on from its end, and what came due before it is not asked for', async () => {
  const until = at('2026-03-04T00:00:00Z');
  await storage.subscriptions.setState(1, 'paused', { at: createdAt, until });
  await plan('2026-03-03T07:30:00Z');
  expect(await planned()).toEqual([]);
  await plan('2026-03-05T07:10:00Z');
  expect(await planned()).toEqual(['2026-03-04T08:00 missed', '2026-03-04T08:30 missed', '2026-03-05T08:00 due']);
});

/** Berlin keeps its real rules here; what an older release of the time zone data would have left stands in the tables. */
describe('a zone that changed its rules while a slot was waiting', () => {
  test('is due at the new instant once the process has started anew', async () => {
    await storage.subscriptions.setPlanned([
      { subscriptionId: 1, until: createdAt, nextDueAt: at('2026-03-02T08:00:00Z') },
    ]);
    await storage.subscriptions.forgetNextDue();
    await plan('2026-03-02T07:00:00Z');
    expect(await planned()).toEqual(['2026-03-02T08:00 due']);
  });

  test('does not fire again where the old rules had fired an hour early', async () => {
    await storage.deliveries.insert([
      {
        id: '1-2026-03-02T08:00',
        subscriptionId: 1,
        slot: '2026-03-02T08:00',
        dueAt: at('2026-03-02T06:00:00Z'),
        windowStart: createdAt,
        windowEnd: at('2026-03-02T06:00:00Z'),
        state: 'due',
        attempts: 0,
        isLate: false,
      },
    ]);
    await storage.subscriptions.setPlanned([{ subscriptionId: 1, until: at('2026-03-02T06:00:00Z') }]);
    await storage.subscriptions.forgetNextDue();
    await plan('2026-03-02T07:00:00Z');
    expect(await planned()).toEqual(['2026-03-02T08:00 due']);
  });

  test('records a slot that the new rules put before what was already planned', async () => {
    await storage.subscriptions.setPlanned([{ subscriptionId: 1, until: at('2026-03-02T07:29:00Z') }]);
    await storage.subscriptions.forgetNextDue();
    await plan('2026-03-02T07:30:00Z');
    expect(await planned()).toEqual(['2026-03-02T08:00 missed', '2026-03-02T08:30 due']);
  });
});
