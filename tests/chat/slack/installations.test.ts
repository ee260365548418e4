import { beforeEach, expect, it, vi } from 'vitest';
import { createInstallations, type Installation } from '../../../src/chat/slack/installations.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createSealer } from '../../../src/runtime/sealer.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { MemoryInstallations } from '../../fakes/memory-installations.ts';

const keys = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
const acme: Installation = {
  id: 'T1',
  kind: 'workspace',
  name: 'Acme',
  botId: 'B1',
  botUserId: 'UBOT',
  scopes: ['chat:write'],
  installedBy: 'U1',
  installedAt: '2026-02-03T10:00:00Z',
  token: 'xoxb-1',
  refreshToken: 'xoxe-1',
  expiresAt: '2026-02-03T22:00:00Z',
};

let records: MemoryInstallations;
let clock: FakeClock;
let exchange: ReturnType<
  typeof vi.fn<(refreshToken: string) => Promise<{ token: string; refreshToken: string; expiresInSeconds: number }>>
>;
beforeEach(() => {
  records = new MemoryInstallations();
  clock = new FakeClock('2026-02-03T10:00:00Z');
  exchange = vi.fn(async () => ({ token: 'xoxb-2', refreshToken: 'xoxe-2', expiresInSeconds: 43_200 }));
});

const open = (key = keys[0] ?? '') =>
  createInstallations({ records, sealer: createSealer(key), exchange, log: silentLog, now: () => clock.now() });

it('keeps tokens encrypted, and gives them back', async () => {
  const installations = open();
  await installations.save(acme);
  expect(JSON.stringify([...records.all])).not.toMatch(/xox/u);
  expect(await installations.find('T1')).toEqual(acme);
  expect(await installations.find('T2')).toBeUndefined();
  expect(exchange).not.toHaveBeenCalled();
});

it('exchanges a token two hours before it expires, once for all who wait for it', async () => {
  const installations = open();
  await installations.save(acme);
  clock.advance({ hours: 10 });
  const found = await Promise.all([installations.find('T1'), installations.find('T1')]);
  expect(found.map((each) => each?.token)).toEqual(['xoxb-2', 'xoxb-2']);
  expect(exchange.mock.calls).toEqual([['xoxe-1']]);
  expect(await open().find('T1')).toMatchObject({ refreshToken: 'xoxe-2', expiresAt: '2026-02-04T08:00:00Z' });
});

it('takes the tokens of another process that was faster', async () => {
  await open().save(acme);
  clock.advance({ hours: 10 });
  exchange.mockImplementation(async () => {
    const other = { ...acme, token: 'xoxb-3', refreshToken: 'xoxe-3', expiresAt: '2026-02-04T08:00:00Z' };
    await open().save(other);
    throw new Error('invalid_refresh_token');
  });
  expect(await open().find('T1')).toMatchObject({ token: 'xoxb-3' });
});

it('goes on with the old token where Slack cannot be asked, and asks again', async () => {
  const installations = open();
  await installations.save(acme);
  clock.advance({ hours: 10 });
  exchange.mockRejectedValueOnce(new Error('unreachable'));
  expect((await installations.find('T1'))?.token).toBe('xoxb-1');
  clock.advance({ minutes: 1 });
  expect((await installations.find('T1'))?.token).toBe('xoxb-2');
});

it('encrypts with a new key what an older one encrypted, so that the older one can go', async () => {
  await open().save(acme);
  const rotated = open(`${keys[1]},${keys[0]}`);
  expect(await rotated.find('T1')).toEqual(acme);
  expect([await rotated.reseal(), await rotated.reseal()]).toEqual([1, 0]);
  expect(await open(keys[1]).find('T1')).toEqual(acme);
  await expect(open(keys[0]).find('T1')).rejects.toMatchObject({ name: 'SealError' });
});

it('hears within half a minute that another process removed an installation', async () => {
  const installations = open();
  await installations.save(acme);
  await installations.find('T1');
  await open().remove('T1');
  clock.advance({ seconds: 30 });
  expect(await installations.find('T1')).toBeUndefined();
});
