import type { types } from '@slack/bolt';
import { joinPieces } from './join-pieces.ts';
import { limits } from './limits.ts';
import { type Piece, textLength } from './pieces.ts';

/** Pieces as the blocks of as few messages as hold them, in order; headings stay with what they head. */
export function paginate(pieces: readonly Piece[], maxBlocks: number): types.KnownBlock[][] {
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
