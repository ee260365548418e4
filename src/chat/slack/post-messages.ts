import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../runtime/log.ts';
import { BoundedMap } from '../bounded-map.ts';
import { type ChannelRef, ChatError, type LookupOptions, type PostOptions, type PostRef } from '../chat.ts';
import type { Message } from '../message.ts';
import { type Continuation, continueInThread } from './continue-in-thread.ts';
import { findDelivery, findParts, marks, type SearchPlace } from './find-posts.ts';
import type { PageMaker } from './make-pages.ts';
import type { SlackPayload } from './render-message.ts';
import { userGroupId } from './rich-text.ts';
import { createMessageSender } from './send-messages.ts';
import type { SlackApi } from './slack-api.ts';

/** Posting in one workspace, as the port has it. */
export interface MessagePoster {
  post(channel: ChannelRef, message: Message, options?: PostOptions): Promise<PostRef>;
  edit(post: PostRef, message: Message): Promise<void>;
  remove(post: PostRef): Promise<void>;
  findDelivery(channel: ChannelRef, deliveryId: string, where?: LookupOptions): Promise<PostRef | undefined>;
}

interface PosterOptions {
  readonly api: SlackApi;
  readonly pages: PageMaker;
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const rememberedDeliveries = 1_000;
const rememberedSearches = 1_000;

/** Posts, edits and finds messages in one workspace. What is longer than a message goes on in its thread. */
export function createPoster({ api, pages, log, sleep = setTimeout }: PosterOptions): MessagePoster {
  const recent = new BoundedMap<string, PostRef>(rememberedDeliveries);
  const searches = new BoundedMap<string, SearchPlace>(rememberedSearches);
  const sender = createMessageSender({ api, log, sleep });
  const goOn = (post: PostRef, further: Continuation) => continueInThread(post, further, { sender, log, sleep });

  return {
    async post(channel, message, { deliveryId, thread, mention, look } = {}) {
      const key = deliveryId && `${channel.channelId} ${deliveryId}`;
      const known = key && recent.get(key);
      if (known) return known;
      warnOfMention(channel, mention);
      const [first, ...payloads] = await makePages(message, mention);
      const root = thread && (thread.threadId ?? thread.messageId);
      const mark = deliveryId === undefined ? undefined : marks.delivery(deliveryId);
      const messageId = await sender.send(channel, first, { root, mark, look });
      const post = { ...channel, messageId, ...(root !== undefined && { threadId: root }) };
      // Before the rest is sent: what fails there is no reason to post the first anew.
      if (key) recent.set(key, post);
      await goOn(post, { payloads, before: [], look });
      return post;
    },

    async edit(post, message) {
      const [first, ...payloads] = await makePages(message);
      await sender.update(post, post.messageId, first);
      await goOn(post, { payloads, before: await findParts(post, api) });
    },

    async remove(post) {
      const parts = await findParts(post, api).catch(() => []);
      for (const ts of [post.messageId, ...parts]) await sender.remove(post, ts);
    },

    /** Where the history may not be read, it is not known: posting again then is at least once. */
    async findDelivery(channel, deliveryId, where = {}) {
      const key = `${channel.channelId} ${deliveryId}`;
      const place = searches.get(key) ?? {};
      searches.set(key, place);
      try {
        const found = await findDelivery(channel, deliveryId, { api, where, place });
        searches.delete(key);
        return found;
      } catch (error) {
        if (!(error instanceof ChatError) || error.kind !== 'missing-permission') throw error;
        searches.delete(key);
        log.warn({ err: error, channel: channel.channelId, deliveryId }, 'whether it was posted cannot be looked up');
        return undefined;
      }
    },
  };

  function warnOfMention({ channelId }: ChannelRef, mention: string | undefined): void {
    if (mention === undefined || userGroupId.test(mention)) return;
    log.warn({ channel: channelId, mention }, 'what a subscription wants to mention is no user group');
  }

  async function makePages(message: Message, mention?: string): Promise<[SlackPayload, ...SlackPayload[]]> {
    const [first, ...rest] = await pages(message, { mention });
    if (!first) throw new ChatError('The message is empty', { kind: 'rejected' });
    return [first, ...rest];
  }
}
