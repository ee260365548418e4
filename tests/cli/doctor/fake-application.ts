import { register } from '../../../src/cli/verbs/register.ts';
import { startFakeDiscord } from '../../fakes/fake-discord.ts';

export interface FakeApplicationFacts {
  readonly flags?: number;
  readonly guilds?: readonly { readonly name: string; readonly permissions: string }[];
  readonly sessionsLeft?: number;
  readonly isRegistered?: boolean;
}

/** Bits of what the bot asks for: docs/discord.md. */
export const allPermissions = String(0x400n | 0x800n | 0x4000n | 0x8000n | 0x10000n | (1n << 35n) | (1n << 38n));

/** A Discord that knows an application, with what `doctor` asks of it. */
export async function startFakeApplication({
  flags = 0,
  guilds = [{ name: 'Desk', permissions: allPermissions }],
  sessionsLeft = 990,
  isRegistered = true,
}: FakeApplicationFacts = {}) {
  const fake = await startFakeDiscord();
  if (isRegistered) await register({ api: fake.api }, { DISCORD_TOKEN: fake.token });
  const asked = fake.requests.length;
  const say = (path: RegExp, body: unknown): void =>
    fake.addFault({ method: 'GET', path, times: 9, response: { status: 200, body } });
  say(/^\/applications\/@me$/u, { id: fake.store.applicationId, flags });
  say(
    /^\/users\/@me\/guilds$/u,
    guilds.map((guild, index) => ({ id: String(index), ...guild })),
  );
  say(/^\/gateway\/bot$/u, { url: 'wss://nowhere', shards: 1, session_start_limit: { remaining: sessionsLeft } });
  return { ...fake, askedSince: () => fake.requests.length - asked };
}
