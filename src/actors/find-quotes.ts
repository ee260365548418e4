import type { KnownActors, Mention, Quote } from './actor.ts';
import { findMentions } from './find-mentions.ts';
import { createSpeakerFinder, type Speaker } from './find-speaker.ts';
import { gatherActors } from './gather-actors.ts';
import { framesOf } from './quote-frames.ts';
import { findQuotedSpans } from './quote-marks.ts';
import { tokensOf } from './tokens.ts';

/**
 * The direct quotations of a text with their speakers: the words beside the quotation that name the speaker, and where these are a
 * pronoun or a surname, who it is. A quotation without words of its own around it belongs to the speaker before.
 */
export function findQuotes(text: string, language: string, known?: KnownActors): Quote[] {
  const spans = findQuotedSpans(text);
  if (spans.length === 0) return [];
  const mentions = findMentions(text, language, known);
  const finder = createSpeakerFinder(text, namesOf(mentions, language), language);
  const quotes: Quote[] = [];
  let lastSpeaker: Speaker | null = null;
  let lastParagraph = -1;
  for (const frame of framesOf(text, tokensOf(text, language), spans)) {
    const isSilent = frame.tokens.length === 0;
    const follows =
      frame.paragraph === lastParagraph || (frame.opensParagraph && frame.paragraph === lastParagraph + 1);
    for (const span of frame.quotes) {
      const found: Speaker | null = isSilent
        ? follows
          ? lastSpeaker
          : null
        : (finder(frame, span, lastSpeaker) ?? null);
      quotes.push({ start: span.start, end: span.end, speaker: found });
      if (found) lastSpeaker = found;
    }
    if (frame.quotes.length > 0) lastParagraph = frame.paragraph;
    else if (frame.introduces) {
      lastSpeaker = finder(frame, undefined, lastSpeaker) ?? lastSpeaker;
      lastParagraph = frame.paragraph;
    }
  }
  return quotes;
}

/** Every mention with its actor's fullest name. */
function namesOf(mentions: readonly Mention[], language: string): (Mention & { name: string })[] {
  return gatherActors(mentions, language)
    .flatMap(({ name, mentions: own }) => own.map((mention) => ({ ...mention, name })))
    .sort((a, b) => a.start - b.start);
}
