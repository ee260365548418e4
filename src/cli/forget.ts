import type { Platform } from '../chat/chat.ts';
import { loadConfig } from '../config.ts';
import { createForgetting, type Forgotten } from '../storage/forget.ts';
import { UserError } from '../user-error.ts';
import { openData } from './open-data.ts';
import { printJson } from './print.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `kurzwelle forget`: takes out what is kept of a person, a channel or a workspace; docs/privacy.md. The service must not run. */
export async function forget(
  what: 'user' | 'channel' | 'workspace',
  platform: Platform,
  ids: readonly string[],
  { json = false }: { readonly json?: boolean },
  env: Env,
): Promise<void> {
  const [first = '', second] = ids;
  const wanted = what === 'channel' ? 2 : 1;
  if (ids.length !== wanted)
    throw new UserError(
      what === 'channel'
        ? 'A channel is named by two ids: kurzwelle forget channel slack <workspace> <channel>.'
        : `One id names a ${what}: kurzwelle forget ${what} ${platform} <id>.`,
    );
  const data = await openData(loadConfig(env), env);
  try {
    const forgetting = createForgetting(data.db);
    const forgotten =
      what === 'user'
        ? await forgetting.user(platform, first)
        : await forgetting.place(platform, { workspaceId: first, channelId: second });
    if (json) printJson(forgotten);
    else process.stdout.write(`${describe(forgotten, what)}\n`);
  } finally {
    await data.close();
  }
}

function describe({ channels, subscriptions, unnamed }: Forgotten, what: string): string {
  if (what === 'user')
    return unnamed === 0
      ? 'Nothing here names this user.'
      : `Taken out of ${unnamed} ${unnamed === 1 ? 'place' : 'places'}.`;
  if (channels === 0) return `Nothing is kept of this ${what}.`;
  return `Removed: ${channels} ${channels === 1 ? 'channel' : 'channels'}, ${subscriptions} ${subscriptions === 1 ? 'subscription' : 'subscriptions'}, with what was sent there. Backups made before still hold it.`;
}
