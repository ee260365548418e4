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

function toSpan(span: string | Span): Span {
  return typeof span === 'string' ? words(span) : span;
}
