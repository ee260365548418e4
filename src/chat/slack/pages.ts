import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import { countBlocks, type SlackBlock } from './newer-blocks.ts';

/** What is never divided over two messages: a block, or an element of a rich text block that its neighbors may share. */
export type Piece =
  | {
      readonly kind: 'rich';
      readonly element: types.RichTextBlockElement;
      /** Begins a block of its own, and does not stand last in a message. */
      readonly isHeading?: boolean;
    }
  | { readonly kind: 'block'; readonly block: SlackBlock }
  /** A line of small print, in mrkdwn. */
  | { readonly kind: 'small'; readonly text: string };

/** Characters of all texts in blocks or elements, as Slack seems to count them. */
export function textLength(json: unknown): number {
  if (Array.isArray(json)) return json.reduce((sum: number, each) => sum + textLength(each), 0);
  if (typeof json !== 'object' || json === null) return 0;
  return Object.entries(json).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}

/** Neighbors share a block where they can: 50 are few for a briefing. */
export function joinPieces(pieces: readonly Piece[]): SlackBlock[] {
  const blocks: SlackBlock[] = [];
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
function addLine(blocks: SlackBlock[], text: string): void {
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

/**
 * Pieces as the blocks of as few messages as hold them, in order; headings stay with what they head. `scale`: the share of Slack's limits
 * that a message may use.
 */
export function paginate(pieces: readonly Piece[], maxBlocks: number, scale = 1): SlackBlock[][] {
  const pages: Piece[][] = [];
  const sizes = new Map(pieces.map((piece) => [piece, sizeOf(piece)] as const));
  const most = Math.max(1, Math.floor(maxBlocks * scale));
  const fits = (page: readonly Piece[]) => fitsMessage(page, sizes, { maxBlocks: most, scale });
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

/** Alone in a message, it is at least as long as among others; `joint` is the separator between neighbors. */
function sizeOf(piece: Piece): Size {
  const blocks = joinPieces([piece]);
  const joint = JSON.stringify({ type: 'text', text: '\n' }).length;
  return { json: JSON.stringify(blocks).length + joint, text: textLength(blocks) + 1 };
}

function fitsMessage(
  page: readonly Piece[],
  sizes: ReadonlyMap<Piece, Size>,
  { maxBlocks, scale }: { readonly maxBlocks: number; readonly scale: number },
): boolean {
  const { blocksJson, blocksText } = limits.message;
  const sum = (of: keyof Size) => page.reduce((total, piece) => total + (sizes.get(piece)?.[of] ?? 0), 0);
  if (sum('json') > blocksJson * scale - spare || sum('text') > blocksText * scale - spare) return false;
  return countBlocks(joinPieces(page)) <= maxBlocks;
}

/** Characters that a message leaves free, for what the caller adds to it. */
const spare = 500;

/** How much of what we take for Slack's limits a message may use: learned from refusals, for all workspaces, as long as the process lives. */
export interface PageSize {
  scale(): number;
  learn(scale: number): void;
}

/** Begins with all of it. */
export function createPageSize(): PageSize {
  let scale = 1;
  return {
    scale: () => scale,
    learn(smaller) {
      scale = Math.min(scale, smaller);
    },
  };
}
