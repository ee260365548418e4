import { isA } from '../reading/lexicon.ts';
import type { Mention, NamedMention } from './actor.ts';
import { createAntecedents, firstFrom } from './find-antecedent.ts';
import { cuesOf, findSubject, type Span } from './find-subject.ts';
import { isNameWord } from './name-words.ts';
import type { QuoteFrame } from './quote-frames.ts';
import type { QuotedSpan } from './quote-marks.ts';

/** The words that name a speaker, and the actor's name where it is known. */
export interface Speaker extends Span {
  readonly text: string;
  readonly name?: string;
}

/** Finds the speaker of a quotation in its frame; without a quotation, the frame's speaker. */
export type SpeakerFinder = (frame: QuoteFrame, quote?: QuotedSpan) => Speaker | undefined;

/** A finder for one text. Its order: the source behind a dash, the subject of the nearest verb of saying, the first actor of the sentence. */
export function createSpeakerFinder(text: string, mentions: readonly NamedMention[]): SpeakerFinder {
  const antecedentOf = createAntecedents(text, mentions);
  return (frame, quote) => {
    const span =
      dashSource(text, frame, quote) ?? subjectSpan(frame, quote, mentions) ?? firstActor(frame, quote, mentions);
    if (!span) return undefined;
    const actor = actorIn(text, span, mentions);
    if (actor) return { start: actor.start, end: actor.end, text: actor.text, name: actor.name };
    const words = text.slice(span.start, span.end);
    const name = isA('speaking-pronoun', words.toLowerCase()) ? antecedentOf(span, frame) : undefined;
    return { start: span.start, end: span.end, text: words, ...(name ? { name } : {}) };
  };
}

/** "We were afraid." ― Ann Lee */
function dashSource(text: string, { tokens }: QuoteFrame, quote: QuotedSpan | undefined): Span | undefined {
  const behind = quote ? tokens.filter(({ start }) => start >= quote.end) : [];
  const [first, last] = [behind[0], behind.at(-1)];
  if (
    !quote ||
    !first ||
    !last ||
    behind.length > 6 ||
    !behind.every(({ capital, folded }) => capital || folded.length < 4)
  )
    return undefined;
  return /^\s*[–—―-]+\s*$/.test(text.slice(quote.end, first.start)) ? { start: first.start, end: last.end } : undefined;
}

function subjectSpan(
  frame: QuoteFrame,
  quote: QuotedSpan | undefined,
  mentions: readonly NamedMention[],
): Span | undefined {
  for (const cue of cuesOf(frame.tokens, quote)) {
    const subject = findSubject(frame, cue);
    if (subject === 'sentence') return firstActor(frame, quote, mentions);
    if (subject) return subject;
  }
  return undefined;
}

/** The first person, organization or pronoun of the frame before the quotation. */
function firstActor(
  { tokens }: QuoteFrame,
  quote: QuotedSpan | undefined,
  mentions: readonly NamedMention[],
): Span | undefined {
  const from = tokens[0]?.start ?? 0;
  const to = quote?.start ?? tokens.at(-1)?.end ?? 0;
  const pronoun = tokens.find((token) => isA('speaking-pronoun', token.folded) && token.start < to);
  const inside = mentionsWithin(mentions, from, to);
  const actor = inside.find(({ type }) => type === 'person') ?? inside.find(({ type }) => type === 'organization');
  return pronoun && (!actor || pronoun.start < actor.start) ? pronoun : actor;
}

/** The speaker in a noun phrase: the name right before the verb, else the first; none in "a spokesman for Merkel". */
function actorIn(text: string, span: Span, mentions: readonly NamedMention[]): NamedMention | undefined {
  const inside = mentionsWithin(mentions, span.start, span.end).filter(({ type }) => type !== 'place');
  const persons = inside.filter(({ type }) => type === 'person');
  const atEnd = persons.find(({ end }) => end === span.end && !text.slice(end, end + 1).includes(','));
  const ranked = [atEnd, ...persons, ...inside].filter((mention) => mention !== undefined);
  return ranked.find((mention) => !isOwned(text, span, mention));
}

/** Those of a list in the order of the text that lie between two offsets; the rest of the list is not looked at. */
function mentionsWithin(mentions: readonly NamedMention[], from: number, to: number): readonly NamedMention[] {
  const inside: NamedMention[] = [];
  for (let index = firstFrom(mentions, from); index < mentions.length; index++) {
    const mention = mentions[index];
    if (!mention || mention.start > to) break;
    if (mention.end <= to) inside.push(mention);
  }
  return inside;
}

function isOwned(text: string, span: Span, actor: Mention): boolean {
  if (/^['’]s?\s+\p{L}/u.test(text.slice(actor.end, span.end))) return true;
  const before = text.slice(span.start, actor.start).trim().split(/\s+/).at(-1) ?? '';
  return isNameWord('after-of', before);
}
