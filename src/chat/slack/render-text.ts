import type { types } from '@slack/bolt';
import type { Span } from '../message.ts';
import { splitSpans } from '../split-spans.ts';
import { limits } from './limits.ts';
import { type Piece, textLength } from './pieces.ts';
import { isQuotedBlock, richText } from './rich-text.ts';

/** One piece at most, so that a heading and its first sentence always fit a message together. */
const pieceJson = limits.message.blocksJson - 3_000;
const pieceText = limits.message.blocksText - 2_000;

const tooLong: Span = {
  kind: 'text',
  text: ' [A sentence too long for Slack is left out; it stands in the source.] ',
  style: 'emphasis',
};

/** A paragraph; where all of it is a source's words, a quotation. */
export function paragraph(spans: readonly Span[]): Piece[] {
  if (!isQuotedBlock(spans)) return sections(spans, richText);
  return parts(spans, (part) => richText(part, { inQuote: true })).map((elements) => ({
    kind: 'rich',
    element: { type: 'rich_text_quote', elements },
  }));
}

/** Spans as text, in as few pieces as hold them. */
export function sections(spans: readonly Span[], render: (part: readonly Span[]) => types.RichTextElement[]): Piece[] {
  return parts(spans, render).map((elements) => ({ kind: 'rich', element: { type: 'rich_text_section', elements } }));
}

/** One item of a list; `position` counts from 0. */
export function listItem(item: readonly Span[], isOrdered: boolean, position: number): Piece[] {
  return parts(item, richText).map((elements) => ({
    kind: 'rich',
    element: {
      type: 'rich_text_list',
      style: isOrdered ? 'ordered' : 'bullet',
      indent: 0,
      ...(isOrdered && position > 0 ? { offset: position } : {}),
      elements: [{ type: 'rich_text_section', elements }],
    },
  }));
}

/** Spans as they fit into pieces; several only for what is as long as a message. */
function parts(
  spans: readonly Span[],
  render: (part: readonly Span[]) => types.RichTextElement[],
): types.RichTextElement[][] {
  const fits = (part: readonly Span[]) => {
    const elements = render(part);
    return JSON.stringify(elements).length <= pieceJson && textLength(elements) <= pieceText;
  };
  return splitSpans(spans, fits, tooLong)
    .map((part) => render(part))
    .filter((elements) => elements.length > 0);
}
