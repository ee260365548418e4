import type { Span, TextStyle } from '../../chat/message.ts';

/** Plain words as a span. */
export function text(words: string, style?: TextStyle): Span {
  return { kind: 'text', text: words, ...(style ? { style } : {}) };
}
