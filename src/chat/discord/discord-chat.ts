import {
  type APIInteraction,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  type REST,
} from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import { UserError } from '../../user-error.ts';
import type { Chat, ChatHandlers } from '../chat.ts';
import { createChannelFacts } from './channel-facts.ts';
import { createDiscordPosts } from './discord-posts.ts';
import { restOptions } from './discord-rest.ts';
import { createGatewayWatch, type GatewayState } from './gateway-watch.ts';
import { handleInteraction } from './handle-interaction.ts';
import type { ManagePermission } from './read-interaction.ts';
import type { MessageStyle } from './render-message.ts';
import { createRequestGuard } from './request-guard.ts';
import { createSender } from './sender.ts';

export interface DiscordChatOptions {
  readonly token: string;
  readonly log: Log;
  readonly style?: MessageStyle;
  readonly crosspost?: boolean;
  /** The permission that lets a member change a channel's subscriptions. */
  readonly managedBy?: ManagePermission;
  /** Gateway connections: as many as Discord advises, or this process's share of so many. */
  readonly shards?: 'auto' | { readonly ids: readonly number[]; readonly count: number };
  /** Another address than Discord's, for tests. */
  readonly api?: string;
  readonly timeoutMs?: number;
}

export interface DiscordChat extends Chat {
  /** For health and metrics. */
  state(): DiscordState;
}

export interface DiscordState {
  readonly gateway: GatewayState;
  /** Of the last ten minutes; Discord bans at 10,000. */
  readonly invalidRequests: number;
}

/** Discord as a chat: messages over HTTP, commands and buttons from the gateway. */
export function createDiscordChat(options: DiscordChatOptions): DiscordChat {
  const { token, log, style = 'components', crosspost = false, managedBy = 'ManageChannels' } = options;
  const guard = createRequestGuard();
  const client = createClient(options, restOptions({ ...options, guard }));
  const rest: REST = client.rest.setToken(token);
  const sender = createSender(rest);
  const channels = createChannelFacts(rest);
  const posts = createDiscordPosts({ rest, sender, channels, style, crosspost, log });
  const gateway = createGatewayWatch(client, log);
  const inHand = new Set<Promise<void>>();

  return {
    ...posts,
    platform: 'discord',
    // https://docs.discord.com/developers/topics/rate-limits; a channel's own limit is not documented and as seen.
    pace: { platform: { messages: 50, perMs: 1_000 }, channel: { messages: 5, perMs: 5_000 } },
    state: () => ({ gateway: gateway.state(), invalidRequests: guard.count() }),

    async start(handlers) {
      listen(handlers);
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      try {
        await client.login(token);
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'TokenInvalid') throw error;
        throw new UserError('Discord does not take the token. Set DISCORD_TOKEN to the bot token of your application.');
      }
      await ready;
    },

    async stop() {
      await Promise.allSettled(inHand);
      await client.destroy();
    },
  };

  function listen(handlers: ChatHandlers): void {
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      const work = handleInteraction(interaction, { handlers, sender, style, managedBy, post: posts.post, log });
      inHand.add(work);
      void work.finally(() => inHand.delete(work));
    });
    client.on(Events.ChannelDelete, (channel) => {
      channels.forget(channel.id);
      const workspaceId = 'guildId' in channel ? channel.guildId : '@me';
      handlers.onChannelLost?.({ platform: 'discord', workspaceId, channelId: channel.id }, 'the channel was deleted');
    });
    client.on(Events.ChannelUpdate, (_before, { id }) => channels.forget(id));
    client.on(Events.GuildDelete, ({ id }) => {
      handlers.onWorkspaceLost?.({ platform: 'discord', workspaceId: id }, 'the bot was removed from the server');
    });
  }
}

/** Guilds alone: commands and buttons need no intent, and no message is read. */
const intents = [GatewayIntentBits.Guilds];

function createClient({ shards = 'auto' }: DiscordChatOptions, rest: ReturnType<typeof restOptions>): Client {
  return new Client({
    intents,
    rest,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
      PresenceManager: 0,
      VoiceStateManager: 0,
      ReactionManager: 0,
    }),
    ...(shards === 'auto' ? { shards } : { shards: [...shards.ids], shardCount: shards.count }),
  });
}
