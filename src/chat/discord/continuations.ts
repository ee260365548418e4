import { type APIMessage, RESTJSONErrorCodes } from 'discord.js';
import type { PostRef } from '../chat.ts';
import type { ChannelFactsCache } from './channel-facts.ts';
import { continuationIndex, continuationMark, nonceOf, readMark, withMark } from './delivery-mark.ts';
import { hasCode } from './discord-error.ts';
import type { DiscordRest } from './discord-rest.ts';
import { listOwn } from './find-posts.ts';
import { removeMessage } from './remove-message.ts';
import type { RenderedPart } from './render-message.ts';
import type { Sender } from './sender.ts';
import { threadUnder } from './threads.ts';

export interface ContinuationsOptions {
  readonly rest: DiscordRest;
  readonly sender: Sender;
  readonly channels: ChannelFactsCache;
}

/** What is too long for one message goes on in the thread under it; here it is posted, edited and removed with the message. */
export function createContinuations({ rest, sender, channels }: ContinuationsOptions) {
  return {
    /** `seed` makes the nonces; `from` counts what stands there already. */
    async add(
      post: PostRef,
      parts: readonly RenderedPart[],
      { summary, seed, from = 0 }: { summary: string; seed: string; from?: number },
    ): Promise<void> {
      if (parts.length === 0) return;
      const channel = await channels.of(post.channelId);
      const place = post.threadId ?? (await threadUnder({ channel, messageId: post.messageId }, summary, rest));
      for (const [index, part] of parts.entries()) {
        const marked = withMark(part, continuationMark(from + index));
        await sender.message(place, marked, { nonce: nonceOf(seed, from + index + 1), quiet: true });
      }
    },

    async edit(post: PostRef, parts: readonly RenderedPart[], summary: string): Promise<void> {
      const present = await list(post);
      for (const [index, { id, channel_id }] of present.entries()) {
        const part = parts[index];
        if (part) await sender.editMessage(channel_id, id, withMark(part, continuationMark(index)));
        else await removeMessage(channel_id, id, rest);
      }
      const from = present.length;
      await this.add(post, parts.slice(from), { summary, seed: crypto.randomUUID(), from });
    },

    async remove(post: PostRef): Promise<void> {
      for (const { id, channel_id } of await list(post)) await removeMessage(channel_id, id, rest);
    },
  };

  /** A thread has the id of the message it is under; a post within a thread has none of its own. */
  async function list(post: PostRef): Promise<readonly APIMessage[]> {
    if (post.threadId !== undefined && post.threadId !== post.messageId) return [];
    try {
      const own = await listOwn(post.messageId, await channels.own(), rest);
      return own.filter((message) => {
        const mark = readMark(message);
        return mark !== undefined && continuationIndex(mark) !== undefined;
      });
    } catch (error) {
      if (hasCode(error, RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.MissingAccess)) return [];
      throw error;
    }
  }
}
