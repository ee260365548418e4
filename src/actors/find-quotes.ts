import { isA } from '../reading/lexicon.ts';
import { runSync, type Yielding } from '../runtime/yield-to-event-loop.ts';
import type { KnownActors, Mention, NamedMention, Quote } from './actor.ts';
import { mentionsAmong } from './find-mentions.ts';
import { createSpeakerFinder, type Speaker, type SpeakerFinder } from './find-speaker.ts';
import { cuesOf } from './find-subject.ts';
import { gatherActors } from './gather-actors.ts';
import { framesOf, type QuoteFrame } from './quote-frames.ts';
import { findQuotedSpans, isTitle } from './quote-marks.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * The direct quotations of a text with their speakers: the words next to the quotation that name the speaker, resolved if they are a
 * pronoun or a surname. A quotation without an attribution belongs to the previous speaker. Titles of works are left out.
 */
export function findQuotes(text: string, language: string, known?: KnownActors): Quote[] {
  const tokens = tokensOf(text, language);
  const mentions = runSync(mentionsAmong(text, tokens, language, known));
  return runSync(quotesAmong(text, tokens, nameMentions(mentions, language)));
}

/** The same for a text with known mentions, each with its actor's fullest name; yields between quotations. */
export function* quotesAmong(
  text: string,
  tokens: readonly Token[],
  mentions: readonly NamedMention[],
): Yielding<Quote[]> {
  const spans = findQuotedSpans(text);
  if (spans.length === 0) return [];
  const finder = createSpeakerFinder(text, mentions);
  const quotes: Quote[] = [];
  let current: { speaker: Speaker; paragraph: number } | undefined;
  for (const frame of framesOf(text, tokens, spans)) {
    yield;
    const inherited = current && continues(frame, current.paragraph) ? current.speaker : undefined;
    const found = yield* speakersIn(text, frame, finder, inherited);
    quotes.push(...found);
    const speaker = found.findLast((quote) => quote.speaker)?.speaker ?? introduced(frame, finder);
    if (speaker) current = { speaker, paragraph: frame.paragraph };
    else if (frame.tokens.length > 0) current = undefined;
  }
  return quotes;
}

/** A speaker continues within the paragraph, and in the next one if it begins with a quotation. */
function continues(frame: QuoteFrame, paragraph: number): boolean {
  return frame.paragraph === paragraph || (frame.opensParagraph && frame.paragraph === paragraph + 1);
}

function* speakersIn(
  text: string,
  frame: QuoteFrame,
  finder: SpeakerFinder,
  inherited: Speaker | undefined,
): Yielding<Quote[]> {
  const quotes: Quote[] = [];
  for (const span of frame.quotes) {
    yield;
    if (isTitle(text.slice(span.start, span.end)) && !isSpoken(frame, span.start, span.end)) continue;
    const speaker = frame.tokens.length === 0 ? inherited : finder(frame, span);
    quotes.push({ start: span.start, end: span.end, speaker: speaker ?? null });
  }
  return quotes;
}

/** Whether a speech verb is within three words of the quotation. */
function isSpoken({ tokens }: QuoteFrame, start: number, end: number): boolean {
  const behind = tokens.findIndex((token) => token.start >= end);
  const at = behind < 0 ? tokens.length : behind;
  const isNear = (cue: number) => cue >= at - 3 && cue < at + 3;
  return cuesOf(tokens, { start, end }).some((cue) => isNear(cue) && !isA('weak-speech', tokens[cue]?.folded ?? ''));
}

/** "Caldwell was angry, he said:" attributes the quotation in the next sentence to Caldwell. */
function introduced(frame: QuoteFrame, finder: SpeakerFinder): Speaker | undefined {
  return frame.quotes.length === 0 && (frame.introduces || cuesOf(frame.tokens).length > 0) ? finder(frame) : undefined;
}

/** Every mention with its actor's fullest name, in the order of the text. */
function nameMentions(mentions: readonly Mention[], language: string): NamedMention[] {
  return runSync(gatherActors(mentions, language))
    .flatMap(({ name, mentions: own }) => own.map((mention) => ({ ...mention, name })))
    .sort((a, b) => a.start - b.start);
}
