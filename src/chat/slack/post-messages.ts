import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../runtime/log.ts';
import { type ChannelRef, ChatError, type PostOptions, type PostRef } from '../chat.ts';
import type { Message } from '../message.ts';
import { findDelivery, findParts, marks } from './find-posts.ts';
import type { PageMaker } from './make-pages.ts';
import { type PostMarks, postArguments } from './post-arguments.ts';
import { lookOf } from './post-look.ts';
import type { SlackPayload } from './render-message.ts';
import { userGroupId } from './rich-text.ts';
import { sendWithPictures } from './send-with-pictures.ts';
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
  readonly pages: PageMaker;
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

interface SendOptions extends PostMarks {
  readonly look?: PostOptions['look'];
}

const longestWaitMs = 30_000;
const rememberedDeliveries = 1_000;

/** Posts, edits and finds messages over the Web API, in one workspace. What is longer than a message goes on in its thread. */
export function createPoster({ api, pages, log, sleep = setTimeout }: PosterOptions): MessagePoster {
  const recent = new Map<string, PostRef>();

  return {
    async post(channel, message, { deliveryId, thread, mention, look } = {}) {
      const key = deliveryId === undefined ? undefined : `${channel.channelId} ${deliveryId}`;
      const known = key === undefined ? undefined : recent.get(key);
      if (known) return known;
      if (mention !== undefined && !userGroupId.test(mention))
        log.warn({ channel: channel.channelId, mention }, 'what a subscription wants to mention is no user group');
      const [first, ...rest] = await makePages(message, mention);
      const root = thread && (thread.threadId ?? thread.messageId);
      const mark = deliveryId === undefined ? undefined : marks.delivery(deliveryId);
      const messageId = await send(channel, first, { root, mark, look });
      const post = { ...channel, messageId, ...(root !== undefined && { threadId: root }) };
      if (key !== undefined) remember(key, post);
      await continueWith(rest, [], post, look);
      return post;
    },

    async edit(post, message) {
      const [first, ...rest] = await makePages(message);
      await update(post, post.messageId, first);
      await continueWith(rest, await findParts(post, api), post);
    },

    async remove(post) {
      const parts = await findParts(post, api).catch(() => []);
      for (const ts of [post.messageId, ...parts]) await removeOne(post, ts);
    },

    /** Where the history may not be read, it is not known: posting again then is at least once. */
    async findDelivery(channel, deliveryId) {
      try {
        return await findDelivery(channel, deliveryId, api);
      } catch (error) {
        if (!(error instanceof ChatError) || error.kind !== 'missing-permission') throw error;
        log.warn({ err: error, channel: channel.channelId, deliveryId }, 'whether it was posted cannot be looked up');
        return undefined;
      }
    },
  };

  async function makePages(message: Message, mention?: string): Promise<[SlackPayload, ...SlackPayload[]]> {
    const [first, ...rest] = await pages(message, { mention });
    if (!first) throw new ChatError('The message is empty', { kind: 'rejected' });
    return [first, ...rest];
  }

  async function send({ channelId }: ChannelRef, payload: SlackPayload, options: SendOptions): Promise<string> {
    const shown = await lookOf(options.look, api);
    const { ts } = await sendWithPictures(
      payload,
      (page) => api.call(({ chat }) => chat.postMessage({ ...postArguments(channelId, page, options), ...shown })),
      picturesOf(channelId),
    );
    return ts ?? '';
  }

  async function update({ channelId }: ChannelRef, ts: string, payload: SlackPayload): Promise<void> {
    await sendWithPictures(
      payload,
      ({ text, blocks }) => api.call(({ chat }) => chat.update({ text, blocks, channel: channelId, ts })),
      picturesOf(channelId),
    );
  }

  async function removeOne({ channelId }: ChannelRef, ts: string): Promise<void> {
    await api.call(async ({ chat }) => {
      try {
        await chat.delete({ channel: channelId, ts });
      } catch (error) {
        if (slackCode(error) !== 'message_not_found') throw error;
      }
    });
  }

  function picturesOf(channelId: string) {
    const onWithout = () =>
      log.warn({ channel: channelId }, 'Slack cannot get a picture; the message goes with its words');
    return { sleep: (waitMs: number) => sleep(waitMs), onWithout };
  }

  /**
   * What follows the first message in its thread: over what was there before, then anew; what is left over is removed. The first part is
   * there: a failure of the rest must not post it again.
   */
  async function continueWith(
    payloads: readonly SlackPayload[],
    before: readonly string[],
    post: PostRef,
    look?: PostOptions['look'],
  ): Promise<void> {
    const root = post.threadId ?? post.messageId;
    try {
      for (const [index, payload] of payloads.entries()) {
        const old = before[index];
        if (old !== undefined) await patiently(() => update(post, old, payload));
        else await patiently(() => send(post, payload, { root, mark: marks.part(post.messageId), look }));
      }
      for (const old of before.slice(payloads.length)) await patiently(() => removeOne(post, old));
    } catch (err) {
      log.error({ err, channel: post.channelId, parts: payloads.length + 1 }, 'a part of a message was not posted');
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

  function remember(key: string, post: PostRef): void {
    recent.set(key, post);
    const [oldest] = recent.keys();
    if (recent.size > rememberedDeliveries && oldest !== undefined) recent.delete(oldest);
  }
}
