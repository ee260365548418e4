import type { Platform } from '../../chat/chat.ts';
import { loadConfig } from '../../config/config.ts';
import { openData } from '../../services/open-data.ts';
import { forgetArticle } from '../../storage/articles/forget-article.ts';
import { compact, createForgetting, type Forgotten } from '../../storage/upkeep/forget.ts';
import { UserError } from '../../user-error.ts';
import { printJson } from '../terminal-output.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `kurzwelle forget`: removes the data of a person, a channel or a workspace; see docs/privacy.md. The service must be stopped. */
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
        ? 'A channel needs two ids: kurzwelle forget channel slack <workspace> <channel>.'
        : `A ${what} needs one id: kurzwelle forget ${what} ${platform} <id>.`,
    );
  const data = await openData(loadConfig(env), env);
  try {
    const forgetting = createForgetting(data.db);
    const forgotten =
      what === 'user'
        ? await forgetting.user(platform, first)
        : await forgetting.place(platform, { workspaceId: first, channelId: second });
    await compact(data.db);
    if (json) printJson(forgotten);
    else process.stdout.write(`${describe(forgotten, what)}\n`);
  } finally {
    await data.close();
  }
}

function describe({ channels, subscriptions, unnamed }: Forgotten, what: string): string {
  if (what === 'user')
    return unnamed === 0
      ? 'Nothing is stored about this user.'
      : `Removed from ${unnamed} ${unnamed === 1 ? 'place' : 'places'}.`;
  if (channels === 0) return `Nothing is stored about this ${what}.`;
  return `Removed: ${channels} ${channels === 1 ? 'channel' : 'channels'}, ${subscriptions} ${subscriptions === 1 ? 'subscription' : 'subscriptions'}, with everything sent there. Earlier backups still contain it.`;
}

/** `kurzwelle forget-article`: takes articles out of the archive, by their ids or DW's numbers. The service must not run. */
export async function forgetArticles(
  ids: readonly string[],
  { json = false }: { readonly json?: boolean },
  env: Env,
): Promise<void> {
  const data = await openData(loadConfig(env), env);
  try {
    const removed: { readonly id: string; readonly revisions: number }[] = [];
    for (const id of ids.map((typed) => (/^\d+$/.test(typed) ? `dw:${typed}` : typed)))
      removed.push({ id, revisions: await forgetArticle(data.db, id) });
    await compact(data.db);
    if (json) printJson(removed);
    else process.stdout.write(`${removed.map(describeArticle).join('\n')}\n`);
  } finally {
    await data.close();
  }
}

function describeArticle({ id, revisions }: { readonly id: string; readonly revisions: number }): string {
  if (revisions === 0) return `${id} is not in the archive.`;
  return `${id}: removed with ${revisions} ${revisions === 1 ? 'revision' : 'revisions'}; it won't be read again.`;
}
