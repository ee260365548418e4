import { randomBytes } from 'node:crypto';
import type { Timer } from '../../runtime/clock.ts';
import type { Log } from '../../runtime/log.ts';
import { reason } from '../../wording/reason.ts';
import type { ChannelRef, Chat, ChatHandlers } from '../chat.ts';
import { createCommandQueue } from '../command-queue.ts';
import type { CommandSyntax } from '../parse-command-line.ts';
import { createChannelFacts } from './channel-facts.ts';
import { createCommandIds } from './command-ids.ts';
import { createCrossposts } from './crosspost.ts';
import { createGateway, type Gateway, type GatewayState, type Reads, type Shards } from './gateway.ts';
import { handleInteraction } from './handle-interaction.ts';
import { handleMessage } from './handle-message.ts';
import { createInteractionSender } from './interaction-sender.ts';
import type { ManagePermission } from './permissions.ts';
import { createDiscordPosts } from './posts.ts';
import type { MemberInChannel } from './read-interaction.ts';
import type { MessageStyle } from './render-message.ts';
import { createDiscordRest, createRequestGuard, type RateLimitCounts } from './rest.ts';
import { createSender } from './sender.ts';
import { createTextBudget } from './text-budget.ts';
import { createWebhooks } from './webhooks.ts';

export interface DiscordChatOptions {
  readonly token: string;
  readonly log: Log;
  readonly style?: MessageStyle;
  readonly crosspost?: boolean;
  /** The permission that lets a member change a channel's subscriptions. */
  readonly managedBy?: ManagePermission;
  readonly shards?: Shards;
  /** What of people's messages is read; default what is said to the bot. */
  readonly reads?: Reads;
  /** What can be said to the bot in words; without them every message is a question. */
  readonly commands?: readonly CommandSyntax[];
  /** Another address than Discord's, for tests. */
  readonly api?: string;
  readonly timeoutMs?: number;
  /** Hears where a post came out otherwise than it should, which whoever manages the channel can put right. */
  readonly onChannelLimited?: ChatHandlers['onChannelLimited'];
  /** Waits between attempts to connect. */
  readonly timer?: Timer;
}

/** The chat, and how it is with its connections. */
export interface DiscordChat extends Chat {
  /** For health and metrics. */
  state(): DiscordState;
}

export interface DiscordState {
  readonly gateway: GatewayState;
  /** Of the last ten minutes; Discord bans at 10,000. */
  readonly invalidRequests: number;
  /** Channels where subscriptions cannot have their own look because Manage Webhooks is missing. */
  readonly withoutOwnLook: number;
  /** Events that could not be read since the start; each is in the log with an id, and the rest went on. */
  readonly unreadablePackets: number;
  /** Answers 429 since the start. */
  readonly rateLimited: RateLimitCounts;
}

