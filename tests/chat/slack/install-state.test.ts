import { expect, it, test } from 'vitest';
import { createInstallState } from '../../../src/chat/slack/install-pages.ts';
import { MemoryInstallations } from '../../fakes/memory-installations.ts';

const installOptions = { scopes: ['chat:write'] };
const open = (secret = 'ours') =>
  createInstallState({ secret: Buffer.from(secret), records: new MemoryInstallations(), installOptions });
const begun = new Date('2026-02-03T10:00:00Z');
const back = new Date('2026-02-03T10:09:59Z');

it('is believed once', async () => {
  const state = open();
  const given = await state.generateStateParam(installOptions, begun);
  expect(await state.verifyStateParam(back, given)).toEqual(installOptions);
  await expect(state.verifyStateParam(back, given)).rejects.toThrow('used before');
});

test.each<[string, (given: string) => string, string]>([
  ['empty', () => '', 'not signed'],
  ['without a signature', (given) => given.split('.')[0] ?? '', 'not signed'],
  ['with other content', (given) => `x${given}`, 'not signed'],
  ['with another signature', (given) => `${given.slice(0, -3)}AAA`, 'not signed'],
])('is not believed %s', async (_name, change, reason) => {
  const state = open();
  const given = change(await state.generateStateParam(installOptions, begun));
  await expect(state.verifyStateParam(back, given)).rejects.toMatchObject({
    code: 'slack_oauth_invalid_state',
    message: expect.stringContaining(reason),
  });
});

it('is not believed after ten minutes, nor when another service signed it', async () => {
  const given = await open().generateStateParam(installOptions, begun);
  await expect(open().verifyStateParam(new Date('2026-02-03T10:10:00Z'), given)).rejects.toThrow('expired');
  await expect(open('theirs').verifyStateParam(back, given)).rejects.toThrow('not signed');
});
