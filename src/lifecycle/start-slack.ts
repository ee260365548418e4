import { commands } from '../../commands/index.ts';
import type { Chat, ChatHandlers } from '../chat/chat.ts';
import type { InstallationRecords } from '../chat/slack/installations.ts';
import type { SlackFigures } from '../chat/slack/slack-api.ts';
import type { SlackTransportChoice } from '../chat/slack/transport.ts';
import type { SlackAccessChoice } from '../chat/slack/workspaces.ts';
import { type Config, ConfigError } from '../config/config.ts';
import { readSecret } from '../config/environment.ts';
import type { Log } from '../runtime/log.ts';
import { createSealer, type Sealer } from '../runtime/sealer.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface SlackStartOptions {
  readonly config: Config;
  readonly handlers: ChatHandlers;
  readonly records: InstallationRecords;
  readonly figures: SlackFigures;
  readonly log: Log;
  /** Without it this process only posts. */
  readonly listens?: boolean;
}

/**
 * Slack, where tokens for it are set; its code is loaded only then. Without a network it is tried again until `stop`, and the service runs
 * meanwhile.
 */
export async function startSlack(env: Env, options: SlackStartOptions): Promise<Chat | undefined> {
  const { config, figures, handlers, log, listens = true } = options;
  const access = readAccess(env, options);
  const transport = readTransport(env, config);
  if (!access || !transport) {
    if (access) log.warn('Slack is not started: SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing; see docs/slack.md');
    return undefined;
  }
  const { createSlackChat } = await import('../chat/slack/slack-chat.ts');
  const { command: slashCommand, admins, apiUrl, ...features } = config.chat.slack;
  const chat = createSlackChat({
    ...access,
    transport,
    commands,
    slashCommand,
    admins,
    features,
    figures,
    log,
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  });
  const started =
    listens && chat.start(handlers).catch((err: unknown) => log.error({ err }, 'Slack could not be started'));
  return {
    ...chat,
    async stop() {
      await chat.stop();
      await started;
    },
  };
}

/** One workspace by its token, or all that install the app. */
function readAccess(env: Env, { config, records }: SlackStartOptions): SlackAccessChoice | undefined {
  const [botToken, clientId, clientSecret] = ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'].map((name) =>
    readSecret(name, env),
  );
  if (!clientId && !clientSecret) return botToken ? { botToken } : undefined;
  const problems = [
    ...(botToken ? ['SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID for several; set only one of them'] : []),
    ...(clientId ? [] : ['SLACK_CLIENT_ID is missing; find it under Basic Information']),
    ...(clientSecret ? [] : ['SLACK_CLIENT_SECRET is missing; find it under Basic Information']),
  ];
  const sealer = readSealer(env, problems);
  if (!clientId || !clientSecret || !sealer || problems.length > 0) throw new ConfigError('environment', problems);
  return { oauth: { clientId, clientSecret, records, sealer, publicUrl: config.chat.slack.url } };
}

const keyAdvice = 'create one with: openssl rand -base64 32';

function readSealer(env: Env, problems: string[]): Sealer | undefined {
  const keys = readSecret('KURZWELLE_TOKEN_KEY', env);
  if (keys === undefined) {
    problems.push(`KURZWELLE_TOKEN_KEY is missing; it encrypts the tokens of workspaces. ${keyAdvice}`);
    return undefined;
  }
  try {
    return createSealer(keys);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(`KURZWELLE_TOKEN_KEY: ${error.message}; ${keyAdvice}. An older key may follow after a comma`);
    return undefined;
  }
}

/** Socket Mode with an app token, else HTTP with the signing secret. */
function readTransport(env: Env, { chat }: Config): SlackTransportChoice | undefined {
  const appToken = readSecret('SLACK_APP_TOKEN', env);
  if (appToken) return { kind: 'socket', appToken, pagesAt: chat.slack.http };
  const signingSecret = readSecret('SLACK_SIGNING_SECRET', env);
  return signingSecret ? { kind: 'http', signingSecret, ...chat.slack.http } : undefined;
}
