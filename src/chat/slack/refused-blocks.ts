import type { types } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { ChatError } from '../chat.ts';
import type { Message } from '../message.ts';
import { limits } from './limits.ts';
import { isAboutBlocks, type SlackBlock, type SlackPayload } from './newer-blocks.ts';
import type { PageSize } from './pages.ts';
import { blockLines } from './plain-text.ts';
import type { PageMaker } from './render-message.ts';
import { slackCode } from './slack-errors.ts';

/** Pages of an eighth hold some 1,100 characters: what is refused then is not refused for its size. */
const smallestScale = 1 / 8;

/** Slack's codes for blocks that it does not take. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const refusals = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long']);

export function isRefusedForItsBlocks(error: unknown): boolean {
  return error instanceof ChatError && error.kind === 'rejected' && refusals.has(slackCode(error.cause) ?? '');
}

interface SendPagesOptions {
  readonly pages: PageMaker;
  readonly pageSize: PageSize;
  readonly mention?: string | undefined;
  readonly answerId?: string | undefined;
  readonly log: Log;
  readonly onPlain: () => void;
}

/**
 * Sends the first page of a message and gives the others. Where Slack refuses its blocks, pages of half the size are tried, and so on, and
 * at last plain text, so that nothing is lost for a limit that we guess wrong. What Slack takes is the size of all pages from then on.
 */
export async function sendPages<Sent>(
  message: Message,
  { pages: makePages, pageSize, mention, answerId, log, onPlain }: SendPagesOptions,
  send: (first: SlackPayload) => Promise<Sent>,
): Promise<{ readonly sent: Sent; readonly rest: readonly SlackPayload[] }> {
  const usual = pageSize.scale();
  let made: readonly SlackPayload[] = [];
  let tried = '';
  for (let scale = usual; scale >= smallestScale; scale /= 2) {
    made = await makePages(message, { mention, answerId, scale });
    const [first, ...rest] = made;
    if (!first) throw new ChatError('The message is empty', { kind: 'rejected' });
    const body = JSON.stringify(first.blocks);
    if (body === tried) continue;
    tried = body;
    try {
      const sent = await send(first);
      if (scale < usual) {
        pageSize.learn(scale);
        log.warn({ scale }, 'Slack refused a message for its size; messages are shorter from now on');
      }
      return { sent, rest };
    } catch (err) {
      if (!isRefusedForItsBlocks(err)) throw err;
      log.warn({ err, scale, pages: made.length }, 'Slack refused the blocks of a message');
    }
  }
  const [first = { text: '', blocks: [] }, ...rest] = made.flatMap(plainPayloads);
  const sent = await send(first);
  log.error({ parts: rest.length + 1 }, 'a message went to Slack as plain text, for its blocks were refused');
  onPlain();
  return { sent, rest };
}

/** What a page says without blocks, by whole lines, in as many messages as hold it; its links stay links, its buttons are lost. */
export function plainPayloads({ text, blocks }: SlackPayload): readonly SlackPayload[] {
  const texts: string[] = [];
  for (const line of blockLines(blocks, { withLinks: true })) {
    const longer = texts.length === 0 ? line : `${texts.at(-1)}\n${line}`;
    if (texts.length > 0 && longer.length <= limits.message.updateText) texts[texts.length - 1] = longer;
    else texts.push(line);
  }
  return (texts.length > 0 ? texts : [text]).map((each) => ({ text: each, blocks: [] }));
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

function isUploaded(block: SlackBlock): boolean {
  return block.type === 'image' && 'slack_file' in block;
}

function withoutPictures({ text, blocks }: SlackPayload): SlackPayload | undefined {
  const kept = blocks.flatMap((block): readonly SlackBlock[] => (block.type === 'image' ? wordsFor(block) : [block]));
  const changed = blocks.some(({ type }) => type === 'image');
  return changed && kept.length > 0 ? { text, blocks: kept } : undefined;
}

/** A picture of our own making says something; one of an article decorates. */
function wordsFor(block: types.ImageBlock): types.KnownBlock[] {
  if (!isUploaded(block)) return [];
  return [{ type: 'context', elements: [{ type: 'plain_text', text: block.alt_text, emoji: false }] }];
}
