import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { register } from '../../src/cli/verbs/register.ts';
import { UserError } from '../../src/user-error.ts';
import { startDiscord } from '../chat/discord/discord-service.ts';
import { freePort } from '../fakes/free-port.ts';

it('registers the commands that differ, says which, and where to add the bot', async () => {
  const { fake } = await startDiscord();
  const env = { DISCORD_TOKEN: fake.token };

  const dry = await register({ api: fake.api, dryRun: true }, env);
  const first = await register({ api: fake.api }, env);
  const second = await register({ api: fake.api }, env);

  expect(dry).toContain('+ who');
  expect(dry).toContain('Dry run');
  expect(first).toContain('Registered.');
  expect(second).toMatch(/^All \d+ commands are up to date\.$/mu);
  const [link = '', ownLooks = ''] = second.match(/https:\S+/gu) ?? [];
  const query = new URL(link).searchParams;
  expect(query.get('client_id')).toBe(fake.store.applicationId);
  // View Channels, Send Messages, Embed Links, Attach Files, Read Message History, Create Public Threads, Send Messages in Threads; nothing else.
  expect(BigInt(query.get('permissions') ?? 0)).toBe(
    0x400n | 0x800n | 0x4000n | 0x8000n | 0x10000n | (1n << 35n) | (1n << 38n),
  );
  const more = BigInt(new URL(ownLooks).searchParams.get('permissions') ?? 0) ^ BigInt(query.get('permissions') ?? 0);
  // Manage Webhooks.
  expect(more).toBe(1n << 29n);
});

it.each([
  ['no token', {}, {}, /Set DISCORD_TOKEN/u],
  ['a server that is no number', { guild: 'my server' }, { DISCORD_TOKEN: 'x' }, /"my server" is not a server ID/u],
])('says what to do about %s', async (_name, options, env, wanted) => {
  await expect(register(options, env)).rejects.toThrow(wanted);
});

it('says in a sentence that Discord cannot be reached, or refuses the token', async () => {
  const api = `http://127.0.0.1:${await freePort()}/api`;
  const env = { DISCORD_TOKEN: 'x' };
  await expect(register({ api }, env)).rejects.toThrow(
    new UserError(
      'Discord could not be reached (ECONNREFUSED). Check the network of this machine, then run kurzwelle register again.',
    ),
  );
  const { fake } = await startDiscord();
  await expect(register({ api: fake.api }, env)).rejects.toThrow(UserError);
});

it('offers what changes subscriptions to those whom the configuration names', async () => {
  const { fake } = await startDiscord();
  const folder = await mkdtemp(join(tmpdir(), 'kurzwelle-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'kurzwelle.yaml');
  await writeFile(file, 'chat: { discord: { managedBy: ManageMessages } }');

  await register({ api: fake.api }, { DISCORD_TOKEN: fake.token, KURZWELLE_CONFIG: file });

  expect(fake.store.commands.find(({ name }) => name === 'subscribe')).toMatchObject({
    default_member_permissions: String(1 << 13),
  });
});
