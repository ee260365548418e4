import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import type { Piece } from './pieces.ts';

/** Neighbors share a block where they can: 50 are few for a briefing. */
export function joinPieces(pieces: readonly Piece[]): types.KnownBlock[] {
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
