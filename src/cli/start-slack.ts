import { commands } from '../../commands/index.ts';
import type { Chat, ChatHandlers } from '../chat/chat.ts';
import type { Config } from '../config.ts';
import { readSecret } from '../read-secret.ts';
import type { Log } from '../runtime/log.ts';

/**
 * Slack, where tokens for it are set; its code is loaded only then. Without a network it is tried again until `stop`, and the service runs
 * meanwhile.
 */
export async function startSlack(
  env: Readonly<Record<string, string | undefined>>,
  { config, handlers, log }: { config: Config; handlers: ChatHandlers; log: Log },
): Promise<Chat | undefined> {
  const botToken = readSecret('SLACK_BOT_TOKEN', env);
  const transport = readTransport(env, config);
  if (!botToken || !transport) {
    if (botToken) log.warn('SLACK_BOT_TOKEN is set without SLACK_APP_TOKEN or SLACK_SIGNING_SECRET; see docs/slack.md');
    return undefined;
  }
  const { createSlackChat } = await import('../chat/slack/slack-chat.ts');
  const { command: slashCommand, admins } = config.chat.slack;
  const chat = createSlackChat({ botToken, transport, commands, slashCommand, admins, log });
  const started = chat.start(handlers).catch((err: unknown) => log.error({ err }, 'Slack could not be started'));
  return {
    ...chat,
    async stop() {
      await chat.stop();
      await started;
    },
  };
}

/** Socket Mode where there is an app token, else HTTP with the signing secret. */
function readTransport(env: Readonly<Record<string, string | undefined>>, { chat }: Config) {
  const appToken = readSecret('SLACK_APP_TOKEN', env);
  if (appToken) return { kind: 'socket' as const, appToken };
  const signingSecret = readSecret('SLACK_SIGNING_SECRET', env);
  return signingSecret ? { kind: 'http' as const, signingSecret, ...chat.slack.http } : undefined;
}
