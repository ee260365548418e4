import { Routes } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Log } from '../../runtime/log.ts';
import type { ChannelRef, Chat, PostLook, PostOptions, PostRef } from '../chat.ts';
import type { Message } from '../message.ts';
import { createPostChanges, withParts } from './change-posts.ts';
import type { ChannelFacts, ChannelFactsCache } from './channel-facts.ts';
import type { createCrossposts } from './crosspost.ts';
import { deliveryMark, nonceOf, withMark } from './delivery-mark.ts';
import { asChat } from './errors.ts';
import { findMarked } from './find-posts.ts';
import { limits } from './limits.ts';
import { namingPermissions } from './permissions.ts';
import type { Rendering } from './render-blocks.ts';
import { type MessageStyle, type RenderedPart, renderMessage } from './render-message.ts';
import type { DiscordRest } from './rest.ts';
import type { Sender, SendOptions } from './sender.ts';
import { createStoryPosts, postsOf, storyMessages } from './story-posts.ts';
import { plainLine } from './text.ts';
import type { TextBudget } from './text-budget.ts';
import { createContinuations, threadName, threadUnder } from './threads.ts';
import { createWebhookPosts, type Webhooks } from './webhooks.ts';

interface PostsOptions {
  readonly rest: DiscordRest;
  readonly sender: Sender;
  readonly channels: ChannelFactsCache;
  readonly webhooks: Webhooks;
  readonly style: MessageStyle;
  /** Posts of announcement channels are published to the servers that follow them, where a subscription does not say otherwise. */
  readonly crosspost: boolean;
  readonly crossposts: ReturnType<typeof createCrossposts>;
  /** A post continued in its channel, without the permission to open a thread there. */
  readonly onThreadRefused: (channel: ChannelRef) => void;
  readonly budget: TextBudget;
  readonly rendering: () => Rendering;
  readonly log: Log;
}

const mostRemembered = 5_000;

/** Posts to Discord's channels, threads and forums: each delivery once, edits and removals with all that continues a post. */
export function createDiscordPosts(options: PostsOptions): Required<
  Pick<Chat, 'post' | 'edit' | 'remove' | 'findDelivery' | 'messageUser'>
