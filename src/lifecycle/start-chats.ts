import type { Registry } from 'prom-client';
import type { Chat, ChatHandlers } from '../chat/chat.ts';
import type { DiscordChat } from '../chat/discord/discord-chat.ts';
import { createLocalChat, type LocalChat } from '../chat/local/local-chat.ts';
import type { Locks } from '../runtime/locks.ts';
import { type ChatHealth, type ObserveChatOptions, observeChat } from '../runtime/observe-chat.ts';
import { createDiscordMetrics, createSlackMetrics } from '../runtime/platform-metrics.ts';
import { createChannelLimits } from '../services/channel-limits.ts';
import { createChannelsLost } from '../services/channel-losses.ts';
import type { Newsroom } from '../services/newsroom.ts';
import { createOutboxStorage } from '../storage/deliveries/outbox.ts';
import { startDiscord } from './start-discord.ts';
import { startSlack } from './start-slack.ts';

export interface ChatsOptions {
  readonly newsroom: Newsroom;
  readonly handlers: ChatHandlers;
  readonly observed: ObserveChatOptions;
  readonly registry: Registry;
  readonly locks: Locks;
  /** Whether this process receives messages, or only sends. */
  readonly listens: boolean;
  /** Whether other processes may post to the same channels of the page. */
  readonly isShared: boolean;
  /** Another address than Discord's, for tests. */
  readonly discordApi?: string | undefined;
}

/** The chats that run; which there are depends on the tokens. */
export interface StartedChats {
  readonly local: LocalChat;
  readonly discord: DiscordChat | undefined;
  readonly slack: Chat | undefined;
  /** All of them, counted and traced. */
  readonly observed: readonly (Chat & ChatHealth)[];
}

/** As late as a page may show what another process has posted. */
const othersEveryMs = 5_000;

/** Connects the local page's chat and those whose tokens are set. */
export async function startChats(
  env: Readonly<Record<string, string | undefined>>,
  { newsroom, handlers, observed, registry, locks, listens, isShared, discordApi: api }: ChatsOptions,
): Promise<StartedChats> {
  const { config, storage, clock, log } = newsroom;
  const channels = config.chat.local.channels.map((id) => ({ id }));
  const local = createLocalChat({
    posts: storage.localPosts,
    clock,
    channels,
    lookEveryMs: isShared ? othersEveryMs : undefined,
  });
  await local.start(handlers);
  const chats = [observeChat(local, observed)];
  const channelHandlers = {
    ...createChannelsLost({ storage: createOutboxStorage(storage), chats, clock, log }),
    ...createChannelLimits({ storage, chats, clock, log }),
  };
  const remote = { config, handlers: { ...handlers, ...channelHandlers }, log };
  const discord = await startDiscord(env, { ...remote, locks, listens, ...(api !== undefined && { api }) });
  if (discord) createDiscordMetrics(registry, discord.state);
  const figures = createSlackMetrics(registry);
  const slack = await startSlack(env, { ...remote, listens, records: storage.slackInstallations, figures });
  for (const started of [discord, slack]) if (started) chats.push(observeChat(started, observed));
  return { local, discord, slack, observed: chats };
}
