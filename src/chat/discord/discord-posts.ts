import { Routes } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import { BoundedMap } from '../bounded-map.ts';
import type { ChannelRef, Chat, PostOptions, PostRef } from '../chat.ts';
import type { Message } from '../message.ts';
import { createPostChanges } from './change-posts.ts';
import type { ChannelFactsCache } from './channel-facts.ts';
import { createContinuations } from './continuations.ts';
import { deliveryMark, withMark } from './delivery-mark.ts';
import { asChat } from './discord-error.ts';
import type { DiscordRest } from './discord-rest.ts';
import { findMarked } from './find-posts.ts';
import { namingPermissions } from './permissions.ts';
import { createPostFirst } from './post-first.ts';
import { type MessageStyle, renderMessage } from './render-message.ts';
import type { Sender } from './sender.ts';
import { createWebhookPosts } from './webhook-posts.ts';
import type { Webhooks } from './webhooks.ts';

export interface PostsOptions {
  readonly rest: DiscordRest;
  readonly sender: Sender;
  readonly channels: ChannelFactsCache;
  readonly webhooks: Webhooks;
  readonly style: MessageStyle;
  /** Publishes posts of announcement channels to the servers that follow them. */
  readonly crosspost: boolean;
  readonly log: Log;
}

const mostRemembered = 5_000;

/** Posts to Discord's channels, threads and forums: each delivery once, edits and removals with all that continues a post. */
export function createDiscordPosts(
  options: PostsOptions,
): Required<Pick<Chat, 'post' | 'edit' | 'remove' | 'findDelivery' | 'tellUser'>> {
  const { rest, channels, style, log } = options;
  const continuations = createContinuations(options);
  const webhookPosts = createWebhookPosts(options);
  const postFirst = createPostFirst({ ...options, webhookPosts });
  const changes = createPostChanges({ ...options, webhookPosts, continuations });
  /** Deliveries of this process: embeds carry no mark that could be found again. */
  const delivered = new BoundedMap<string, PostRef>(mostRemembered);

  return {
    async post(channel, message, postOptions = {}) {
      try {
        return await asChat('post', () => post(channel, message, postOptions));
      } catch (error) {
        const ownId = async () => (await channels.own()).userId;
        throw await namingPermissions(error, channel.channelId, { rest, ownId });
      }
    },

    edit: (post, message) => asChat('edit a message', () => changes.edit(post, message)),

    remove: (post) =>
      asChat('remove a message', async () => {
        await changes.remove(post);
        for (const [key, { messageId }] of delivered) if (messageId === post.messageId) delivered.delete(key);
      }),

    findDelivery: (channel, deliveryId, { thread } = {}) =>
      asChat('look for a message', async () => {
        const known = delivered.get(keyOf(channel, deliveryId));
        if (known) return known;
        const facts = await channels.of(channel.channelId);
        return findMarked({ channel, facts, mark: deliveryMark(deliveryId), thread }, options);
      }),

    tellUser: ({ userId, workspaceId }, message) =>
      asChat('write to a member', async () => {
        const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as { id: string };
        await post({ platform: 'discord', workspaceId, channelId: id }, message, {});
      }),
  };

  async function post(channel: ChannelRef, message: Message, given: PostOptions): Promise<PostRef> {
    const { mention, ...others } = given;
    const { deliveryId, look } = given;
    const facts = await channels.of(channel.channelId);
    // Discord may look for a nonce among all that we posted lately, in whatever channel.
    const seed = deliveryId === undefined ? crypto.randomUUID() : keyOf(channel, deliveryId);
    const [whole, ...further] = renderMessage(message, style, look?.color);
    if (!whole) throw new Error('a message was rendered to nothing');
    const first = deliveryId === undefined ? whole : withMark(whole, deliveryMark(deliveryId));
    // The role of everybody has the server's own id.
    const mayMention = mention !== undefined && mention !== channel.workspaceId;
    const options = { ...others, ...(mayMention && { mention }) };
    const ref = await postFirst(first, { channel, facts, message, seed, options });
    if (deliveryId !== undefined) delivered.set(keyOf(channel, deliveryId), ref);
    try {
      await continuations.add(ref, further, { summary: message.summary, seed });
    } catch (err) {
      // The post stands already: to fail now would have it posted again.
      log.error({ err, channel: ref.channelId, message: ref.messageId }, 'a post could not be continued in its thread');
    }
    return ref;
  }
}

function keyOf({ channelId }: ChannelRef, deliveryId: string): string {
  return `${channelId}:${deliveryId}`;
}