> & {
  /** A person's conversation with the bot. Throws ChatError. */
  directMessages(userId: string): Promise<ChannelRef>;
} {
  const { rest, channels, style, budget, rendering, log } = options;
  /** Deliveries of this process: embeds carry no mark that could be found again. */
  const delivered = new LRUCache<string, PostRef>({ max: mostRemembered });
  const continuations = createContinuations(options);
  const webhookPosts = createWebhookPosts(options);
  const postFirst = createPostFirst({ ...options, webhookPosts });
  const storyPosts = createStoryPosts({
    ...options,
    continuations,
    postOne: post,
    remembered: (channel, deliveryId) => delivered.get(keyOf(channel, deliveryId)),
  });
  const changes = createPostChanges({ ...options, webhookPosts, continuations });

  return {
    async post(channel, message, postOptions = {}) {
      try {
        return await asChat('post', async () => {
          if (!(await isByStory(channel, postOptions))) return post(channel, message, postOptions);
          const ref = await storyPosts.post(channel, message, postOptions);
          const { deliveryId } = postOptions;
          if (deliveryId !== undefined) delivered.set(keyOf(channel, deliveryId), ref);
          return ref;
        });
      } catch (error) {
        const ownId = async () => (await channels.own()).userId;
        throw await namingPermissions(error, channel.channelId, { rest, ownId });
      }
    },

    edit: (post, message) =>
      asChat('edit a message', async () => {
        const posts = postsOf(post);
        const messages = storyMessages(message, posts.length);
        let edited = post;
        for (const [index, each] of posts.entries()) edited = await changes.edit(each, messages[index] ?? message);
        return { ...edited, ...(post.stories && { stories: post.stories }) };
      }),

    remove: (post) =>
      asChat('remove a message', async () => {
        for (const each of postsOf(post)) await changes.remove(each);
        for (const [key, { messageId }] of delivered) if (messageId === post.messageId) delivered.delete(key);
      }),

    findDelivery: (channel, deliveryId, { thread } = {}) =>
      asChat('look for a message', async () => {
        const known = delivered.get(keyOf(channel, deliveryId));
        if (known) return known;
        const facts = await channels.of(channel.channelId);
        const found = await findMarked({ channel, facts, mark: deliveryMark(deliveryId), thread }, options);
        return found && !thread ? storyPosts.withStories(found, deliveryId) : found;
      }),

    messageUser: ({ userId, workspaceId }, message) =>
      asChat('write to a member', async () => {
        await post({ ...(await directMessages(userId)), workspaceId }, message, {});
      }),

    directMessages: (userId) => asChat('open a conversation', () => directMessages(userId)),
  };

  async function directMessages(userId: string): Promise<ChannelRef> {
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as { id: string };
    return { platform: 'discord', workspaceId: '@me', channelId: id };
  }

  /** Threads and direct messages have no threads. */
  async function isByStory({ channelId }: ChannelRef, { look, thread }: PostOptions): Promise<boolean> {
    if (!look?.storyThreads || thread) return false;
    const { kind } = await channels.of(channelId);
    return kind !== 'thread' && kind !== 'direct';
  }

  async function post(channel: ChannelRef, message: Message, given: PostOptions & IsNew): Promise<PostRef> {
    const { mention, isNew = false, ...others } = given;
    const { deliveryId, look } = given;
    const facts = await channels.of(channel.channelId);
    // Discord may look for a nonce among all that we posted lately, in whatever channel.
    const seed = deliveryId === undefined ? crypto.randomUUID() : keyOf(channel, deliveryId);
    // The role of everybody has the server's own id.
    const mayMention = mention !== undefined && mention !== channel.workspaceId;
    const options = { ...others, ...(mayMention && { mention }) };
    const { ref, further } = await budget.fitting(async () => {
      const [whole, ...others] = renderMessage(message, style, look?.color, rendering());
      if (!whole) throw new Error('a message was rendered to nothing');
      const first = deliveryId === undefined ? whole : withMark(whole, deliveryMark(deliveryId));
      return { ref: await postFirst(first, { channel, facts, message, seed, options, isNew }), further: others };
    });
    if (deliveryId !== undefined) delivered.set(keyOf(channel, deliveryId), ref);
    try {
      return withParts(ref, await continuations.add(ref, further, { summary: message.summary, seed }));
    } catch (err) {
      if (budget.learn(err)) return continueShorter(ref, message);
      // The post is already there: failing now would post it again.
      log.error({ err, channel: ref.channelId, message: ref.messageId }, 'a post could not be continued in its thread');
      return ref;
    }
  }

  /** What has been posted is divided again, into shorter pages. */
  async function continueShorter(ref: PostRef, message: Message): Promise<PostRef> {
    try {
      return await changes.edit(ref, message);
    } catch (err) {
      log.error(
        { err, channel: ref.channelId, message: ref.messageId },
        'a post could not be continued in shorter pages',
      );
      return ref;
    }
  }
}

function keyOf({ channelId }: ChannelRef, deliveryId: string): string {
  return `${channelId}:${deliveryId}`;
}

/** Whether it was looked for already, and is not there. */
interface IsNew {
  readonly isNew?: boolean;
}

interface PostFirstOptions {
  readonly rest: DiscordRest;
  readonly sender: Sender;
  readonly channels: ChannelFactsCache;
  readonly webhooks: Webhooks;
  readonly webhookPosts: ReturnType<typeof createWebhookPosts>;
  readonly crosspost: boolean;
  readonly crossposts: ReturnType<typeof createCrossposts>;
}

/** A message on its way: where, marked with what, in which look. */
interface Sending {
  readonly channel: ChannelRef;
  readonly facts: ChannelFacts;
  readonly message: Message;
  /** Makes the nonce. */
  readonly seed: string;
  readonly isNew: boolean;
  readonly options: PostOptions;
}

