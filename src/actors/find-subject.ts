import { isA } from '../reading/lexicon.ts';
import { isNameWord } from './name-words.ts';
import type { QuoteFrame } from './quote-frames.ts';
import type { QuotedSpan } from './quote-marks.ts';
import type { Token } from './tokens.ts';

/** From `start` to before `end`, in characters of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const longestPhrase = 12;

/** The frame's speech verbs, the one nearest to the quotation first. Ordinary words like "reports" only count right next to it. */
export function cuesOf(tokens: readonly Token[], quote?: QuotedSpan): number[] {
  const [start, end] = quote ? [quote.start, quote.end] : [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // Tokens stand in the order of the text, so that those between two places are counted by their indices.
  const [beforeQuote, upToQuote] = [countBefore(tokens, start), countBefore(tokens, end)];
  const cues = tokens.flatMap((token, index) => {
    if (!isA('speech', token.folded)) return [];
    const distance = token.start < start ? beforeQuote - index - 1 : Math.max(0, index - upToQuote);
    return [{ index, distance, weak: isA('weak-speech', token.folded) }];
  });
  return cues
    .filter(({ weak, distance }) => !weak || distance < 4)
    .sort((a, b) => a.distance - b.distance)
    .map(({ index }) => index);
}

/** How many tokens begin before a place. */
function countBefore(tokens: readonly Token[], place: number): number {
  const index = tokens.findIndex(({ start }) => start >= place);
  return index < 0 ? tokens.length : index;
}

/** The subject of a speech verb: before it or, if inverted, after it; 'sentence' if it is the sentence's subject: "Park left, saying ...". */
export function findSubject(frame: QuoteFrame, cue: number): Span | 'sentence' | undefined {
  const folded = frame.tokens[cue]?.folded ?? '';
  if (folded === 'according' || folded === 'laut')
    return phraseAfter(frame, cue + (frame.tokens[cue + 1]?.folded === 'to' ? 2 : 1));
  if (/ing$/.test(folded)) return 'sentence';
  const inverted = frame.tokens[cue]?.gap.startsWith(',') ? nameAfter(frame, cue) : undefined;
  const before = inverted ?? subjectBefore(frame, cue);
  return before ?? (folded === 'zufolge' ? undefined : phraseAfter(frame, cue + 1));
}

/** "Buildings must last, said Chipperfield": after a comma the verb's subject follows it if it is a name. */
function nameAfter(frame: QuoteFrame, cue: number): Span | undefined {
  const next = frame.tokens[cue + 1];
  return next?.capital && !isNameWord('calendar', next.folded) ? phraseAfter(frame, cue + 1) : undefined;
}

/** The words from the start of the verb's clause to the verb; none if a quotation is right before the verb. */
function subjectBefore(frame: QuoteFrame, cue: number): Span | 'sentence' | undefined {
  const { tokens } = frame;
  let to = cue;
  while (to > 0 && isSkipped(tokens[to - 1])) to--;
  if (to === 0 || hasQuoteBetween(frame, to - 1, cue)) return undefined;
  const pronoun = tokens[to - 1] as Token;
  if (isA('speaking-pronoun', pronoun.folded)) return pronoun;
  let from = clauseStart(frame, to);
  if (isNameWord('relative', tokens[from - 1]?.folded ?? '') || (from === to && isNameWord('relative', pronoun.folded)))
    return undefined;
  while (from < to && isNameWord('leading', tokens[from]?.folded ?? '')) from++;
  if (from === to) return isNameWord('leading', pronoun.folded) ? 'sentence' : undefined;
  return { start: (tokens[from] as Token).start, end: pronoun.end };
}

function isSkipped(token: Token | undefined): boolean {
  return token !== undefined && (isNameWord('skipped', token.folded) || /ly$/.test(token.folded));
}

function clauseStart(frame: QuoteFrame, to: number): number {
  let from = to;
  while (from > 0) {
    const folded = frame.tokens[from - 1]?.folded ?? '';
    if (from < to && hasQuoteBetween(frame, from - 1, from)) break;
    if (
      isNameWord('clause-break', folded) ||
      isNameWord('relative', folded) ||
      (isA('speech', folded) && !isA('weak-speech', folded))
    )
      break;
    from--;
  }
  return from;
}

function hasQuoteBetween({ tokens, quotes }: QuoteFrame, left: number, right: number): boolean {
  const [a, b] = [tokens[left], tokens[right]];
  return a !== undefined && b !== undefined && quotes.some(({ start, end }) => start >= a.end && end <= b.start);
}

/** The noun phrase that starts at a word: up to a comma, a preposition of time or place, or the next quotation. */
function phraseAfter(frame: QuoteFrame, from: number): Span | undefined {
  const { tokens } = frame;
  const first = tokens[from];
  if (
    !first ||
    isNameWord('phrase-end', first.folded) ||
    /[.:;]/.test(first.gap) ||
    hasQuoteBetween(frame, from - 1, from)
  )
    return undefined;
  let to = from + 1;
  while (to < tokens.length && to - from < longestPhrase) {
    const token = tokens[to] as Token;
    if (/[,.:;–—()]/.test(token.gap) || isNameWord('phrase-end', token.folded) || hasQuoteBetween(frame, to - 1, to))
      break;
    to++;
  }
  return { start: first.start, end: (tokens[to - 1] as Token).end };
}
