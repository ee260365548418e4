import type { types } from '@slack/bolt';
import type { Catalog } from '../../wording/catalog.ts';
import type { Message } from '../message.ts';
import { joinPieces } from './join-pieces.ts';
import { limits } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { paginate } from './paginate.ts';
import { cleanText, shortLabel } from './plain-parts.ts';
import { renderBlocks, type UploadedPictures } from './render-blocks.ts';
import { mentionBlock } from './rich-text.ts';

/** What one Slack message says: blocks for the eye, a line for notifications and screen readers. */
export interface SlackPayload {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

export interface RenderOptions {
  /** Blocks that every message leaves free, for what the caller adds to it. */
  readonly spareBlocks?: number;
  /** The user group that the first message mentions, by id. */
  readonly mention?: string | undefined;
  readonly pictures?: UploadedPictures;
}

/** A message as one Slack message or, where it is longer than that, as several to be read one after the other. Nothing is ever cut. */
export function renderMessage(message: Message, options: RenderOptions = {}): readonly SlackPayload[] {
  const { spareBlocks = 0, mention, pictures } = options;
  const mentioned = mention === undefined ? undefined : mentionBlock(mention);
  const pages = paginate(renderBlocks(message, pictures), limits.message.blocks - spareBlocks - (mentioned ? 1 : 0));
  if (pages.length === 0) pages.push(plainBlocks(message.summary));
  if (mentioned) pages[0]?.unshift(mentioned);
  return pages.map((blocks, index) => ({
    text: notificationLine(index === 0 ? message.summary : `${index + 1}/${pages.length} ${message.summary}`),
    blocks,
  }));
}

/** The same pieces as one list of blocks, for a view, as far as they fit there; where they do not, the view says so. */
export function renderViewBlocks(
  message: Message,
  { more }: Pick<Catalog['slack'], 'more'>,
  maximum: number = limits.view.blocks,
): types.KnownBlock[] {
  const blocks = joinPieces(renderBlocks(message));
  if (blocks.length === 0) return plainBlocks(message.summary);
  if (blocks.length <= maximum) return blocks;
  return [
    ...blocks.slice(0, maximum - 1),
    { type: 'context', elements: [{ type: 'plain_text', text: more, emoji: false }] },
  ];
}

/** For a message that says nothing. */
const unnamed = 'Kurzwelle';

function plainBlocks(summary: string): types.KnownBlock[] {
  const text = shortLabel(summary, limits.section.text) || unnamed;
  return joinPieces(renderBlocks({ blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }] }));
}

/** The line without blocks: whole parts of the summary, as many as Slack takes. */
function notificationLine(summary: string): string {
  const parts = cleanText(summary).split(' \u00B7 ');
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? escapeMrkdwn(part) : `${line} \u00B7 ${escapeMrkdwn(part)}`;
    if (longer.length > limits.message.text) break;
    line = longer;
  }
  return line || unnamed;
}
