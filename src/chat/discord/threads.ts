import { type APIMessage, MessageFlags, RESTJSONErrorCodes, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { ChannelRef, PostRef } from '../chat.ts';
import type { ChannelFacts, ChannelFactsCache } from './channel-facts.ts';
import { continuationMark, isContinuation, nonceOf, readMark, withMark } from './delivery-mark.ts';
import { hasCode } from './errors.ts';
import { listOwn } from './find-posts.ts';
import { limits } from './limits.ts';
import { type RenderedPart, styleOf } from './render-message.ts';
import type { DiscordRest } from './rest.ts';
import { inOpenThread, type Sender } from './sender.ts';
import { shortLabel } from './text.ts';

/** Where a message continues: in a thread, or where none can be in the channel itself; `refused` where a permission is missing for it. */
interface Continued {
  readonly place: string;
  readonly isThread: boolean;
  readonly refused?: boolean;
}

/** The thread under a message, made where there is none; it has the message's own id. */
export async function threadUnder(
  message: { readonly channel: ChannelFacts; readonly messageId: string },
  name: string,
  rest: Pick<DiscordRest, 'post'>,
): Promise<Continued> {
  const { channel, messageId } = message;
  if (channel.kind === 'direct' || channel.kind === 'thread') return { place: channel.id, isThread: false };
  try {
    await rest.post(Routes.threads(channel.id, messageId), {
      body: { name: threadName(name), auto_archive_duration: ThreadAutoArchiveDuration.OneDay },
    });
  } catch (error) {
    // The chat of a voice channel knows no threads.
    if (hasCode(error, RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType))
      return { place: channel.id, isThread: false };
    if (hasCode(error, ...noRight)) return { place: channel.id, isThread: false, refused: true };
    if (!hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
  }
  return { place: messageId, isThread: true };
}

const noRight = [RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.MissingAccess] as const;

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

const mostRemembered = 5_000;

interface ContinuationsOptions {
  readonly rest: DiscordRest;
  readonly sender: Sender;
  readonly channels: ChannelFactsCache;
  /** A post continued in its channel, without the permission to open a thread there or to write in it. */
  readonly onThreadRefused: (channel: ChannelRef) => void;
}

/** What is too long for one message continues in the thread under it, else in the channel; here it is posted, edited and removed with the message. */
export function createContinuations({ rest, sender, channels, onThreadRefused }: ContinuationsOptions) {
  /** Posts of this process that continue in their channel; their parts are found by their marks, and embeds, which have none, as replies to the post. */
  const inChannel = new LRUCache<string, true>({ max: mostRemembered });
  return {
    /** `seed` makes the nonces; `from` is the number of parts already there. Gives the ids of the parts posted to the channel itself. */
    async add(
      post: PostRef,
      parts: readonly RenderedPart[],
      { summary, seed, from = 0 }: { summary: string; seed: string; from?: number },
    ): Promise<readonly string[]> {
      if (parts.length === 0) return [];
      const sentInChannel: string[] = [];
      const { place, isThread, refused } = await placeFor(post, summary);
      const send = async (to: string, index: number, part: RenderedPart) => {
        const { id } = await sender.message(
          to,
          withMark(part, continuationMark(index, to === post.messageId ? undefined : post.messageId)),
          {
            nonce: nonceOf(seed, index + 1),
            quiet: true,
            // What carries no mark is found again as a reply.
            ...(part.embeds && to !== post.messageId && { replyTo: post.messageId }),
          },
        );
        if (to !== post.messageId) sentInChannel.push(id);
      };
      let to = place;
      let isRefused = refused === true;
      for (const [at, part] of parts.entries()) {
        try {
          await send(to, from + at, part);
        } catch (error) {
          if (!isThread || to !== place || !hasCode(error, ...noRight)) throw error;
          to = post.channelId;
          isRefused = true;
          await send(to, from + at, part);
        }
      }
      const { platform, workspaceId, channelId } = post;
      if (to !== post.messageId) inChannel.set(post.messageId, true);
      if (isRefused) onThreadRefused({ platform, workspaceId, channelId });
      return sentInChannel;
    },

    /** Opens the thread of a post, to be discussed in, where there is none. False where that is not allowed, of which its managers hear. */
    async open(post: PostRef, summary: string): Promise<boolean> {
      const { refused = false } = await placeFor(post, summary);
      const { platform, workspaceId, channelId } = post;
      if (refused) onThreadRefused({ platform, workspaceId, channelId });
      return !refused;
    },

    /**
     * `present`: the post as Discord has it now, which says whether there is a thread. Gives the ids of the parts that are in the channel itself
     * now: another process needs them to know that the post continues there.
     */
    async edit(
      post: PostRef,
      parts: readonly RenderedPart[],
      { summary, present }: { readonly summary: string; readonly present: APIMessage },
    ): Promise<readonly string[]> {
      const hasThread = isInThread(post, present);
      const isInChannel = post.parts !== undefined || inChannel.has(post.messageId);
      if (!hasThread && parts.length === 0 && !isInChannel) return [];
      const standing = await list(post, present);
      for (const [index, { id, channel_id }] of standing.entries()) {
        const part = parts[index];
        const mark = continuationMark(index, hasThread ? undefined : post.messageId);
        if (part) await sender.editMessage(channel_id, id, withMark(part, mark));
        else await removeMessage(channel_id, id, rest);
      }
      const from = standing.length;
      const kept = hasThread ? [] : standing.slice(0, parts.length).map(({ id }) => id);
      const added = await this.add(post, parts.slice(from), { summary, seed: crypto.randomUUID(), from });
      return [...kept, ...added];
    },

    async remove(post: PostRef, present: APIMessage): Promise<void> {
      for (const { id, channel_id } of await list(post, present)) await removeMessage(channel_id, id, rest);
    },
  };

  async function placeFor(post: PostRef, summary: string): Promise<Continued> {
    if (post.threadId !== undefined) return { place: post.threadId, isThread: post.threadId === post.messageId };
    return threadUnder({ channel: await channels.of(post.channelId), messageId: post.messageId }, summary, rest);
  }

  /** In the post's own thread, which has its id, or among the messages that follow it. */
  async function list(post: PostRef, present: APIMessage): Promise<readonly APIMessage[]> {
    const hasThread = isInThread(post, present);
    // Embeds carry no marks, but what follows one of ours in its own thread is in the same style.
    const isUnmarked = hasThread && styleOf(present) === 'embeds';
    try {
      const place = hasThread ? post.messageId : (post.threadId ?? post.channelId);
      const own = await listOwn(place, await channels.own(), rest, hasThread ? undefined : post.messageId);
      return own.filter(
        (message) =>
          isContinuation(readMark(message), hasThread ? undefined : post.messageId) ||
          (!hasThread && message.message_reference?.message_id === post.messageId) ||
          (isUnmarked && message.id !== post.messageId && styleOf(message) === 'embeds'),
      );
    } catch (error) {
      if (hasCode(error, RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.MissingAccess)) return [];
      throw error;
    }
  }
}

/** A forum's post is a thread with its first message's id; of others Discord says whether one was opened under it. */
function isInThread({ threadId, messageId }: PostRef, { flags, thread }: APIMessage): boolean {
  return threadId === messageId || Boolean(thread) || (Number(flags ?? 0) & MessageFlags.HasThread) !== 0;
}
