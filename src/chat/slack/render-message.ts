import type { types } from '@slack/bolt';
import type { Message } from '../message.ts';
import { limits } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { type Piece, textLength } from './pieces.ts';
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

/** The same pieces as one list of blocks, for a view, as far as they fit there. */
export function renderViewBlocks(message: Message, maximum: number = limits.view.blocks): types.KnownBlock[] {
  const blocks = joinPieces(renderBlocks(message));
  if (blocks.length === 0) return plainBlocks(message.summary);
  if (blocks.length <= maximum) return blocks;
  const more = 'There is more than fits here.';
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

function paginate(pieces: readonly Piece[], maxBlocks: number): types.KnownBlock[][] {
  const pages: Piece[][] = [];
  const sizes = new Map(pieces.map((piece) => [piece, sizeOf(piece)] as const));
  const fits = (page: readonly Piece[]) => fitsMessage(page, sizes, maxBlocks);
  for (const group of groupsOf(pieces)) {
    const page = pages.at(-1);
    if (page && fits([...page, ...group])) page.push(...group);
    else if (fits(group)) pages.push([...group]);
    else pages.push(...group.map((piece) => [piece]));
  }
  return pages.map(joinPieces);
}

/** Pieces that should stay together: headings with what they head. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (isOpen) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    isOpen = piece.kind === 'rich' ? piece.isHeading === true : piece.kind === 'block' && piece.block.type === 'header';
  }
  return groups;
}

interface Size {
  readonly json: number;
  readonly text: number;
}

/** Alone in a message, it is at least as long as among others; `joint` is what stands between neighbors. */
function sizeOf(piece: Piece): Size {
  const blocks = joinPieces([piece]);
  const joint = JSON.stringify({ type: 'text', text: '\n' }).length;
  return { json: JSON.stringify(blocks).length + joint, text: textLength(blocks) + 1 };
}

function fitsMessage(page: readonly Piece[], sizes: ReadonlyMap<Piece, Size>, maxBlocks: number): boolean {
  const { blocksJson, blocksText } = limits.message;
  const sum = (of: keyof Size) => page.reduce((total, piece) => total + (sizes.get(piece)?.[of] ?? 0), 0);
  if (sum('json') > blocksJson - spare || sum('text') > blocksText - spare) return false;
  return page.length <= maxBlocks || joinPieces(page).length <= maxBlocks;
}

/** Characters that a message leaves free, for what the caller adds to it. */
const spare = 500;

/** Neighbors share a block where they can: 50 are few for a briefing. */
function joinPieces(pieces: readonly Piece[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  for (const piece of pieces) {
    const last = blocks.at(-1);
    if (piece.kind === 'block') blocks.push(piece.block);
    else if (piece.kind === 'small') addLine(blocks, piece.text);
    else if (last?.type === 'rich_text' && !piece.isHeading) addElement(last, piece.element);
    else blocks.push({ type: 'rich_text', elements: [structuredClone(piece.element)] });
  }
  return blocks;
}

/** Lines of small print stand below each other in one block, as far as its text goes. */
function addLine(blocks: types.KnownBlock[], text: string): void {
  const last = blocks.at(-1);
  const above = last?.type === 'context' ? last.elements[0] : undefined;
  if (above?.type === 'mrkdwn' && above.text.length + text.length < limits.context.text) above.text += `\n${text}`;
  else blocks.push({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] });
}

/** Sentences quoted after one another are one quotation, items after one another one list. */
function addElement({ elements }: types.RichTextBlock, element: types.RichTextBlockElement): void {
  const last = elements.at(-1);
  if (last?.type === 'rich_text_quote' && element.type === 'rich_text_quote')
    last.elements.push({ type: 'text', text: '\n' }, ...element.elements);
  else if (last?.type === 'rich_text_list' && element.type === 'rich_text_list' && last.style === element.style)
    last.elements.push(...element.elements);
  else elements.push(structuredClone(element));
}
