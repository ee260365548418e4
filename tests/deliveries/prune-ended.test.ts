import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPruner } from '../../src/deliveries/prune-ended.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from '../commands/newsroom.ts';

let room: TestNewsroom;

/** A channel that is told twice a day, of a flood that goes on and of a fire that was over at once. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T00:00:00Z', 'breaking: { topPlaces: 0 }\nbriefings: { quiet: daily }');
  await room.command('subscribe', { interest: 'everything', times: '08:00 and 20:00' });
  await archive(1, 'Flood in Sarwana district', 'The flood in the Sarwana district has cut off nine villages.');
  await archive(2, 'Fire at Valmora museum', 'A fire at the museum of Valmora was put out within an hour.');
  await tickAt('2026-05-06T06:00:00Z');
  await tickAt('2026-05-06T18:00:00Z');
  await tickAt('2026-05-07T06:00:00Z');
});
afterEach(() => room.close());

const archive = (id: number, headline: string, lead: string) =>
  room.archive({ id: `dw:${id}`, headline, lead, paragraphs: [] });

async function tickAt(instant: string): Promise<void> {
  room.clock.set(instant);
  await room.outbox.tick();
}

const prunerAt = (days: number) =>
  createPruner({ storage: room.storage.retention, days, clock: room.clock, log: silentLog });

async function slots(): Promise<string[]> {
  return (await room.storage.deliveries.list({ limit: 99 })).map(({ slot }) => slot).toSorted();
}

describe('what ended long ago', () => {
  test('is removed, but for the newest that was sent', async () => {
    room.clock.set('2026-08-10T00:00:00Z');
    expect(await slots()).toEqual(['2026-05-06T08:00', '2026-05-06T20:00', '2026-05-07T08:00']);
    await prunerAt(90).tick();
    expect(await slots()).toEqual(['2026-05-07T08:00']);
  });

  test('stays while a story that it told goes on, so that nothing is told again', async () => {
    room.clock.set('2026-08-01T00:00:00Z');
    await archive(3, 'Flood in Sarwana district', 'The flood in the Sarwana district has cut off nine villages.');
    await room.storage.storyMoves.merge(3, 1, 0.9, room.clock.now());
    room.clock.set('2026-08-10T00:00:00Z');
    await prunerAt(90).tick();
    expect(await slots()).toEqual(['2026-05-06T08:00', '2026-05-07T08:00']);
    await tickAt('2026-08-10T06:00:00Z');
    expect(textOf(room.chat.sent.at(-1)?.message)).not.toContain('nine villages');
  });

  test('leaves what is younger, and what waits', async () => {
    room.clock.set('2026-05-20T00:00:00Z');
    expect(await prunerAt(90).tick()).toBe(0);
    await room.storage.deliveries.retry('1-2026-05-06T08:00', room.clock.now());
    room.clock.set('2026-08-10T00:00:00Z');
    await prunerAt(90).tick();
    expect(await slots()).toEqual(['2026-05-06T08:00', '2026-05-07T08:00']);
  });

  test('takes its briefing with it, and none that a delivery carries', async () => {
    const [newest, ...older] = (await room.storage.deliveries.list({ limit: 9 })).map(
      ({ briefingId = '' }) => briefingId,
    );
    room.clock.set('2026-08-10T00:00:00Z');
    await prunerAt(90).tick();
    expect(await room.storage.briefings.find(newest ?? '')).toBeDefined();
    expect(older).toHaveLength(2);
    for (const id of older) expect(await room.storage.briefings.find(id)).toBeUndefined();
  });
});

test('goes in small steps, and rests when nothing is left', async () => {
  const calls: number[] = [];
  let left = 450;
  const remove = async (_before: Temporal.Instant, limit: number): Promise<number> => {
    calls.push(limit);
    const removed = Math.min(left, limit);
    left -= removed;
    return removed;
  };
  const storage = { removeDeliveries: remove, removeBriefings: async () => 0 };
  const pruner = createPruner({ storage, days: 90, clock: room.clock, log: silentLog });
  const removed: number[] = [];
  for (let tick = 0; tick < 5; tick++) removed.push(await pruner.tick());
  expect(removed).toEqual([200, 200, 50, 0, 0]);
  expect(calls).toHaveLength(3);
  room.clock.advance({ minutes: 60 });
  await pruner.tick();
  expect(calls).toHaveLength(4);
});
