import { commands } from '../../../commands/index.ts';
import { ChatError } from '../../chat/chat.ts';
import type { ApplicationReport } from '../../chat/discord/examine-application.ts';
import type { SlackFeatures } from '../../chat/slack/manifest.ts';
import type { Config } from '../../config/config.ts';
import { silentLog } from '../../runtime/log.ts';
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
          'Discord rejected DISCORD_TOKEN',
          'reset the token under Bot in the developer portal, and set the new one',
        ),
      ];
    return [
      warning(
        `could not reach Discord: ${error.message}`,
        "check this machine's network, and https://discordstatus.com",
      ),
    ];
  }
}

function inServers({ botName, guilds, installLink }: ApplicationReport): readonly Finding[] {
  if (guilds.length === 0) return [warning(`${botName} is not in any server`, `add it: ${installLink}`)];
  const lacking = guilds.filter(({ missing }) => missing.length > 0);
  return [
    ok(`${botName} is in ${guilds.length} ${guilds.length === 1 ? 'server' : 'servers'}`),
    ...lacking.map(({ name, missing }) =>
      failure(
        `it is missing permissions in "${name}": ${missing.join(', ')}`,
        `grant them to its role, or open ${installLink}`,
      ),
    ),
  ];
}

function intents({ hasMessageContent }: ApplicationReport, reads: DiscordCheckOptions['reads']): readonly Finding[] {
  if (reads !== 'links' || hasMessageContent) return [];
  return [
    failure(
      'chat.discord.reads is links, but the Message Content Intent is off',
      'turn it on under Bot in the developer portal, or set chat.discord.reads to mentions',
    ),
  ];
}

function registered({ commands: { added, changed, removed } }: ApplicationReport): readonly Finding[] {
  const differing = [...added, ...changed, ...removed];
  if (differing.length === 0) return [ok('all commands are registered')];
  return [
    failure(
      `commands registered with Discord are out of date: ${differing.join(', ')}`,
      'npm run kurzwelle -- register',
    ),
  ];
}

function sessions({ sessionsLeft }: ApplicationReport): readonly Finding[] {
  if (sessionsLeft > 0) return [];
  return [
    failure(
      'the bot has used up its Discord connections for today',
      'find out why it restarts so often; Discord allows more within a day',
    ),
  ];
}

export interface SlackCheckOptions {
  readonly botToken: string | undefined;
  readonly appToken: string | undefined;
  /** Of an app for many workspaces. */
  readonly clientId: string | undefined;
  readonly features: SlackFeatures;
  /** Another Slack than Slack, for tests. */
  readonly slackApiUrl?: string | undefined;
}

/** Whether Slack takes the tokens, and grants the scopes that what is switched on needs. Slack's code is loaded only then. */
export async function checkSlack(options: SlackCheckOptions): Promise<readonly Finding[]> {
  const { botToken, appToken, clientId } = options;
  if (!botToken && !appToken && !clientId) return [skipped('not configured')];
  const findings = await Promise.all([
    botToken ? checkBotToken(botToken, options) : [],
    appToken ? checkAppToken(appToken, options) : [],
  ]);
  if (clientId) findings.push([skipped('several workspaces: their tokens are checked when the service starts')]);
  return findings.flat();
}

async function checkBotToken(token: string, { features, slackApiUrl }: SlackCheckOptions): Promise<readonly Finding[]> {
  const [api, { isOptional, scopesMissing }] = await Promise.all([
    apiOf(token, slackApiUrl),
    import('../../chat/slack/manifest.ts'),
  ]);
  try {
    const { workspaceId, scopes } = await api.identity();
    const known = ok(`SLACK_BOT_TOKEN works, workspace ${workspaceId}`);
    // Where Slack names no scopes there is nothing to compare with.
    const missing = scopes.length === 0 ? {} : scopesMissing(scopes, features);
    const remedy = "paste the output of kurzwelle manifest into the app's manifest, and reinstall the app";
    return [
      known,
      ...Object.entries(missing).map(([scope, what]) =>
        isOptional(scope)
          ? skipped(`optional scope ${scope} is not granted: ${what}`)
          : failure(`missing scope ${scope}: ${what}`, remedy),
      ),
    ];
  } catch (error) {
    return [
      refusal('SLACK_BOT_TOKEN', error, 'copy it again from OAuth & Permissions; reinstall the app if it was removed'),
    ];
  }
}

async function checkAppToken(token: string, { slackApiUrl }: SlackCheckOptions): Promise<readonly Finding[]> {
  const api = await apiOf(token, slackApiUrl);
  try {
    await api.call((client) => client.apps.connections.open({}));
    return [ok('SLACK_APP_TOKEN works; Socket Mode is on')];
  } catch (error) {
    return [
      refusal(
        'SLACK_APP_TOKEN',
        error,
        'create one with the scope connections:write under Basic Information, and turn on Socket Mode',
      ),
    ];
  }
}

async function apiOf(token: string, slackApiUrl: string | undefined) {
  const [{ createSlackApi }, { noFigures }] = await Promise.all([
    import('../../chat/slack/slack-api.ts'),
    import('../../chat/slack/slack-api.ts'),
  ]);
  return createSlackApi({ token: async () => token, slackApiUrl, figures: noFigures, log: silentLog });
}

function refusal(name: string, error: unknown, remedy: string): Finding {
  if (!(error instanceof ChatError)) throw error;
  const { kind, message } = error;
  if (kind === 'retryable' || kind === 'ambiguous')
    return warning(`could not check ${name}: ${message}`, "check this machine's network, and https://slack-status.com");
  return failure(`${name}: ${message}`, remedy);
}
