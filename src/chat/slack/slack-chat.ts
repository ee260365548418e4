import { App } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import type { Chat } from '../chat.ts';
import { createAskers } from './askers.ts';
import { limits } from './limits.ts';
import { listen, type SlackCommand } from './listen.ts';
import { nameCommands } from './name-commands.ts';
import { createPoster } from './post-messages.ts';
import { createSlackApi } from './slack-api.ts';
import { createSlackLog } from './slack-log.ts';
import { createSocket } from './socket.ts';

export interface SlackChatOptions {
  readonly botToken: string;
  readonly appToken: string;
  readonly commands: readonly SlackCommand[];
  /** With its slash. */
  readonly slashCommand?: string;
  /** User ids; when empty, every member of a channel may manage its subscriptions. */
  readonly admins?: readonly string[];
  readonly log: Log;
  /** Another Slack than Slack, for tests. */
  readonly slackApiUrl?: string;
}

/** Slack over Socket Mode, for one workspace. What Slack refuses is a ChatError whose kind says what follows. */
export function createSlackChat(options: SlackChatOptions): Chat {
  const { botToken, appToken, commands, slashCommand = '/dw', admins = [], log, slackApiUrl } = options;
  const api = createSlackApi({ botToken, slackApiUrl, log });
  const poster = createPoster({ api, log });
  const naming = { slashCommand, names: commands.map(({ name }) => name) };
  const work = new Set<Promise<void>>();
  let socket: ReturnType<typeof createSocket> | undefined;

  return {
    platform: 'slack',
    pace: limits.pace,

    async start(handlers) {
      socket = createSocket({ appToken, slackApiUrl, log });
      const app = new App({
        receiver: socket.receiver,
        authorize: async () => ({ ...(await api.identity()), botToken }),
        convoStore: false,
        logger: createSlackLog(log),
        ...(slackApiUrl !== undefined && { clientOptions: { slackApiUrl } }),
      });
      app.error(async (error) => log.error({ err: error }, 'something from Slack could not be answered'));
      listen({ api, app, poster, naming, commands, handlers, log, askers: createAskers({ api, admins }), track });
      await socket.start();
    },

    async stop() {
      await socket?.stop();
      socket = undefined;
      await Promise.allSettled(work);
    },

    post: (channel, message, post) => poster.post(channel, nameCommands(message, naming), post),
    edit: (post, message) => poster.edit(post, nameCommands(message, naming)),
    remove: poster.remove,
    findDelivery: poster.findDelivery,

    async tellUser({ workspaceId, userId }, message) {
      await poster.post({ platform: 'slack', workspaceId, channelId: userId }, nameCommands(message, naming));
    },
  };

  async function track(task: Promise<void>): Promise<void> {
    work.add(task);
    try {
      await task;
    } finally {
      work.delete(task);
    }
  }
}
