import { expect, test } from 'vitest';
import { silentLog } from '../../src/runtime/log.ts';
import { createWatch, type TroubleSource } from '../../src/runtime/watch.ts';
import { chatsDown, deadDeliveries, diskNearlyFull } from '../../src/services/operator-alerts.ts';
import { otherReason, type Reason, reason, reasonInEnglish } from '../../src/wording/reason.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

/** An operator's channel that can be out of reach, and what was told there, over restarts of the watch. */
function operator() {
  const told: string[] = [];
  let kept: string | undefined;
  const state = { isReachable: true, isFull: false };
  return {
    told,
    state,
    keep: (text: string) => {
      kept = text;
    },
    watch: (...sources: TroubleSource[]) =>
      createWatch({
        sources,
        async tell({ title }, kind) {
          if (!state.isReachable) return false;
          told.push(`${kind}: ${reasonInEnglish(title)}`);
          return true;
        },
        memory: {
          find: async () => kept,
          async save(text) {
            if (state.isFull) throw new Error('database or disk is full');
            kept = text;
          },
        },
        log: silentLog,
      }),
  };
}

test('a disk that fills is told once, over a restart, too, and its end when there is clearly room again', async () => {
  const { told, watch } = operator();
  let megabytes = 600;
  const disk = () => diskNearlyFull(async () => megabytes * 2 ** 20, { dataDir: 'data', leastMegabytes: 500 });
  const first = watch(disk());
  await first.tick();
  expect(told).toEqual([]);
  megabytes = 499;
  await first.tick();
  await first.tick();
  await watch(disk()).tick();
  expect(told).toEqual(['began: The disk is almost full']);
  megabytes = 550;
  await watch(disk()).tick();
  expect(told).toHaveLength(1);
  megabytes = 601;
  await watch(disk()).tick();
  await watch(disk()).tick();
  expect(told).toEqual(['began: The disk is almost full', 'ended: The disk is almost full']);
});

test('a delivery that was given up is told, of one subscription once, and is over when one arrives', async () => {
  const { told, watch } = operator();
  const clock = new FakeClock('2026-05-06T08:00:00Z');
  const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
  const end = { subscriptionId: 7, channel, reason: otherReason('too long'), dueAt: clock.now() };
  let ends = [{ ...end, deliveryId: 'd1' }];
  const source = deadDeliveries(
    async () => ends,
    () => clock.now(),
  );
  const { tick } = watch(source);
  await tick();
  ends = [{ ...end, deliveryId: 'd2' }];
  clock.advance({ hours: 100 });
  await tick();
  expect(told).toEqual(["began: A briefing couldn't be delivered (slack, C1)"]);
  ends = [];
  await tick();
  expect(told[1]).toBe("ended: A briefing couldn't be delivered (slack, C1)");
  // What died days before somebody looked is no news.
  ends = [{ ...end, deliveryId: 'd3', dueAt: clock.now().subtract({ hours: 73 }) }];
  await tick();
  expect(told).toHaveLength(2);
});

test('a gateway is down after three minutes, not at each new connection', async () => {
  const { told, watch } = operator();
  const clock = new FakeClock('2026-05-06T08:00:00Z');
  let problem: Reason | undefined = reason('gatewayDown');
  const { tick } = watch(chatsDown([{ platform: 'discord', problem: () => problem }], () => clock.now()));
  await tick();
  clock.advance({ minutes: 2 });
  await tick();
  problem = undefined;
  await tick();
  problem = reason('gatewayDown');
  for (let minute = 0; minute < 3; minute++) {
    await tick();
    clock.advance({ minutes: 1 });
  }
  expect(told).toEqual([]);
  await tick();
  await tick();
  problem = undefined;
  await tick();
  expect(told).toEqual(['began: Cannot reach discord', 'ended: Cannot reach discord']);
});

test('what could not be told is told later, and a source that fails ends nothing', async () => {
  const { told, state, watch } = operator();
  let fails = false;
  const source: TroubleSource = {
    name: 'any',
    async look() {
      if (fails) throw new Error('no answer');
      return [{ key: 'a', title: otherReason('Trouble'), text: otherReason('Do something.') }];
    },
  };
  const { tick } = watch(source);
  state.isReachable = false;
  await tick();
  expect(told).toEqual([]);
  state.isReachable = true;
  await tick();
  fails = true;
  await tick();
  expect(told).toEqual(['began: Trouble']);
});

test('a disk that is too full to keep what was told is told once all the same, and when there is room again', async () => {
  const { told, state, watch } = operator();
  let megabytes = 0;
  const first = watch(diskNearlyFull(async () => megabytes * 2 ** 20, { dataDir: 'data', leastMegabytes: 500 }));
  state.isFull = true;
  for (let minute = 0; minute < 3; minute++) await first.tick();
  expect(told).toEqual(['began: The disk is almost full']);
  [megabytes, state.isFull] = [900, false];
  for (let minute = 0; minute < 2; minute++) await first.tick();
  expect(told).toEqual(['began: The disk is almost full', 'ended: The disk is almost full']);
});

test('what was told before and cannot be read any more is told again', async () => {
  const { told, keep, watch } = operator();
  keep('{"disk:spa');
  const disk = diskNearlyFull(async () => 0, { dataDir: 'data', leastMegabytes: 500 });
  await watch(disk).tick();
  await watch(disk).tick();
  expect(told).toEqual(['began: The disk is almost full']);
});
