import { randomUUID } from 'node:crypto';
import { type ChannelRef, type Chat, ChatError, type ChatHandlers, type PostOptions, type PostRef } from '../chat.ts';
import { inDirection } from '../direction.ts';
import type { Message } from '../message.ts';
import type { Asked, LocalPost, LocalPosts } from './local-posts.ts';

interface LocalChannel {
  /** Also what people read: `newsroom`, `asia-desk`. */
  readonly id: string;
  /** What the channel is for, in a few words. */
  readonly purpose?: string;
}

/** What happened in a channel of the page. */
export type LocalEvent =
  | { readonly kind: 'posted'; readonly post: LocalPost }
  | { readonly kind: 'edited'; readonly post: LocalPost }
  | { readonly kind: 'removed'; readonly channelId: string; readonly id: string };

/** The `local` platform: a Chat whose posts a page or a terminal can list and watch. */
export interface LocalChat extends Chat {
  readonly workspaceId: string;
  readonly channels: readonly LocalChannel[];
  readonly clock: { now(): Temporal.Instant };
  /** What `start` was given; undefined before it and after `stop`. */
  readonly handlers: ChatHandlers | undefined;
  channel(channelId: string): ChannelRef | undefined;
  post(
    channel: ChannelRef,
    message: Message,
    options?: PostOptions & { readonly asked?: Asked | undefined },
  ): Promise<PostRef>;
  recent(channelId: string, options: { readonly limit: number }): Promise<readonly LocalPost[]>;
  /** Tells of posts from now on, until the returned function is called. */
  watch(listener: (event: LocalEvent) => void): () => void;
}

export interface LocalChatOptions {
  readonly posts: LocalPosts;
  readonly clock: { now(): Temporal.Instant };
  readonly channels: readonly LocalChannel[];
  readonly workspaceId?: string;
}

/** Makes the chat that needs no token: commands run in a terminal and on the page of the built-in server. */
export function createLocalChat({ posts, clock, channels, workspaceId = 'local' }: LocalChatOptions): LocalChat {
  const listeners = new Set<(event: LocalEvent) => void>();
  let handlers: ChatHandlers | undefined;

  const isKnown = (channelId: string) => channels.some(({ id }) => id === channelId);
  const refTo = (post: LocalPost): PostRef => postRef(workspaceId, post);
  const tell = (event: LocalEvent) => {
    for (const listener of listeners) listener(event);
  };

  return {
    platform: 'local',
    workspaceId,
    channels,
    clock,
    get handlers() {
      return handlers;
    },
    channel: (channelId) => (isKnown(channelId) ? { platform: 'local', workspaceId, channelId } : undefined),

    async start(given) {
      handlers = given;
    },
    async stop() {
      handlers = undefined;
    },

    async post({ channelId }, message, { deliveryId, thread, asked } = {}) {
      if (!isKnown(channelId)) {
        throw new ChatError(`There is no channel "${channelId}" in the local chat`, { kind: 'lost-channel' });
      }
      const post: LocalPost = {
        id: randomUUID(),
        channelId,
        ...(thread && { threadId: thread.threadId ?? thread.messageId }),
        ...(deliveryId !== undefined && { deliveryId }),
        ...(asked && { asked }),
        message: inDirection(message),
        postedAt: clock.now().toString(),
      };
      const kept = await posts.insert(post);
      if (kept.id === post.id) tell({ kind: 'posted', post: kept });
      return refTo(kept);
    },

    async edit({ messageId, channelId }, message) {
      const post = await posts.update(
        { id: messageId, channelId },
        { message: inDirection(message), editedAt: clock.now().toString() },
      );
      if (!post) throw new ChatError(`There is no post ${messageId} in "${channelId}" to edit`, { kind: 'lost-post' });
      tell({ kind: 'edited', post });
      return refTo(post);
    },

    async remove({ messageId, channelId }) {
      const removed = await posts.remove({ id: messageId, channelId });
      if (removed) tell({ kind: 'removed', channelId, id: messageId });
    },

    async findDelivery({ channelId }, deliveryId) {
      const post = await posts.findDelivery(channelId, deliveryId);
      return post && refTo(post);
    },

    // Nobody has a direct channel here: who runs the local chat reads its first channel.
    async messageUser(_user, message) {
      const [first] = channels;
      if (first) await this.post({ platform: 'local', workspaceId, channelId: first.id }, message);
    },

    recent: (channelId, options) => posts.list(channelId, options),

    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function postRef(workspaceId: string, { id, channelId, threadId }: LocalPost): PostRef {
  return {
    platform: 'local',
    workspaceId,
    channelId,
    messageId: id,
    ...(threadId !== undefined && { threadId }),
  };
}
