import { isA } from '../reading/lexicon.ts';
import { endsSentence, marks, partsSentences } from '../text/marks.ts';
import { paragraphsOf, type QuotedSpan } from './quote-marks.ts';
import type { Token } from './tokens.ts';

/** A stop, not a mark of what was called or asked, before the closing mark. */
const endsInStop = new RegExp(`(?![${marks.question}!！])\\p{Sentence_Terminal}[${marks.closing}]*$`, 'u');

/** A sentence split into the writer's words and its quotations: `"We go," said Ann, "at dawn."` */
export interface QuoteFrame {
  /** The words outside quotations. */
  readonly tokens: readonly Token[];
  readonly quotes: readonly QuotedSpan[];
  readonly paragraph: number;
  readonly opensParagraph: boolean;
  /** Ends with a colon or a cue, so that its speaker says the quotation in the next sentence or paragraph. */
  readonly introduces: boolean;
}

interface GrowingFrame {
  tokens: Token[];
  quotes: QuotedSpan[];
  paragraph: number;
  opensParagraph: boolean;
  end: number;
}

/** Splits a text into frames: at sentence ends outside quotations, and after a quotation that ends its sentence. */
export function framesOf(text: string, tokens: readonly Token[], quotes: readonly QuotedSpan[]): QuoteFrame[] {
  const frames: GrowingFrame[] = [];
  const paragraphs = paragraphsOf(text);
  let paragraph = 0;
  let seenParagraph = -1;
  const items = merge(tokens, quotes);
  for (const [i, item] of items.entries()) {
    while (paragraph + 1 < paragraphs.length && item.start >= (paragraphs[paragraph + 1]?.start ?? 0)) paragraph++;
    const current = frames.at(-1);
    if (!current || paragraph !== current.paragraph || endsBefore(text, current, items, i)) {
      frames.push({ tokens: [], quotes: [], paragraph, opensParagraph: paragraph !== seenParagraph, end: item.start });
    }
    seenParagraph = paragraph;
    const frame = frames.at(-1) as GrowingFrame;
    if ('text' in item) frame.tokens.push(item);
    else frame.quotes.push(item);
    frame.end = item.end;
  }
  return frames.map(({ end, ...frame }) => ({ ...frame, introduces: introduces(text, frame.tokens, end) }));
}

type Item = Token | QuotedSpan;

function merge(tokens: readonly Token[], quotes: readonly QuotedSpan[]): Item[] {
  const outside: Item[] = [];
  let q = 0;
  for (const token of tokens) {
    while (quotes[q] && (quotes[q]?.start ?? 0) <= token.start) outside.push(quotes[q++] as QuotedSpan);
    const previous = quotes[q - 1];
    if (!previous || token.start >= previous.end) outside.push(token);
  }
  outside.push(...quotes.slice(q));
  return outside;
}

function endsBefore(text: string, frame: GrowingFrame, items: readonly Item[], at: number): boolean {
  const item = items[at] as Item;
  const between = text.slice(frame.end, item.start);
  if (partsSentences(between)) return !('text' in item) || item.opensSentence || /^\p{Lu}/u.test(item.text);
  const lastQuote = frame.quotes.at(-1);
  if (!lastQuote || lastQuote.end !== frame.end) return false;
  const inner = text.slice(lastQuote.end - 3, lastQuote.end);
  if (!endsSentence(inner) || /^\s*[,–—―-]/.test(between)) return false;
  if (!('text' in item)) return true;
  if (!/^\p{Lu}/u.test(item.text)) return false;
  return endsInStop.test(inner) || !speechVerbFollows(items, at);
}

/** After "Go!" a name and a speech verb belong to the quotation: "Go!" Smith said. */
function speechVerbFollows(items: readonly Item[], at: number): boolean {
  return items.slice(at, at + 6).some((item) => 'text' in item && isA('speech', item.folded));
}

function introduces(text: string, tokens: readonly Token[], end: number): boolean {
  return /^\s*:/.test(text.slice(end, end + 2)) && tokens.length > 0;
}