/** Posts the first part of a message: to a channel, under a message, as a forum's post, or through a webhook in a look of its own. */
function createPostFirst(options: PostFirstOptions) {
  const { rest, sender, channels, webhooks, webhookPosts, crosspost, crossposts } = options;

  return async (part: RenderedPart, sending: Sending): Promise<PostRef> => {
    const { facts, options } = sending;
    if (facts.kind === 'forum' && !options.thread) return inForum(part, sending);
    return (await inOwnLook(part, sending)) ?? asBot(part, sending);
  };

  async function asBot(part: RenderedPart, sending: Sending): Promise<PostRef> {
    const { channel, facts, message, seed, options } = sending;
    const { thread } = options;
    const threadId =
      thread?.threadId ??
      (thread && (await threadUnder({ channel: facts, messageId: thread.messageId }, message.summary, rest)).place);
    const nonce = nonceOf(seed);
    const { id } = await sender.message(threadId ?? channel.channelId, part, { nonce, ...sendOptions(options) });
    if (!thread) await publish(sending, id);
    return { ...channel, messageId: id, ...(threadId !== undefined && { threadId }) };
  }

  /** Webhooks take no nonce, so what is there already is looked up first. Undefined where the bot posts itself. */
  async function inOwnLook(part: RenderedPart, sending: Sending): Promise<PostRef | undefined> {
    const { channel, facts, options } = sending;
    if (!hasOwnLook(part, options) || options.thread) return undefined;
    const present = await findPresent(sending);
    if (present) return present;
    const sent = await webhookPosts.send(facts, part, { ...sendOptions(options), look: options.look });
    if (!sent) return undefined;
    await publish(sending, sent.id);
    return { ...channel, messageId: sent.id };
  }

  // Forum posts take no nonce either.
  async function inForum(part: RenderedPart, sending: Sending): Promise<PostRef> {
    const { channel, facts, message, options } = sending;
    const present = await findPresent(sending);
    if (present) return present;
    const forumPost = { name: threadName(message.summary), tags: tagsFor(message, facts) };
    const how = sendOptions(options);
    const sent = hasOwnLook(part, options)
      ? await webhookPosts.send(facts, part, { ...how, look: options.look, forumPost })
      : undefined;
    if (sent) return { ...channel, messageId: sent.id, threadId: sent.channel_id };
    const { id, message: first } = await sender.forumPost(channel.channelId, part, { ...forumPost, ...how });
    return { ...channel, messageId: first.id, threadId: id };
  }

  async function findPresent({ channel, facts, isNew, options }: Sending): Promise<PostRef | undefined> {
    const { deliveryId } = options;
    if (deliveryId === undefined || isNew) return undefined;
    return findMarked({ channel, facts, mark: deliveryMark(deliveryId) }, { rest, channels, webhooks });
  }

  async function publish({ channel, facts, options: { look } }: Sending, messageId: string): Promise<void> {
    if (facts.kind === 'announcement' && (look?.publish ?? crosspost)) await crossposts.publish(channel, messageId);
  }
}

/** Whether it goes through a webhook. Embeds carry no mark to find a delivery by, so they come from the bot, with a nonce. */
function hasOwnLook(
  { embeds }: RenderedPart,
  options: PostOptions,
): options is PostOptions & { readonly look: PostLook } {
  const { deliveryId, look } = options;
  return Boolean(look?.name || look?.pictureUrl) && (deliveryId === undefined || embeds === undefined);
}

function sendOptions({ quiet = false, mention }: PostOptions): SendOptions {
  return { quiet, ...(mention !== undefined && { mention }) };
}

/** The ids of those that name the topic; where the forum wants one and has none of that name, the first. */
function tagsFor({ accent }: Message, { tags, wantsTag = false }: ChannelFacts): readonly string[] {
  const fitting = tags.filter(({ name }) => isTopic(name, accent));
  const chosen = fitting.length === 0 && wantsTag ? tags.slice(0, 1) : fitting;
  return chosen.slice(0, limits.forumTags).map(({ id }) => id);
}

/** A forum's tag "Middle East" is the topic `middle-east`. */
function isTopic(tag: string, accent: string | undefined): boolean {
  return accent !== undefined && plainLine(tag).trim().toLowerCase().replaceAll(' ', '-') === accent;
}
