import type { types } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { type ChannelRef, ChatError, type PostOptions, type PostRef } from '../chat.ts';
import type { Message } from '../message.ts';
import { renderMessage, type SlackPayload } from './render-message.ts';
import type { SlackApi } from './slack-api.ts';
import { slackCode } from './slack-errors.ts';

export interface MessagePoster {
  post(channel: ChannelRef, message: Message, options?: PostOptions): Promise<PostRef>;
  edit(post: PostRef, message: Message): Promise<void>;
  remove(post: PostRef): Promise<void>;
  findDelivery(channel: ChannelRef, deliveryId: string): Promise<PostRef | undefined>;
}

interface PosterOptions {
  readonly api: SlackApi;
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const eventType = 'kurzwelle_delivery';
/** So many of a channel's newest messages are searched for a delivery, in pages. */
const history = { pageSize: 100, pages: 3 };
const longestWaitMs = 30_000;
const rememberedDeliveries = 1_000;

/** Posts, edits and finds messages over the Web API. What is longer than a message goes on in its thread. */
export function createPoster({ api, log, sleep = defaultSleep }: PosterOptions): MessagePoster {
  const recent = new Map<string, PostRef>();

  return {
    async post(channel, message, { deliveryId, thread } = {}) {
      const key = deliveryId === undefined ? undefined : `${channel.channelId} ${deliveryId}`;
      const known = key === undefined ? undefined : recent.get(key);
      if (known) return known;
      const [first, ...rest] = renderMessage(message);
      if (!first) throw new ChatError('The message is empty', { kind: 'rejected' });
      const root = thread && (thread.threadId ?? thread.messageId);
      const messageId = await send(channel, first, { root, deliveryId });
      const post = { ...channel, messageId, ...(root !== undefined && { threadId: root }) };
      if (key !== undefined) remember(key, post);
      await sendRest(channel, rest, root ?? messageId);
      return post;
    },

    async edit(post, message) {
      const [first, ...rest] = renderMessage(message);
      if (!first) throw new ChatError('The message is empty', { kind: 'rejected' });
      await api.call(({ chat }) => chat.update({ ...first, channel: post.channelId, ts: post.messageId }));
      await sendRest(post, rest, post.threadId ?? post.messageId);
    },

    async remove({ channelId, messageId }) {
      await api.call(async ({ chat }) => {
        try {
          await chat.delete({ channel: channelId, ts: messageId });
        } catch (error) {
          if (slackCode(error) !== 'message_not_found') throw error;
        }
      });
    },

    findDelivery,
  };

  async function send(
    { channelId }: ChannelRef,
    payload: SlackPayload,
    { root, deliveryId }: { readonly root?: string | undefined; readonly deliveryId?: string | undefined },
  ): Promise<string> {
    const metadata = deliveryId && { event_type: eventType, event_payload: { delivery_id: deliveryId } };
    const post = ({ text, blocks }: SlackPayload) =>
      api.call(({ chat }) =>
        chat.postMessage({
          channel: channelId,
          text,
          blocks,
          unfurl_links: false,
          unfurl_media: false,
          ...(root !== undefined && { thread_ts: root }),
          ...(metadata && { metadata }),
        }),
      );
    const { ts } = await post(payload).catch((error: unknown) => {
      const plainer = withoutPictures(payload);
      if (!plainer || slackCode((error as Error).cause) !== 'invalid_blocks') throw error;
      // Slack fetches pictures while posting, and refuses the whole message for one that it cannot get.
      log.warn({ channel: channelId }, 'Slack cannot get a picture; the message goes without');
      return post(plainer);
    });
    return ts ?? '';
  }

  /** The first part is there: a failure of the rest must not post it again. */
  async function sendRest(channel: ChannelRef, rest: readonly SlackPayload[], root: string): Promise<void> {
    for (const [index, payload] of rest.entries()) {
      try {
        await patiently(() => send(channel, payload, { root }));
      } catch (err) {
        log.error(
          { err, channel: channel.channelId, part: index + 2, parts: rest.length + 1 },
          'a part was not posted',
        );
        return;
      }
    }
  }

  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const waitMs = error instanceof ChatError ? error.retryAfterMs : undefined;
      if (waitMs === undefined || waitMs > longestWaitMs) throw error;
      await sleep(waitMs);
      return work();
    }
  }

  /** Where the history may not be read, it is not known: posting again then is at least once. */
  async function findDelivery(channel: ChannelRef, deliveryId: string): Promise<PostRef | undefined> {
    try {
      return await searchHistory(channel, deliveryId);
    } catch (error) {
      if (!(error instanceof ChatError) || error.kind !== 'missing-permission') throw error;
      log.warn({ err: error, channel: channel.channelId, deliveryId }, 'whether it was posted cannot be looked up');
      return undefined;
    }
  }

  async function searchHistory(channel: ChannelRef, deliveryId: string): Promise<PostRef | undefined> {
    let cursor: string | undefined;
    for (let page = 0; page < history.pages; page += 1) {
      const { messages, response_metadata } = await api.call(({ conversations }) =>
        conversations.history({
          channel: channel.channelId,
          include_all_metadata: true,
          limit: history.pageSize,
          ...(cursor !== undefined && { cursor }),
        }),
      );
      const found = messages?.find(({ metadata }) => carries(metadata, deliveryId));
      if (found?.ts) return { ...channel, messageId: found.ts };
      cursor = response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return undefined;
    }
    return undefined;
  }

  function remember(key: string, post: PostRef): void {
    recent.set(key, post);
    const [oldest] = recent.keys();
    if (recent.size > rememberedDeliveries && oldest !== undefined) recent.delete(oldest);
  }
}

function carries(metadata: { event_type?: string; event_payload?: object } | undefined, deliveryId: string): boolean {
  const payload = metadata?.event_payload as { delivery_id?: unknown } | undefined;
  return metadata?.event_type === eventType && payload?.delivery_id === deliveryId;
}

function withoutPictures({ text, blocks }: SlackPayload): SlackPayload | undefined {
  const kept = blocks.filter(({ type }: types.KnownBlock) => type !== 'image');
  return kept.length < blocks.length && kept.length > 0 ? { text, blocks: kept } : undefined;
}

function defaultSleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
