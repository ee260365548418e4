import { commands } from '../../../commands/index.ts';
import { ChatError } from '../../chat/chat.ts';
import type { ApplicationReport } from '../../chat/discord/examine-application.ts';
import type { Config } from '../../config/config.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';

export interface DiscordCheckOptions {
  readonly token: string | undefined;
  readonly reads: Config['chat']['discord']['reads'];
  /** Another address than Discord's, for tests. */
  readonly api?: string | undefined;
}

/** Whether Discord takes the token, and has the intents, permissions and commands that we need. Discord's code is loaded only then. */
export async function checkDiscord({ token, reads, api }: DiscordCheckOptions): Promise<readonly Finding[]> {
  if (!token) return [skipped('not configured')];
  const { examineApplication } = await import('../../chat/discord/examine-application.ts');
  try {
    const report = await examineApplication(commands, { token, api });
    return [...inServers(report), ...intents(report, reads), ...registered(report), ...sessions(report)];
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    const wasRefused = (error.cause as { readonly status?: number } | undefined)?.status === 401;
    if (wasRefused)
      return [
        failure(
          'Discord does not take DISCORD_TOKEN',
          'reset the token under Bot in the developer portal, and set it anew',
        ),
      ];
    return [
      warning(
        `Discord could not be asked: ${error.message}`,
        'check the network of this machine, and https://discordstatus.com',
      ),
    ];
  }
}

function inServers({ botName, guilds, installLink }: ApplicationReport): readonly Finding[] {
  if (guilds.length === 0) return [warning(`${botName} is in no server`, `add it: ${installLink}`)];
  const lacking = guilds.filter(({ missing }) => missing.length > 0);
  return [
    ok(`${botName} is in ${guilds.length} ${guilds.length === 1 ? 'server' : 'servers'}`),
    ...lacking.map(({ name, missing }) =>
      failure(`in "${name}" it lacks ${missing.join(', ')}`, `give its role these permissions, or open ${installLink}`),
    ),
  ];
}

function intents({ hasMessageContent }: ApplicationReport, reads: DiscordCheckOptions['reads']): readonly Finding[] {
  if (reads !== 'links' || hasMessageContent) return [];
  return [
    failure(
      'chat.discord.reads is links, but the Message Content Intent is off',
      'switch it on under Bot in the developer portal, or set chat.discord.reads to mentions',
    ),
  ];
}

function registered({ commands: { added, changed, removed } }: ApplicationReport): readonly Finding[] {
  const differing = [...added, ...changed, ...removed];
  if (differing.length === 0) return [ok('Discord has all commands')];
  return [
    failure(
      `Discord does not have these commands as they are: ${differing.join(', ')}`,
      'npm run kurzwelle -- register',
    ),
  ];
}

function sessions({ sessionsLeft }: ApplicationReport): readonly Finding[] {
  if (sessionsLeft > 0) return [];
  return [
    failure(
      'Discord lets the bot connect no more today',
      'see why it restarts so often; Discord allows again within a day',
    ),
  ];
}
