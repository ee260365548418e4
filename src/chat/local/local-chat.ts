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
  /** How often to look for posts of other processes that share the database; without it, nobody else posts. */
  readonly lookEveryMs?: number | undefined;
}

/** Posts of a channel that may have been made or edited between two looks. */
const looksBack = 20;

/** Makes the chat that needs no token: commands run in a terminal and on the page of the built-in server. */
export function createLocalChat({
  posts,
  clock,
  channels,
  workspaceId = 'local',
  lookEveryMs,
}: LocalChatOptions): LocalChat {
  const listeners = new Set<(event: LocalEvent) => void>();
  let handlers: ChatHandlers | undefined;

  const isKnown = (channelId: string) => channels.some(({ id }) => id === channelId);
  const refTo = (post: LocalPost): PostRef => postRef(workspaceId, post);
  const tell = (event: LocalEvent) => {
    for (const listener of listeners) listener(event);
  };
  const others = watchOthers({ posts, channels, everyMs: lookEveryMs, tell });

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
      others.stop();
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
      others.note(kept);
      if (kept.id === post.id) tell({ kind: 'posted', post: kept });
      return refTo(kept);
    },

    async edit({ messageId, channelId }, message) {
      const post = await posts.update(
        { id: messageId, channelId },
        { message: inDirection(message), editedAt: clock.now().toString() },
      );
      if (!post) throw new ChatError(`There is no post ${messageId} in "${channelId}" to edit`, { kind: 'lost-post' });
      others.note(post);
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
      others.start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) others.stop();
      };
    },
  };
}

interface OthersOptions extends Pick<LocalChatOptions, 'posts' | 'channels'> {
  readonly everyMs: number | undefined;
  readonly tell: (event: LocalEvent) => void;
}

/** Between `start` and `stop`, tells of posts and edits of other processes. A look that fails is made up for by the next one. */
function watchOthers({ posts, channels, everyMs, tell }: OthersOptions) {
  const editions = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let begun = false;
  const note = ({ id, postedAt, editedAt = postedAt }: LocalPost) => void (begun && editions.set(id, editedAt));

  async function look(): Promise<void> {
    const before = new Map(editions);
    const recent = (await Promise.all(channels.map(({ id }) => posts.list(id, { limit: looksBack })))).flat();
    const isFirst = !begun;
    begun = true;
    for (const post of recent) {
      const { id, postedAt, editedAt = postedAt } = post;
      const isKnown = editions.has(id);
      if (!isFirst && editions.get(id) !== editedAt) tell({ kind: isKnown ? 'edited' : 'posted', post });
      before.delete(id);
      note(post);
    }
    for (const id of before.keys()) editions.delete(id);
  }

  return {
    note,
    start() {
      if (everyMs === undefined || timer) return;
      const next = () => look().catch(() => undefined);
      void next();
      timer = setInterval(next, everyMs).unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      begun = false;
      editions.clear();
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
