import type { MessageBlock, Span, TextStyle } from './message.ts';

/** Plain words as a span. */
export function words(text: string, style?: TextStyle): Span {
  return { kind: 'text', text, ...(style ? { style } : {}) };
}

/** A paragraph of plain words. */
export function paragraph(...spans: readonly (string | Span)[]): MessageBlock {
  return { kind: 'paragraph', spans: spans.map(toSpan) };
}

/** `level` 1 is the message's own, 2 that of a part. */
export function heading(text: string, level: 1 | 2 = 1): MessageBlock {
  return { kind: 'heading', level, spans: [words(text, 'strong')] };
}

/** Small print. */
export function context(...spans: readonly (string | Span)[]): MessageBlock {
  return { kind: 'context', spans: spans.map(toSpan) };
}

/** Marks no text has: Unicode keeps these code points for use within a program. */
const firstMark = 0xfdd0;
const marks = /([\uFDD0-\uFDEF])/u;

/**
 * A sentence of a catalog around spans, as dates and bold words, in the order of its language: `write` gets a mark for each of the spans and
 * puts it where the span belongs.
 */
export function wordsAround(spans: readonly Span[], write: (...marks: readonly string[]) => string): Span[] {
  const sentence = write(...spans.map((_, index) => String.fromCodePoint(firstMark + index)));
  return sentence.split(marks).flatMap((part) => {
    const span = marks.test(part) ? spans[part.charCodeAt(0) - firstMark] : words(part);
    return span === undefined || (span.kind === 'text' && span.text === '') ? [] : [span];
  });
}

function toSpan(span: string | Span): Span {
  return typeof span === 'string' ? words(span) : span;
}