/** Discord as a chat: messages over HTTP, commands and buttons from the gateway. */
export function createDiscordChat(options: DiscordChatOptions): DiscordChat {
  const { token, log, style = 'components', crosspost = false, managedBy = 'ManageChannels' } = options;
  const { reads = 'mentions', commands = [] } = options;
  const guard = createRequestGuard();
  const rest = createDiscordRest({ ...options, guard });
  const sender = createSender(rest, createDiscordRest({ ...options, guard, sendsOnce: true, sharing: rest }));
  const interactionSender = createInteractionSender(rest);
  const channels = createChannelFacts(rest);
  const webhooks = createWebhooks({ rest, channels, log });
  const onThreadRefused = (channel: ChannelRef) => options.onChannelLimited?.(channel, 'no-threads');
  const budget = createTextBudget(log);
  const commandIds = createCommandIds({ rest, channels, log });
  const rendering = () => ({ room: budget.room(), commands: commandIds.known() });
  const crossposts = createCrossposts({
    rest,
    onUnpublished: (channel) => options.onChannelLimited?.(channel, 'unpublished'),
    log,
  });
  const posts = createDiscordPosts({
    budget,
    rendering,
    rest,
    sender,
    channels,
    webhooks,
    style,
    crosspost,
    crossposts,
    onThreadRefused,
    log,
  });
  const queue = createCommandQueue();
  let gateway: Gateway | undefined;
  let unreadablePackets = 0;

  return {
    ...posts,
    platform: 'discord',
    // https://docs.discord.com/developers/topics/rate-limits; a channel's own limit is not documented and as seen.
    pace: { platform: { messages: 50, perMs: 1_000 }, channel: { messages: 5, perMs: 5_000 } },
    state: () => ({
      gateway: gateway?.state() ?? { ready: 0, reconnecting: 0, lost: 0 },
      invalidRequests: guard.count(),
      withoutOwnLook: webhooks.refused(),
      unreadablePackets,
      rateLimited: guard.rateLimited(),
    }),

    async start(handlers) {
      const reading = {
        managedBy,
        readsLinks: reads === 'links',
        permissionsIn: (where: MemberInChannel) => gateway?.permissionsIn(where),
        closedReason: (guildId: string, channelId: string) => gateway?.closedReason(guildId, channelId),
        directMessages: posts.directMessages,
      };
      gateway = createGateway({
        token,
        rest,
        shards: options.shards ?? 'auto',
        ...(options.timer && { timer: options.timer }),
        log,
        reads,
        onUnreadable,
        onInteraction(interaction) {
          const { post } = posts;
          const answering = { handlers, sender: interactionSender, style, budget, rendering, reading };
          const how = { ...answering, queue, post, log, onUnreadable };
          commandIds.learn(interaction);
          queue
            .now(() => handleInteraction(interaction, how))
            .catch((err) => onUnreadable(err, { event: 'INTERACTION_CREATE' }));
        },
        onMessage(message) {
          const ownId = async () => (await channels.own()).userId;
          queue
            .run(() =>
              handleMessage(message, { handlers, commands, sender, style, rendering, reads, reading, ownId, log }),
            )
            .catch((err) => onUnreadable(err, { event: 'MESSAGE_CREATE' }));
        },
        onChannelChanged(channelId) {
          channels.forget(channelId);
          webhooks.forget(channelId);
        },
        onChannelDeleted(channel) {
          channels.forget(channel.channelId);
          handlers.onChannelLost?.({ platform: 'discord', ...channel }, reason('channelDeleted'));
        },
        onChannelClosed: (place, reason) => handlers.onChannelLost?.({ platform: 'discord', ...place }, reason),
        onChannelBack: (place) => handlers.onChannelBack?.({ platform: 'discord', ...place }),
        onGuildJoined(workspaceId, { greetIn, locale }) {
          handlers.onWorkspaceBack?.({ platform: 'discord', workspaceId });
          if (greetIn === undefined) return;
          const channel = { platform: 'discord', workspaceId, channelId: greetIn } as const;
          queue
            .now(() => sayHello(channel, locale))
            .catch((err) => log.warn({ err, workspaceId }, 'a server could not be greeted'));
        },
        onGuildLeft: (workspaceId) =>
          handlers.onWorkspaceLost?.({ platform: 'discord', workspaceId }, reason('removedFromServer')),
      });
      commandIds.known();
      async function sayHello(channel: ChannelRef, locale: string): Promise<void> {
        const greeting = await handlers.greet?.({ channel, locale });
        if (greeting) await posts.post(channel, greeting, { deliveryId: `greeting of ${channel.workspaceId}` });
      }
      try {
        await gateway.start();
      } catch (error) {
        // The next try makes another.
        await gateway.stop();
        throw error;
      }
    },

    async stop() {
      await queue.idle();
      await gateway?.stop();
    },
  };

  /** Logs and counts what Discord sent and we cannot read. Gives the id that the log has it under. */
  function onUnreadable(err: unknown, facts: object): string {
    unreadablePackets += 1;
    const errorId = randomBytes(4).toString('hex');
    log.error({ ...facts, err, errorId }, 'a packet from Discord could not be read and is left out');
    return errorId;
  }
}
