import { beforeEach, describe, expect, test } from 'vitest';
import { planDue } from '../../src/deliveries/plan-due.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/outbox.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const createdAt = at('2026-03-01T12:00:00Z');

let storage: Storage;
beforeEach(async () => {
  storage = createStorage(await openMemoryDatabase());
  await storage.subscriptions.add({
    channel: { platform: 'local', workspaceId: 'local', channelId: 'newsroom' },
    interest: 'everything',
    schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: ['08:00', '08:30'], zone: 'Europe/Berlin' },
    language: 'en',
    length: 'short',
    maxStories: 5,
    createdBy: 'u1',
    createdAt,
    windowStart: createdAt,
  });
  return () => storage.close();
});

const plan = (now: string) => planDue({ storage: createOutboxStorage(storage), now: at(now), looksBack: true });

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
