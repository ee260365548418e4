import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Log } from '../../runtime/log.ts';
import {
  type ChannelRef,
  ChatError,
  type LookupOptions,
  type PostLook,
  type PostOptions,
  type PostRef,
} from '../chat.ts';
import type { Message } from '../message.ts';
import { findDelivery, findParts, marks, type SearchPlace } from './find-posts.ts';
import { limits } from './limits.ts';
import { type BlockSupport, type SlackPayload, sendInNewestForm } from './newer-blocks.ts';
import type { PageSize } from './pages.ts';
import { isRefusedForItsBlocks, plainPayloads, sendPages, sendWithPictures } from './refused-blocks.ts';
import { joinLines, type PageMaker } from './render-message.ts';
import { shortLabel, userGroupId, webAddress } from './rich-text.ts';
import type { SlackApi } from './slack-api.ts';
import { slackCode } from './slack-errors.ts';

/** Posting in one workspace, as the port has it. */
export interface MessagePoster {
  /** `answerId`: with feedback buttons that bring it back. */
  post(channel: ChannelRef, message: Message, options?: PostOptions & { readonly answerId?: string }): Promise<PostRef>;
  edit(post: PostRef, message: Message): Promise<PostRef>;
  remove(post: PostRef): Promise<void>;
  findDelivery(channel: ChannelRef, deliveryId: string, where?: LookupOptions): Promise<PostRef | undefined>;
}

