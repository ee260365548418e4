import { setTimeout } from 'node:timers/promises';
import type { types } from '@slack/bolt';
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
import type { PageMaker, SlackPayload } from './render-message.ts';
import { shortLabel, userGroupId, webAddress } from './rich-text.ts';
import type { SlackApi } from './slack-api.ts';
import { slackCode } from './slack-errors.ts';

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
  const recent = new LRUCache<string, PostRef>({ max: rememberedDeliveries });
  const searches = new LRUCache<string, SearchPlace>({ max: rememberedSearches });
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
  readonly log: Log;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Over the Web API; a picture that Slack does not get is told in words. */
function createMessageSender({ api, log, sleep }: SenderOptions): MessageSender {
  return {
    async send({ channelId }, payload, options) {
      const shown = await lookOf(options.look, api);
      const { ts } = await sendWithPictures(
        payload,
        (page) => api.call(({ chat }) => chat.postMessage({ ...postArguments(channelId, page, options), ...shown })),
        picturesOf(channelId),
      );
      return ts ?? '';
    },

    async update({ channelId }, ts, payload) {
      await sendWithPictures(
        payload,
        ({ text, blocks }) => api.call(({ chat }) => chat.update({ text, blocks, channel: channelId, ts })),
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

interface PictureOptions {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Called once, when the message goes without pictures. */
  readonly onWithout: () => void;
}

/** A file that was just uploaded is not ready at once, and Slack refuses blocks with it until then. */
const waitsMs = [1_000, 2_000];

/**
 * Sends a message with pictures, once more where Slack does not have them yet, and at last with their words in place: Slack refuses a
 * whole message for one picture that it cannot get.
 */
export async function sendWithPictures<T>(
  payload: SlackPayload,
  send: (payload: SlackPayload) => Promise<T>,
  { sleep, onWithout }: PictureOptions,
): Promise<T> {
  const waits = payload.blocks.some(isUploaded) ? [...waitsMs] : [];
  for (;;) {
    try {
      return await send(payload);
    } catch (error) {
      const plainer = withoutPictures(payload);
      if (!plainer || !isAboutBlocks(error)) throw error;
      const waitMs = waits.shift();
      if (waitMs === undefined) {
        onWithout();
        return send(plainer);
      }
      await sleep(waitMs);
    }
  }
}

/** The Web API names it; a response URL answers with nothing but a status. */
function isAboutBlocks(error: unknown): boolean {
  if (!(error instanceof ChatError) || error.kind !== 'rejected') return false;
  return error.cause === undefined || slackCode(error.cause) === 'invalid_blocks';
}

function isUploaded(block: types.KnownBlock): boolean {
  return block.type === 'image' && 'slack_file' in block;
}

function withoutPictures({ text, blocks }: SlackPayload): SlackPayload | undefined {
  const kept = blocks.flatMap((block) => (block.type === 'image' ? wordsFor(block) : [block]));
  const changed = blocks.some(({ type }) => type === 'image');
  return changed && kept.length > 0 ? { text, blocks: kept } : undefined;
}

/** A picture of our own making says something; one of an article decorates. */
function wordsFor(block: types.ImageBlock): types.KnownBlock[] {
  if (!isUploaded(block)) return [];
  return [{ type: 'context', elements: [{ type: 'plain_text', text: block.alt_text, emoji: false }] }];
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
 * Writes what follows a message over what was there before, then anew; what is left over is removed. The message itself is there: a failure
 * of the rest must not post it again, so that it is logged and not thrown.
 */
async function continueInThread(
  post: PostRef,
  { payloads, before, look }: Continuation,
  { sender, log, sleep }: ContinueOptions,
): Promise<void> {
  const options = { root: post.threadId ?? post.messageId, mark: marks.part(post.messageId), look };
  try {
    for (const [index, payload] of payloads.entries()) {
      const old = before[index];
      if (old !== undefined) await patiently(() => sender.update(post, old, payload), sleep);
      else await patiently(() => sender.send(post, payload, options), sleep);
    }
    for (const old of before.slice(payloads.length)) await patiently(() => sender.remove(post, old), sleep);
  } catch (err) {
    log.error({ err, channel: post.channelId, parts: payloads.length + 1 }, 'a part of a message was not posted');
  }
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
    blocks,
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
