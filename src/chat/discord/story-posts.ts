import { RESTJSONErrorCodes } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import type { ChannelRef, PostOptions, PostRef } from '../chat.ts';
import type { Message, MessageBlock, Source, Span } from '../message.ts';
import type { ChannelFactsCache } from './channel-facts.ts';
import { deliveryMark } from './delivery-mark.ts';
import { hasCode } from './errors.ts';
import { findAllMarked } from './find-posts.ts';
import type { DiscordRest } from './rest.ts';
import type { createContinuations } from './threads.ts';
import type { Webhooks } from './webhooks.ts';

interface StoryPostsOptions {
  readonly rest: DiscordRest;
  readonly channels: ChannelFactsCache;
  readonly webhooks: Pick<Webhooks, 'find'>;
  readonly continuations: Pick<ReturnType<typeof createContinuations>, 'open'>;
  /** Posts one message, with what of it is too long; `isNew`: it was looked for and is not there. */
  readonly postOne: (
    channel: ChannelRef,
    message: Message,
    options: PostOptions & { readonly isNew?: boolean },
  ) => Promise<PostRef>;
  /** What this process posted of a delivery: embeds carry no mark. */
  readonly remembered: (channel: ChannelRef, deliveryId: string) => PostRef | undefined;
  readonly log: Log;
}

/**
 * Posts each story of a briefing by itself: in a channel as a message with a thread under it, in a forum as a post. The last is the delivery's
 * post and carries its mark; the others have a mark each, so that a retry posts only what is missing.
 */
export function createStoryPosts(options: StoryPostsOptions) {
  const { rest, channels, webhooks, continuations, postOne, remembered, log } = options;
  /** A retry joins a try that is still under way, as Discord may take longer than we wait. */
  const underWay = new Map<string, Promise<PostRef>>();
  return {
    post(channel: ChannelRef, message: Message, options: PostOptions): Promise<PostRef> {
      const { deliveryId = crypto.randomUUID() } = options;
      const key = `${channel.channelId}:${deliveryId}`;
      const posting = underWay.get(key) ?? post(channel, message, { ...options, deliveryId });
      underWay.set(key, posting);
      return posting.finally(() => underWay.delete(key));
    },

    /** The post with its other stories, for one that was found by its mark. */
    async withStories(post: PostRef, deliveryId: string): Promise<PostRef> {
      const ids = Array.from({ length: mostStories }, (_, index) => storyId(deliveryId, index));
      const stories = (await find(post, ids)).flatMap((story) => story?.messageId ?? []);
      return stories.length > 0 ? { ...post, stories } : post;
    },
  };

  async function post(
    channel: ChannelRef,
    message: Message,
    { deliveryId, ...options }: PostOptions & { readonly deliveryId: string },
  ): Promise<PostRef> {
    const stories = storyMessages(message);
    const ids = stories.map((_, index) => (index === stories.length - 1 ? deliveryId : storyId(deliveryId, index)));
    const present = await find(channel, ids);
    const posts: PostRef[] = [];
    let mayOpen = true;
    for (const [index, story] of stories.entries()) {
      // One mention for all of them is enough.
      const { mention: _mention, ...silently } = { ...options, quiet: true };
      const how = { ...(index === 0 ? options : silently), deliveryId: ids[index] ?? deliveryId, isNew: true };
      const posted = present[index] ?? (await postOne(channel, story, how));
      if (mayOpen) mayOpen = await open(posted, story);
      posts.push(posted);
    }
    const last = posts.at(-1);
    if (!last) throw new Error('a message was rendered to no story');
    const others = posts.slice(0, -1).map(({ messageId }) => messageId);
    return others.length > 0 ? { ...last, stories: others } : last;
  }

  /** False where no thread may be opened: the stories then stand in the channel alone. */
  async function open(posted: PostRef, { summary }: Message): Promise<boolean> {
    try {
      return await continuations.open(posted, summary);
    } catch (err) {
      if (!hasCode(err, RESTJSONErrorCodes.MaximumActiveThreads)) throw err;
      log.warn({ err, channel: posted.channelId }, 'a story has no thread: the server has as many as Discord allows');
      return false;
    }
  }

  async function find(channel: ChannelRef, ids: readonly string[]): Promise<readonly (PostRef | undefined)[]> {
    const facts = await channels.of(channel.channelId);
    const { platform, workspaceId, channelId } = channel;
    const search = { channel: { platform, workspaceId, channelId }, facts, marks: ids.map(deliveryMark) };
    const found = await findAllMarked(search, { rest, channels, webhooks });
    return ids.map((id, index) => found[index] ?? remembered(channel, id));
  }
}

/** A subscription's most. */
const mostStories = 20;

function storyId(deliveryId: string, index: number): string {
  return `${deliveryId}/${index}`;
}

/** The posts of a delivery, in order: those of its other stories, and itself. */
export function postsOf({ stories = [], ...post }: PostRef): readonly PostRef[] {
  const { parts: _parts, ...place } = post;
  // A forum's post is a thread with the id of its first message.
  const ofForum = post.threadId !== undefined;
  return [...stories.map((id) => ({ ...place, messageId: id, ...(ofForum && { threadId: id }) })), post];
}

/**
 * A briefing as a message for each story, named by its title: the blocks above the first go with it, those below the last with the last.
 * Each has the sources that it cites. `count`: into this many, as it was posted; what is more stays with the last.
 */
export function storyMessages(message: Message, count: number = Number.POSITIVE_INFINITY): readonly Message[] {
  const groups: MessageBlock[][] = [[]];
  let titles = 0;
  for (const block of message.blocks) {
    const isTitle = block.kind === 'heading' && block.level === 2;
    if (isTitle && titles > 0 && groups.length < count) groups.push([]);
    if (isTitle) titles += 1;
    groups.at(-1)?.push(block);
  }
  if (groups.length === 1) return [message];
  const sources = message.blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : []));
  return groups.map((blocks) => ({ ...message, ...titleOf(blocks, message), blocks: withSources(blocks, sources) }));
}

function titleOf(blocks: readonly MessageBlock[], { accent, summary }: Message): Pick<Message, 'summary' | 'accent'> {
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 2);
  const spans = title?.kind === 'heading' ? title.spans : [];
  const link = spans.find(({ kind }) => kind === 'link');
  const topic = accent ?? (title?.kind === 'heading' ? title.topics?.[0] : undefined);
  return { summary: link?.kind === 'link' ? link.text : summary, ...(topic !== undefined && { accent: topic }) };
}

/** The list of sources before the last small print, if there is one. */
function withSources(blocks: readonly MessageBlock[], sources: readonly Source[]): readonly MessageBlock[] {
  const cited = new Set(blocks.flatMap(citedIn));
  const own = sources.filter(({ number }) => cited.has(number));
  const list: readonly MessageBlock[] = own.length > 0 ? [{ kind: 'sources', sources: own }] : [];
  const at = blocks.findIndex(({ kind }) => kind === 'sources');
  return at < 0 ? [...blocks, ...list] : [...blocks.slice(0, at), ...list, ...blocks.slice(at + 1)];
}

function citedIn(block: MessageBlock): readonly number[] {
  const numbers = (spans: readonly Span[]) => spans.flatMap((span) => (span.kind === 'citation' ? [span.number] : []));
  if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'context') return numbers(block.spans);
  return block.kind === 'list' ? block.items.flatMap(numbers) : [];
}
