import { setTimeout } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { startDiscord } from '../../src/lifecycle/start-discord.ts';
import { createLocalLocks } from '../../src/runtime/locks.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { sampleHandlers } from '../chat/local/sample-service.ts';
import { eventually } from '../fakes/eventually.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/fake-discord.ts';

async function started({ fake }: { fake: FakeDiscord }) {
  const pauses: number[] = [];
  const discord = await startDiscord(
    { DISCORD_TOKEN: fake.token },
    {
      config: parseConfig('', 'test'),
      handlers: sampleHandlers(),
      log: silentLog,
      api: fake.api,
      timer: { nowMs: () => performance.now(), wait: async (ms) => void pauses.push(ms) },
    },
  );
  onTestFinished(async () => {
    await discord?.stop();
    await fake.stop();
  });
  return { discord, pauses };
}

it('does nothing without a token', async () => {
  const config = parseConfig('', 'test');
  expect(await startDiscord({}, { config, handlers: sampleHandlers(), log: silentLog })).toBeUndefined();
});

it('tries again, ever more rarely, until there is a network', async () => {
  const fake = await startFakeDiscord();
  fake.addFault({ path: /^\/gateway\/bot$/, times: 8, response: 'drop' });

  const { discord, pauses } = await started({ fake });

  await eventually(() => expect(discord?.state().gateway.ready).toBe(1));
  const longest = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000];
  expect(pauses.map((ms, index) => ms / (longest[index] ?? 0))).toEqual(
    longest.map(() => expect.toSatisfy((share: number) => share >= 0.5 && share <= 1)),
  );
});

it('leaves it at the first word of Discord that the token is wrong', async () => {
  const fake = await startFakeDiscord();
  fake.gateway.troubles.closeIdentifyWith = 4004;

  const { pauses } = await started({ fake });

  await eventually(() => expect(fake.gateway.seen.some(({ kind }) => kind === 'identify')).toBe(true));
  expect(pauses).toEqual([]);
});

it('can be stopped while it waits for a network', async () => {
  const fake = await startFakeDiscord();
  await fake.stop();
  const config = parseConfig('', 'test');
  const env = { DISCORD_TOKEN: fake.token };
  const discord = await startDiscord(env, { config, handlers: sampleHandlers(), log: silentLog, api: fake.api });

  await discord?.stop();
});

it('of two processes one is connected, the other once that one has ended', async () => {
  const fake = await startFakeDiscord();
  const locks = createLocalLocks();
  const config = parseConfig('', 'test');
  const options = { config, handlers: sampleHandlers(), log: silentLog, api: fake.api, locks };
  const timer = { nowMs: () => performance.now(), wait: () => setTimeout(20) };
  const [one, other] = [
    await startDiscord({ DISCORD_TOKEN: fake.token }, { ...options, timer }),
    await startDiscord({ DISCORD_TOKEN: fake.token }, { ...options, timer }),
  ];
  onTestFinished(async () => {
    await other?.stop();
    await fake.stop();
  });
  const ready = () => [one, other].map((discord) => discord?.state().gateway.ready);
  await eventually(() => expect(ready()).toEqual([1, 0]));

  await one?.stop();
  await eventually(() => expect(other?.state().gateway.ready).toBe(1));
});

it('lets the gateway go when another process may hold it, and takes it again', async () => {
  const fake = await startFakeDiscord();
  const lost = new AbortController();
  const holds = [lost.signal, new AbortController().signal];
  const locks = { take: async () => ({ lost: holds.shift() ?? AbortSignal.abort(), release: async () => undefined }) };
  const config = parseConfig('', 'test');
  const options = { config, handlers: sampleHandlers(), log: silentLog, api: fake.api, locks };
  const discord = await startDiscord({ DISCORD_TOKEN: fake.token }, options);
  onTestFinished(async () => {
    await discord?.stop();
    await fake.stop();
  });
  const connections = () => fake.gateway.seen.filter(({ kind }) => kind === 'identify').length;
  await eventually(() => expect(discord?.state().gateway.ready).toBe(1));

  lost.abort();
  await eventually(() => expect(connections()).toBe(2));
});

it('connects to nothing where another process does, and posts', async () => {
  const fake = await startFakeDiscord();
  const config = parseConfig('', 'test');
  const options = { config, handlers: sampleHandlers(), log: silentLog, api: fake.api, listens: false };
  const discord = await startDiscord({ DISCORD_TOKEN: fake.token }, options);
  await discord?.stop();
  await fake.stop();
  expect(fake.gateway.seen).toEqual([]);
});

it('asks another address than Discord where one is configured', async () => {
  const fake = await startFakeDiscord();
  const config = parseConfig(`chat: { discord: { apiUrl: "${fake.api}/" } }`, 'test');
  const discord = await startDiscord(
    { DISCORD_TOKEN: fake.token },
    { config, handlers: sampleHandlers(), log: silentLog },
  );
  onTestFinished(async () => {
    await discord?.stop();
    await fake.stop();
  });

  await eventually(() => expect(discord?.state().gateway.ready).toBe(1));
  expect(() => parseConfig('chat: { discord: { apiUrl: "http://example.org/api" } }', 'test')).toThrow(/use https/u);
});
