import { App } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import type { Chat } from '../chat.ts';
import { createAskers } from './askers.ts';
import { createHttpTransport } from './http-transport.ts';
import { limits } from './limits.ts';
import { listen, type SlackCommand } from './listen.ts';
import { botScopes } from './manifest.ts';
import { nameCommands } from './name-commands.ts';
import { createPoster } from './post-messages.ts';
import { createSlackApi } from './slack-api.ts';
import { createSlackLog } from './slack-log.ts';
import { createSocket, type SlackTransport } from './socket.ts';
import { createTurns } from './turns.ts';

export interface SlackChatOptions {
  readonly botToken: string;
  readonly transport: SlackTransportChoice;
  readonly commands: readonly SlackCommand[];
  /** With its slash. */
  readonly slashCommand?: string;
  /** User ids; when empty, every member of a channel may manage its subscriptions. */
  readonly admins?: readonly string[];
  readonly log: Log;
  /** Another Slack than Slack, for tests. */
  readonly slackApiUrl?: string;
}

/** Socket Mode needs no public address; HTTP needs one in front of us. */
export type SlackTransportChoice =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly host: string; readonly port: number };

/** Slack, for one workspace. What Slack refuses is a ChatError whose kind says what follows. */
export function createSlackChat(options: SlackChatOptions): Chat {
  const { botToken, commands, slashCommand = '/dw', admins = [], log, slackApiUrl } = options;
  const api = createSlackApi({ botToken, slackApiUrl, log });
  const poster = createPoster({ api, log });
  const naming = { slashCommand, names: commands.map(({ name }) => name) };
  const turns = createTurns();
  let transport: SlackTransport | undefined;

  return {
    platform: 'slack',
    pace: limits.pace,

    async start(handlers) {
      transport = createTransport(options);
      const app = new App({
        receiver: transport.receiver,
        authorize: async () => ({ ...(await api.identity()), botToken }),
        convoStore: false,
        logger: createSlackLog(log),
        ...(slackApiUrl !== undefined && { clientOptions: { slackApiUrl } }),
      });
      app.error(async (error) => log.error({ err: error }, 'something from Slack could not be answered'));
      listen({ api, app, poster, naming, commands, handlers, log, askers: createAskers({ api, admins }), turns });
      await transport.start();
      await warnOfScopes();
    },

    async stop() {
      // Answers to forms go out over the connection, so it ends after them.
      await turns.idle();
      await transport?.stop();
      transport = undefined;
      await turns.idle();
    },

    post: (channel, message, post) => poster.post(channel, nameCommands(message, naming), post),
    edit: (post, message) => poster.edit(post, nameCommands(message, naming)),
    remove: poster.remove,
    findDelivery: poster.findDelivery,

    async tellUser({ workspaceId, userId }, message) {
      await poster.post({ platform: 'slack', workspaceId, channelId: userId }, nameCommands(message, naming));
    },
  };

  /** A scope that was not granted shows late otherwise, as a delivery that may come twice or a mention without an answer. */
  async function warnOfScopes(): Promise<void> {
    try {
      const { scopes, workspaceId } = await api.identity();
      const missing = Object.entries(botScopes).filter(([scope]) => !scopes.includes(scope));
      log.info({ workspaceId }, 'connected to Slack');
      if (scopes.length > 0 && missing.length > 0)
        log.warn({ missing: Object.fromEntries(missing) }, 'the Slack app lacks scopes; update it from the manifest');
    } catch (err) {
      log.error({ err }, 'Slack does not take SLACK_BOT_TOKEN, or cannot be reached');
    }
  }
}

function createTransport({ transport, slackApiUrl, log }: SlackChatOptions): SlackTransport {
  if (transport.kind === 'http') return createHttpTransport({ ...transport, log });
  return createSocket({ appToken: transport.appToken, slackApiUrl, log });
}
