import { type APIMessage, RESTJSONErrorCodes, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import type { PostRef } from '../chat.ts';
import type { ChannelFacts, ChannelFactsCache } from './channel-facts.ts';
import { continuationIndex, continuationMark, nonceOf, readMark, withMark } from './delivery-mark.ts';
import { hasCode } from './errors.ts';
import { listOwn } from './find-posts.ts';
import { limits } from './limits.ts';
import type { RenderedPart } from './render-message.ts';
import type { DiscordRest } from './rest.ts';
import { inOpenThread, type Sender } from './sender.ts';
import { shortLabel } from './text.ts';

/** The thread under a message, made where there is none; it has the message's own id. Where no thread can be, the channel itself. */
export async function threadUnder(
  message: { readonly channel: ChannelFacts; readonly messageId: string },
  name: string,
  rest: Pick<DiscordRest, 'post'>,
): Promise<string> {
  const { channel, messageId } = message;
  if (channel.kind === 'direct' || channel.kind === 'thread') return channel.id;
  try {
    await rest.post(Routes.threads(channel.id, messageId), {
      body: { name: threadName(name), auto_archive_duration: ThreadAutoArchiveDuration.OneDay },
    });
  } catch (error) {
    // The chat of a voice channel knows no threads.
    if (hasCode(error, RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType)) return channel.id;
    if (!hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
  }
  return messageId;
}

/** A name for a thread or forum post, from the one line that says what a message is. */
export function threadName(summary: string): string {
  return shortLabel(summary, limits.threadName) || 'Briefing';
}

/** Removes a message; one that is gone already does no harm. */
export async function removeMessage(
  channelId: string,
  messageId: string,
  rest: Pick<DiscordRest, 'delete' | 'patch'>,
): Promise<void> {
  try {
    await inOpenThread(channelId, rest, () => rest.delete(Routes.channelMessage(channelId, messageId)));
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}

interface ContinuationsOptions {
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