interface PosterOptions {
  readonly api: SlackApi;
  readonly pages: PageMaker;
  readonly pageSize: PageSize;
  readonly support: BlockSupport;
  /** A message went as plain text, for Slack took it no other way. */
  readonly onPlain?: (channel: ChannelRef) => void;
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const rememberedDeliveries = 1_000;
const rememberedParts = 5_000;
const rememberedSearches = 1_000;

/** Posts, edits and finds messages in one workspace. What is longer than a message continues in its thread. */
export function createPoster({
  api,
  pages,
  pageSize,
  support,
  onPlain,
  log,
  sleep = setTimeout,
}: PosterOptions): MessagePoster {
  const recent = new LRUCache<string, PostRef>({ max: rememberedDeliveries });
  const searches = new LRUCache<string, SearchPlace>({ max: rememberedSearches });
  const sender = createMessageSender({ api, support, log, sleep });
  /** Time stamps of what continues a post in its thread, by the post's: a thread may not be readable. */
  const parts = new LRUCache<string, readonly string[]>({ max: rememberedParts });
  const partsKey = ({ channelId, messageId }: PostRef) => `${channelId} ${messageId}`;

  function withParts({ parts: _, ...post }: PostRef, written: readonly string[]): PostRef {
    return written.length > 0 ? { ...post, parts: written } : post;
  }

  async function continuePost(post: PostRef, further: Continuation): Promise<readonly string[]> {
    const written = await continueInThread(post, further, { sender, log, sleep });
    parts.set(partsKey(post), written);
    return written;
  }

  /** As remembered, else as kept with the post, else as the thread shows them. */
  const partsOf = async (post: PostRef) => parts.get(partsKey(post)) ?? post.parts ?? (await findParts(post, api));

  return {
    async post(channel, message, { deliveryId, thread, mention, look, answerId } = {}) {
      const key = deliveryId && `${channel.channelId} ${deliveryId}`;
      const known = key && recent.get(key);
      if (known) return known;
      warnOfMention(channel, mention);
      const root = thread && (thread.threadId ?? thread.messageId);
      const mark = deliveryId === undefined ? undefined : marks.delivery(deliveryId);
      const { sent: messageId, rest: payloads } = await sendPages(
        message,
        { pages, pageSize, mention, answerId, log, onPlain: () => onPlain?.(channel) },
        (first) => sender.send(channel, first, { root, mark, look }),
      );
      const post = { ...channel, messageId, ...(root !== undefined && { threadId: root }) };
      // Before the rest is sent, so that a failure there does not post the first page again.
      if (key) recent.set(key, post);
      const written = await continuePost(post, { payloads, before: [], look });
      return withParts(post, written);
    },

    async edit(post, message) {
      const { rest: payloads } = await sendPages(
        message,
        { pages, pageSize, log, onPlain: () => onPlain?.(post) },
        (first) => sender.update(post, post.messageId, first),
      );
      const written = await continuePost(post, { payloads, before: await partsOf(post) });
      return withParts(post, written);
    },

    async remove(post) {
      const known = await partsOf(post).catch(() => []);
      for (const ts of [post.messageId, ...known]) await sender.remove(post, ts);
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
}

/** Single messages over the Web API, in one workspace, each by its time stamp. */
export interface MessageSender {
  send(channel: ChannelRef, payload: SlackPayload, options: SendOptions): Promise<string>;
  update(channel: ChannelRef, ts: string, payload: SlackPayload): Promise<void>;
  /** One that is gone already does no harm. */
  remove(channel: ChannelRef, ts: string): Promise<void>;
}

export interface SendOptions extends PostMarks {
  readonly look?: PostLook | undefined;
}

interface SenderOptions {
  readonly api: SlackApi;
  readonly support: BlockSupport;
  readonly log: Log;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Over the Web API; a picture that Slack does not get is described in words. */
function createMessageSender({ api, support, log, sleep }: SenderOptions): MessageSender {
  return {
    async send({ channelId }, payload, options) {
      const shown = await lookOf(options.look, api);
      const { ts } = await sendWithPictures(
        payload,
        (page) =>
          sendInNewestForm(
            page,
            (each) =>
              api.call(({ chat }) => chat.postMessage({ ...postArguments(channelId, each, options), ...shown })),
            support,
          ),
        picturesOf(channelId),
      );
      return ts ?? '';
    },

    async update({ channelId }, ts, payload) {
      await sendWithPictures(
        payload,
        (page) =>
          sendInNewestForm(
            page,
            ({ text, blocks }) => {
              const shorter = joinLines(text.split('\n'), limits.message.updateText);
              return api.call(({ chat }) => chat.update({ text: shorter, blocks, channel: channelId, ts }));
            },
            support,
          ),
        picturesOf(channelId),
      );
    },

    async remove({ channelId }, ts) {
      await api.call(async ({ chat }) => {
        try {
          await chat.delete({ channel: channelId, ts });
        } catch (error) {
          if (slackCode(error) !== 'message_not_found') throw error;
        }
      });
    },
  };

  function picturesOf(channelId: string) {
    const onWithout = () =>
      log.warn({ channel: channelId }, 'Slack cannot get a picture; the message goes with its words');
    return { sleep: (waitMs: number) => sleep(waitMs), onWithout };
  }
}

/** What follows a message in its thread. */
export interface Continuation {
  readonly payloads: readonly SlackPayload[];
  /** Time stamps of what continued it before. */
  readonly before: readonly string[];
  readonly look?: PostLook | undefined;
}

interface ContinueOptions {
  readonly sender: MessageSender;
  readonly log: Log;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const longestWaitMs = 30_000;

/**
 * Writes what follows a message over what was there before, then again, in its thread or, where the channel has no threads, below it; what
 * is left over is removed. The message itself is there: a failure of the rest must not post it again, so that it is logged and not thrown. Gives the time stamps of what continues it now.
 */
async function continueInThread(
  post: PostRef,
  { payloads, before, look }: Continuation,
  { sender, log, sleep }: ContinueOptions,
): Promise<readonly string[]> {
  const options = { mark: marks.part(post.messageId), look };
  let root: string | undefined = post.threadId ?? post.messageId;
  const written: string[] = [];
  const send = async (payload: SlackPayload): Promise<string> => {
    try {
      return await patiently(() => sender.send(post, payload, { ...options, root }), sleep);
    } catch (error) {
      if (root === undefined || !hasNoThread(error)) throw error;
      root = undefined;
      return patiently(() => sender.send(post, payload, options), sleep);
    }
  };
  const write = async (payload: SlackPayload): Promise<void> => {
    const old = before[written.length];
    if (old === undefined) {
      // Slack counts the parts of a thread for its channel, too.
      await sleep(limits.pace.channel.perMs);
      written.push(await send(payload));
    } else {
      await patiently(() => sender.update(post, old, payload), sleep);
      written.push(old);
    }
  };
  try {
    for (const payload of payloads) {
      try {
        await write(payload);
      } catch (error) {
        if (!isRefusedForItsBlocks(error)) throw error;
        for (const plain of plainPayloads(payload)) await write(plain);
      }
    }
    for (const old of before.slice(written.length)) await patiently(() => sender.remove(post, old), sleep);
    return written;
  } catch (err) {
    log.error({ err, channel: post.channelId, parts: payloads.length + 1 }, 'a part of a message was not posted');
    return [...written, ...before.slice(written.length)];
  }
}

/** Slack's codes for a message that takes no replies. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const threadRefusals = new Set(['restricted_action_non_threadable_channel', 'restricted_action_thread_locked']);

function hasNoThread(error: unknown): boolean {
  return error instanceof ChatError && threadRefusals.has(slackCode(error.cause) ?? '');
}

/** Tries once more where Slack says when. */
async function patiently<T>(work: () => Promise<T>, sleep: ContinueOptions['sleep']): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const waitMs = error instanceof ChatError ? error.retryAfterMs : undefined;
    if (waitMs === undefined || waitMs > longestWaitMs) throw error;
    await sleep(waitMs);
    return work();
  }
}

/** What goes along with a message besides what it says. */
export interface PostMarks {
  /** The thread it goes to. */
  readonly root?: string | undefined;
  readonly mark?: ReturnType<(typeof marks)[keyof typeof marks]> | undefined;
}

/**
 * A message as `chat.postMessage` takes it. Slack shows no previews of its links: a briefing has many, and each brings a picture.
 * https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function postArguments(
  channel: string,
  { text, blocks }: SlackPayload,
  { root, mark: metadata }: PostMarks = {},
) {
  return {
    channel,
    text,
    ...(blocks.length > 0 && { blocks }),
    unfurl_links: false,
    unfurl_media: false,
    ...(root !== undefined && { thread_ts: root }),
    ...(metadata && { metadata }),
  };
}

/** The scope that lets a message have a sender of its own. */
const lookScope = 'chat:write.customize';

/**
 * A subscription's own name and icon, where the workspace granted the right to it; else the bot's. Slack has no color for a message of
 * blocks. https://docs.slack.dev/reference/methods/chat.postMessage#authorship
 */
async function lookOf(
  look: PostLook | undefined,
  api: SlackApi,
): Promise<{ readonly username?: string; readonly icon_url?: string }> {
  if (look?.name === undefined && look?.pictureUrl === undefined) return {};
  const { scopes } = await api.identity();
  if (!scopes.includes(lookScope)) return {};
  const name = look.name === undefined ? '' : shortLabel(look.name, limits.message.username);
  const icon = look.pictureUrl === undefined ? undefined : webAddress(look.pictureUrl);
  return { ...(name !== '' && { username: name }), ...(icon !== undefined && { icon_url: icon }) };
}
