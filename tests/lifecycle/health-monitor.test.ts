import { expect, test } from 'vitest';
import { createHealthMonitor } from '../../src/lifecycle/health-monitor.ts';
import { openTestNewsroom } from '../commands/newsroom.ts';

test('a service is not ready when no tick ends, unless a long burst of briefings is on its way', async () => {
  const room = await openTestNewsroom('2026-05-06T08:00:00Z');
  const { clock } = room;
  const newsroom = { ...room, archive: room.answers };
  const healthMonitor = createHealthMonitor({
    newsroom,
    chats: [],
    discord: undefined,
    isLocal: false,
    redact: (text) => text,
  });
  const pass = (minutes: number) => clock.set(clock.now().add({ minutes }).toString());
  healthMonitor.ticked();
  pass(6);
  expect((await healthMonitor.readiness()).reasons).toMatchObject([{ check: 'ticks' }]);
  healthMonitor.delivered();
  expect(await healthMonitor.readiness()).toEqual({ ready: true, reasons: [] });
  pass(4);
  healthMonitor.delivered();
  pass(4);
  expect((await healthMonitor.readiness()).ready).toBe(true);
  pass(2);
  expect((await healthMonitor.readiness()).ready).toBe(false);
  await room.close();
});
