import { type APIMessage, Routes } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import type { ChannelRef, Chat, PostOptions, PostRef } from '../chat.ts';
import type { Message } from '../message.ts';
import type { ChannelFacts, ChannelFactsCache } from './channel-facts.ts';
import { createContinuations } from './continuations.ts';
import { deliveryMark, nonceOf, readMark, withMark } from './delivery-mark.ts';
import { asChat } from './discord-error.ts';
import type { DiscordRest } from './discord-rest.ts';
import { plainLine } from './escape-text.ts';
import { findMarked } from './find-posts.ts';
import { limits } from './limits.ts';
import { namingPermissions } from './missing-permissions.ts';
import { removeMessage } from './remove-message.ts';
import { type MessageStyle, type RenderedPart, renderMessage } from './render-message.ts';
import type { Sender } from './sender.ts';
import { threadName, threadUnder } from './threads.ts';

export interface PostsOptions {
  readonly rest: DiscordRest;
  readonly sender: Sender;
  readonly channels: ChannelFactsCache;
  readonly style: MessageStyle;
  /** Publishes posts of announcement channels to the servers that follow them. */
  readonly crosspost: boolean;
  readonly log: Log;
}

/** Posts to Discord's channels, threads and forums: each delivery once, edits and removals with all that continues a post. */
export function createDiscordPosts(
  options: PostsOptions,
): Required<Pick<Chat, 'post' | 'edit' | 'remove' | 'findDelivery' | 'tellUser'>> {
  const { rest, sender, channels, style, log } = options;
  const continuations = createContinuations(options);
  /** Deliveries of this process: embeds carry no mark that could be found again. */
  const delivered = new Map<string, PostRef>();

  return {
    async post(channel, message, postOptions = {}) {
      try {
        return await asChat('post', () => post(channel, message, postOptions));
      } catch (error) {
        throw await namingPermissions(error, channel.channelId, { rest, ownId: channels.ownId });
      }
    },

    edit: (post, message) =>
      asChat('edit a message', async () => {
        const channelId = post.threadId ?? post.channelId;
        const present = (await rest.get(Routes.channelMessage(channelId, post.messageId))) as APIMessage;
        const mark = readMark(present);
        const [first, ...others] = renderMessage(message, style);
        if (first) await sender.editMessage(channelId, post.messageId, mark ? withMark(first, mark) : first);
        await continuations.edit(post, others, message.summary);
      }),

    remove: (post) =>
      asChat('remove a message', async () => {
        await continuations.remove(post);
        await removeMessage(post.threadId ?? post.channelId, post.messageId, rest);
        for (const [key, { messageId }] of delivered) if (messageId === post.messageId) delivered.delete(key);
      }),

    findDelivery: (channel, deliveryId) =>
      asChat('look for a message', async () => {
        const known = delivered.get(keyOf(channel, deliveryId));
        if (known) return known;
        const facts = await channels.of(channel.channelId);
        return findMarked({ channel, facts, mark: deliveryMark(deliveryId) }, await channels.ownId(), rest);
      }),

    tellUser: ({ userId, workspaceId }, message) =>
      asChat('write to a member', async () => {
        const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as { id: string };
        await post({ platform: 'discord', workspaceId, channelId: id }, message, {});
      }),
  };

  async function post(channel: ChannelRef, message: Message, given: PostOptions): Promise<PostRef> {
    const { deliveryId, thread, quiet = false } = given;
    const facts = await channels.of(channel.channelId);
    // Discord may look for a nonce among all that we posted lately, in whatever channel.
    const seed = deliveryId === undefined ? crypto.randomUUID() : keyOf(channel, deliveryId);
    const [whole, ...others] = renderMessage(message, style);
    if (!whole) throw new Error('a message was rendered to nothing');
    const first = deliveryId === undefined ? whole : withMark(whole, deliveryMark(deliveryId));
    const sending = { channel, facts, message, seed, quiet, deliveryId, thread };
    const opensPost = facts.kind === 'forum' && !thread;
    const ref = opensPost ? await postInForum(first, sending) : await postMessage(first, sending);
    if (deliveryId !== undefined) remember(keyOf(channel, deliveryId), ref);
    try {
      await continuations.add(ref, others, { summary: message.summary, seed });
    } catch (err) {
      // The post stands already: to fail now would have it posted again.
      log.error({ err, channel: ref.channelId, message: ref.messageId }, 'a post could not be continued in its thread');
    }
    return ref;
  }

  async function postMessage(part: RenderedPart, sending: Sending): Promise<PostRef> {
    const { channel, facts, message, seed, quiet, thread } = sending;
    const threadId =
      thread?.threadId ??
      (thread && (await threadUnder({ channel: facts, messageId: thread.messageId }, message.summary, rest)));
    const { id } = await sender.message(threadId ?? channel.channelId, part, { nonce: nonceOf(seed), quiet });
    if (options.crosspost && facts.kind === 'announcement' && !thread) await crosspost(channel.channelId, id);
    return { ...channel, messageId: id, ...(threadId !== undefined && { threadId }) };
  }

  // Forum posts take no nonce, so what is there already is looked up first.
  async function postInForum(part: RenderedPart, sending: Sending): Promise<PostRef> {
    const { channel, facts, message, quiet, deliveryId } = sending;
    const mark = deliveryId === undefined ? undefined : deliveryMark(deliveryId);
    const present = mark && (await findMarked({ channel, facts, mark }, await channels.ownId(), rest));
    if (present) return present;
    const tags = facts.tags.filter(({ name }) => isTopic(name, message.accent)).map(({ id }) => id);
    const { id, message: first } = await sender.forumPost(channel.channelId, part, {
      name: threadName(message.summary),
      tags: tags.slice(0, limits.forumTags),
      quiet,
    });
    return { ...channel, messageId: first.id, threadId: id };
  }

  async function crosspost(channelId: string, messageId: string): Promise<void> {
    try {
      await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    } catch (err) {
      log.warn({ err, channel: channelId, message: messageId }, 'a post could not be published to followers');
    }
  }

  function remember(key: string, ref: PostRef): void {
    const [oldest] = delivered.keys();
    if (delivered.size >= mostRemembered && oldest !== undefined) delivered.delete(oldest);
    delivered.set(key, ref);
  }
}

interface Sending {
  readonly channel: ChannelRef;
  readonly facts: ChannelFacts;
  readonly message: Message;
  readonly seed: string;
  readonly quiet: boolean;
  readonly deliveryId: string | undefined;
  readonly thread: PostRef | undefined;
}

const mostRemembered = 5_000;

function keyOf({ channelId }: ChannelRef, deliveryId: string): string {
  return `${channelId}:${deliveryId}`;
}

/** A forum's tag "Middle East" is the topic `middle-east`. */
function isTopic(tag: string, accent: string | undefined): boolean {
  return accent !== undefined && plainLine(tag).trim().toLowerCase().replaceAll(' ', '-') === accent;
}
