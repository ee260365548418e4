import { expect, test } from 'vitest';
import { lookAfter } from '../../src/cli/look-after.ts';
import { openTestNewsroom } from '../commands/newsroom.ts';

test('a service is not ready when no tick ends, unless a long burst of briefings is on its way', async () => {
  const room = await openTestNewsroom('2026-05-06T08:00:00Z');
  const { clock } = room;
  const newsroom = { ...room, archive: room.answers };
  const care = lookAfter({
    newsroom,
    chats: [],
    discord: undefined,
    isLocal: false,
    redact: (text) => text,
  });
  const pass = (minutes: number) => clock.set(clock.now().add({ minutes }).toString());
  care.ticked();
  pass(6);
  expect((await care.readiness()).reasons).toMatchObject([{ check: 'ticks' }]);
  care.delivered();
  expect(await care.readiness()).toEqual({ ready: true, reasons: [] });
  pass(4);
  care.delivered();
  pass(4);
  expect((await care.readiness()).ready).toBe(true);
  pass(2);
  expect((await care.readiness()).ready).toBe(false);
  await room.close();
});
