import { isA } from '../reading/lexicon.ts';
import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import type { NamedMention } from './actor.ts';
import { createSpeakerFinder, type Speaker } from './find-speaker.ts';
import { framesOf, type QuoteFrame } from './quote-frames.ts';
import { findQuotedSpans } from './quote-marks.ts';
import type { Token } from './tokens.ts';

/** Reported speech: "Park told reporters that talks would go on." `start` and `end` enclose the reported words. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly speaker: Speaker & { readonly name: string };
}

/** With at most this many words after the verb, the statement comes before it: "Talks would go on, Park told reporters." */
const longestTail = 4;
const fewestWords = 4;

/** The reported statements of named speakers in a text, at most one per sentence; sentences with quotations are left to `findQuotes`. */
export function* findStatements(
  text: string,
  tokens: readonly Token[],
  mentions: readonly NamedMention[],
): Yielding<Statement[]> {
  const finder = createSpeakerFinder(text, mentions);
  const statements: Statement[] = [];
  for (const frame of framesOf(text, tokens, findQuotedSpans(text))) {
    yield;
    const cue = frame.tokens.findIndex(({ folded }) => isA('statement', folded));
    const verb = frame.tokens[cue];
    if (frame.quotes.length > 0 || !verb) continue;
    const speaker = finder(frame, { start: verb.end, end: verb.end });
    const words = speaker && wordsOf(text, frame, cue, speaker);
    if (speaker?.name && words) statements.push({ ...words, speaker: { ...speaker, name: speaker.name } });
  }
  return statements;
}

function wordsOf(
  text: string,
  { tokens }: QuoteFrame,
  cue: number,
  speaker: Speaker,
): { start: number; end: number } | undefined {
  const behind = tokens.length - 1 - cue;
  const inverted = speaker.start > (tokens[cue]?.start ?? 0);
  const isBefore = inverted || (behind <= longestTail && (tokens[0]?.start ?? 0) < speaker.start);
  const conjunction = tokens.findIndex(
    ({ folded }, i) => i > cue && i < cue + 10 && (folded === 'that' || folded === 'dass'),
  );
  const from = isBefore ? 0 : (conjunction < 0 ? cue : conjunction) + 1;
  const to = isBefore
    ? tokens.findIndex(({ start }) => start >= Math.min(speaker.start, tokens[cue]?.start ?? 0))
    : tokens.length;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last || to - from < fewestWords) return undefined;
  return { start: first.start, end: last.end + (/^[%)]/.exec(text.charAt(last.end))?.[0].length ?? 0) };
}
