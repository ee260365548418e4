import { splitSentences } from '../text/sentences.ts';
import type { Span } from './message.ts';

const spanText = (span: Span): string => ('text' in span ? span.text : '');

/**
 * Splits a text that is too long for one message at sentence ends; `fits` decides how much a part may contain. A link is never cut. A
 * sentence that fits nowhere is replaced by `instead`, since half of one may say the opposite.
 */
export function splitSpans(
  spans: readonly Span[],
  fits: (part: readonly Span[]) => boolean,
  instead: Span,
): readonly (readonly Span[])[] {
  if (fits(spans)) return [spans];
  const parts: Span[][] = [];
  for (const sentence of sentencesOf(spans)) {
    const last = parts.at(-1);
    const whole = fits(sentence) ? sentence : [instead];
    if (last && fits([...last, ...whole])) last.push(...whole);
    else parts.push([...whole]);
  }
  return parts;
}

/** Spans regrouped by sentence. A boundary inside anything but plain or quoted words moves behind it. */
function sentencesOf(spans: readonly Span[]): Span[][] {
  const flat = spans.map(spanText).join('');
  const starts = splitSentences(flat, 'en').map(({ start }) => start);
  const sentences: Span[][] = [];
  let offset = 0;
  for (const span of spans) {
    const length = spanText(span).length;
    const inside = starts.filter((start) => start >= offset && start < offset + length);
    const cuts = span.kind === 'text' || span.kind === 'quoted' ? inside : inside.filter((start) => start === offset);
    for (const [piece, opens] of slices(span, offset, cuts)) {
      if (opens || sentences.length === 0) sentences.push([piece]);
      else sentences.at(-1)?.push(piece);
    }
    offset += length;
  }
  return sentences;
}

/** The pieces of a span between cuts; `true` for one that begins a sentence. */
function slices(span: Span, offset: number, cuts: readonly number[]): (readonly [Span, boolean])[] {
  if (span.kind !== 'text' && span.kind !== 'quoted') return [[span, cuts.length > 0]];
  const edges = [...new Set([offset, ...cuts, offset + span.text.length])];
  return edges.slice(0, -1).map((edge, index) => {
    const text = span.text.slice(edge - offset, (edges[index + 1] ?? edge) - offset);
    return [{ ...span, text }, cuts.includes(edge)];
  });
}

/** Whether all words of a block are a source's own, so that it is shown as a quotation. */
export function isQuotedBlock(spans: readonly Span[]): boolean {
  const isSilent = (span: Span) =>
    span.kind === 'citation' || (span.kind === 'text' && !/[\p{L}\p{N}]/u.test(span.text));
  return spans.some(({ kind }) => kind === 'quoted') && spans.every((span) => span.kind === 'quoted' || isSilent(span));
}
