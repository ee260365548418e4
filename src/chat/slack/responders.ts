import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../runtime/log.ts';
import { type Caller, ChatError, type PostRef, type Responder } from '../chat.ts';
import type { Message } from '../message.ts';
import { withShareButton } from '../share.ts';
import { newAnswerId } from './feedback.ts';
import { openForm } from './forms.ts';
import { type SlackPayload, sendInNewestForm } from './newer-blocks.ts';
import { sendWithPictures } from './refused-blocks.ts';
import type { ResponseUrl } from './response-url.ts';
import type { AnswerTools } from './workspace.ts';

export interface UrlResponderOptions extends AnswerTools {
  readonly caller: Caller;
  readonly responseUrl: ResponseUrl;
  readonly triggerId: string;
}

/** Answers a slash command, a button or a message shortcut. Bolt's `ack` has been called before. */
export function createUrlResponder(options: UrlResponderOptions): Responder {
  const { api, caller, pages: makePages, responseUrl, triggerId } = options;
  return {
    // Slack shows by itself that a command was taken.
    async acknowledge() {},
    async respond(message, { onlyCaller, trouble, share }) {
      const isPublic = !onlyCaller && !trouble;
      // In a direct conversation there is nobody to share it with.
      const isShown = isPublic || caller.channel.channelId.startsWith('D');
      const pages = await makePages(isShown || share === undefined ? message : withShareButton(message, share));
      await sendAnswer(pages, isPublic ? 'channel' : 'caller', options);
    },
    async update(message) {
      const [first, ...rest] = await makePages(message);
      if (!first) return;
      try {
        await sendPage(first, (page) => responseUrl.send(page, { to: 'original' }), options);
      } catch (error) {
        if (!(error instanceof ChatError) || error.kind !== 'lost-post') throw error;
        await sendAnswer([first], 'caller', options);
      }
      await sendAnswer(rest, 'caller', options);
    },
    openForm: (form) => openForm(form, caller, { api, triggerId }),
  };
}

export interface SpokenResponderOptions extends AnswerTools {
  readonly caller: Caller;
  /** The message that spoke to us; absent in a direct conversation. */
  readonly thread?: PostRef;
  /** Shown in the thread of a direct conversation while the answer is looked for. */
  readonly status?: string;
  /** The question, in a conversation with the agent: an answer from the archive gets feedback buttons. */
  readonly asked?: { readonly command: string };
  readonly log: Log;
}

/** Answers an @mention in its thread, or a direct message. */
export function createSpokenResponder(options: SpokenResponderOptions): Responder {
  const { api, caller, poster, pages, thread, status, asked, log } = options;
  const respond: Responder['respond'] = async (message, { trouble, share }) => {
    if (trouble && thread) return sayToCaller(await pages(message), caller, options, thread);
    // What may be shared is an answer from the archive.
    const answerId = asked && share ? newAnswerId() : undefined;
    await poster.post(caller.channel, message, { ...(thread && { thread }), ...(answerId && { answerId }) });
    if (answerId) log.info({ workspaceId: caller.channel.workspaceId, answerId, command: asked?.command }, 'answered');
  };
  return {
    /** Slack takes the status away by itself when we answer. https://docs.slack.dev/reference/methods/assistant.threads.setStatus */
    async acknowledge() {
      if (status === undefined || !thread) return;
      const place = { channel_id: caller.channel.channelId, thread_ts: thread.threadId ?? thread.messageId };
      // A workspace without the agent view refuses it; the answer comes all the same.
      await api.call(({ assistant }) => assistant.threads.setStatus({ ...place, status })).catch(() => undefined);
    },
    respond,
    update: (message) => respond(message, { onlyCaller: false }),
    async openForm() {
      throw new ChatError('Slack opens a form only after a command or a button', { kind: 'rejected' });
    },
  };
}

/** Keeps what is said, to be shown inside something else. */
export function createCapture(): Responder & { message(): Message | undefined; hasTrouble(): boolean } {
  let last: Message | undefined;
  let hasTrouble = false;
  return {
    message: () => last,
    hasTrouble: () => hasTrouble,
    async acknowledge() {},
    async respond(message, { trouble }) {
      last = message;
      hasTrouble = trouble !== undefined;
    },
    async update(message) {
      last = message;
    },
    async openForm() {},
  };
}

/**
 * Over the response URL as long as Slack takes it, then over the Web API, to the caller alone where that was wanted; where even that does not
 * reach the channel, in a direct message. A page that is tried again counts again.
 */
async function sendAnswer(
  pages: readonly SlackPayload[],
  to: 'caller' | 'channel',
  options: UrlResponderOptions,
): Promise<void> {
  const { responseUrl } = options;
  const send = async (page: SlackPayload): Promise<void> => {
    if (responseUrl.left() > 0) {
      try {
        return await responseUrl.send(page, { to });
      } catch (error) {
        if (!(error instanceof ChatError) || error.kind !== 'lost-post') throw error;
      }
    }
    await sayWithoutUrl(page, to, options);
  };
  for (const page of pages) await sendPage(page, send, options);
}

async function sayWithoutUrl(
  page: SlackPayload,
  to: 'caller' | 'channel',
  { api, caller: { channel, userId }, responseUrl: { threadTs } }: UrlResponderOptions,
): Promise<void> {
  const place = { channel: channel.channelId, ...(threadTs !== undefined && { thread_ts: threadTs }) };
  if (to === 'channel') {
    await api.call(({ chat }) => chat.postMessage({ ...page, ...place, unfurl_links: false, unfurl_media: false }));
    return;
  }
  try {
    await api.call(({ chat }) => chat.postEphemeral({ ...page, ...place, user: userId }));
  } catch (error) {
    const isUnreachable = error instanceof ChatError && unreachable.has(error.kind);
    if (!isUnreachable) throw error;
    await api.call(({ chat }) =>
      chat.postMessage({ ...page, channel: userId, unfurl_links: false, unfurl_media: false }),
    );
  }
}

/** We are not in the channel, so that nothing can be shown there without the response URL. */
const unreachable = new Set(['lost-channel', 'missing-permission']);

function sendPage(
  page: SlackPayload,
  send: (page: SlackPayload) => Promise<unknown>,
  { support }: Pick<AnswerTools, 'support'>,
): Promise<unknown> {
  const sendNewest = (each: SlackPayload) => sendInNewestForm(each, send, support);
  return sendWithPictures(page, sendNewest, { sleep: setTimeout, onWithout() {} });
}

async function sayToCaller(
  pages: readonly SlackPayload[],
  { channel, userId }: Caller,
  { api, support }: Pick<AnswerTools, 'api' | 'support'>,
  { threadId, messageId }: PostRef,
): Promise<void> {
  const place = { channel: channel.channelId, user: userId, thread_ts: threadId ?? messageId };
  for (const page of pages)
    await sendPage(page, (each) => api.call(({ chat }) => chat.postEphemeral({ ...each, ...place })), { support });
}
