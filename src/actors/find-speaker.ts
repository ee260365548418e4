import type { Mention } from './actor.ts';
import { nameParticles } from './lists/context.ts';
import { speechVerbs, weakSpeechVerbs } from './lists/speech-verbs.ts';
import { words } from './lists/words.ts';
import type { QuoteFrame } from './quote-frames.ts';
import type { QuotedSpan } from './quote-marks.ts';
import type { Token } from './tokens.ts';

/** The words that name a speaker, and the actor's name where it is known. */
export interface Speaker {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name?: string;
}

type NamedMention = Mention & { readonly name: string };
/** Finds the speaker of a quotation in its frame; without a quotation, who the frame lets speak. */
export type SpeakerFinder = (
  frame: QuoteFrame,
  quote: QuotedSpan | undefined,
  previous: Speaker | null,
) => Speaker | undefined;

const pronouns = words('he she they i we er sie wir ich it');
const clauseBreaks = words(
  'that but while as when because if although though whether dass weil wenn als wahrend after before since until where which',
);
const phraseEnds =
  words(`in on at during after before as when while from last this that to with who whom whose which because if since until about into by than monday tuesday wednesday thursday friday saturday sunday today yesterday
  am im in bei nach vor auf mit dem der_ gegenuber wahrend dass und weiter later then also earlier`);
const skipped = words(
  'has had have was is were be been also later then once even still often recently earlier again simply just repeatedly reportedly reporters auch dann spater am hat habe',
);
const otherSubjects = words('which who there what this that');

export function createSpeakerFinder(text: string, mentions: readonly NamedMention[], _language: string): SpeakerFinder {
  const finder = { text, mentions };
  return (frame, quote, previous) => {
    for (const cue of cuesOf(frame, quote)) {
      const span = subjectOf(frame, cue);
      if (span) return toSpeaker(finder, span, previous);
    }
    const span = firstActor(finder, frame, quote);
    return span ? toSpeaker(finder, span, previous) : undefined;
  };
}

interface Finder {
  readonly text: string;
  readonly mentions: readonly NamedMention[];
}
type Span = { readonly start: number; readonly end: number };

/** The frame's verbs of saying, nearest to the quotation first; one right behind it, or right before it, comes first of all. */
function cuesOf({ tokens }: QuoteFrame, quote: QuotedSpan | undefined): number[] {
  const cues = tokens.flatMap(({ folded }, i) => (speechVerbs.has(folded) ? [i] : []));
  const at = quote?.start ?? Number.POSITIVE_INFINITY;
  const end = quote?.end ?? at;
  const distance = (i: number) => {
    const token = tokens[i] as Token;
    const between =
      token.start < at
        ? tokens.filter((t) => t.start > token.start && t.start < at)
        : tokens.filter((t) => t.start >= end && t.start < token.start);
    return between.length + (weakSpeechVerbs.has(token.folded) ? 2 : 0);
  };
  return cues.sort((a, b) => distance(a) - distance(b));
}

function subjectOf(frame: QuoteFrame, cue: number): Span | undefined {
  const { tokens } = frame;
  const token = tokens[cue] as Token;
  if (token.folded === 'according' || token.folded === 'laut')
    return phraseBehind(frame, cue + (tokens[cue + 1]?.folded === 'to' ? 2 : 1));
  return subjectBefore(frame, cue) ?? (token.folded === 'zufolge' ? undefined : phraseBehind(frame, cue + 1));
}

/** The words before the verb back to where its clause begins. */
function subjectBefore({ tokens, quotes }: QuoteFrame, cue: number): Span | undefined {
  let to = cue;
  while (to > 0 && (skipped.has(tokens[to - 1]?.folded ?? '') || /ly$/.test(tokens[to - 1]?.folded ?? ''))) to--;
  let from = to;
  while (from > 0) {
    const token = tokens[from - 1] as Token;
    const next = tokens[from];
    if (next && quotes.some((quote) => quote.start >= token.end && quote.end <= next.start)) break;
    if (clauseBreaks.has(token.folded)) break;
    if (speechVerbs.has(token.folded) && from < to) break;
    from--;
    if (pronouns.has(token.folded) && from + 1 === to) return { start: token.start, end: token.end };
  }
  const last = tokens[to - 1];
  const verb = tokens[cue];
  if (from === to || !last || !verb) return undefined;
  if (quotes.some((quote) => quote.start >= last.end && quote.end <= verb.start)) return undefined;
  while (from < to && isLeading(tokens[from] as Token)) from++;
  const first = tokens[from];
  return first && from < to ? { start: first.start, end: last.end } : undefined;
}

function isLeading({ folded }: Token): boolean {
  return folded === 'and' || folded === 'und' || folded === 'then' || otherSubjects.has(folded);
}

/** The noun phrase behind a verb: up to a comma, a preposition of time or place, or the next quotation. */
function phraseBehind({ tokens, quotes }: QuoteFrame, from: number): Span | undefined {
  const first = tokens[from];
  if (!first || phraseEnds.has(first.folded) || /[.:;]/.test(first.gap)) return undefined;
  let to = from + 1;
  while (tokens[to] && to - from < 12) {
    const token = tokens[to] as Token;
    const previous = tokens[to - 1] as Token;
    if (/[,.:;–—()]/.test(token.gap) || phraseEnds.has(token.folded)) break;
    if (quotes.some((quote) => quote.start >= previous.end && quote.end <= token.start)) break;
    to++;
  }
  return { start: first.start, end: (tokens[to - 1] as Token).end };
}

/** Without a verb of saying: the first person or organization of the frame before the quotation, else a pronoun. */
function firstActor({ mentions }: Finder, { tokens }: QuoteFrame, quote: QuotedSpan | undefined): Span | undefined {
  const from = tokens[0]?.start ?? 0;
  const to = quote?.start ?? tokens.at(-1)?.end ?? 0;
  const pronoun = tokens.find((token) => pronouns.has(token.folded) && token.start < to);
  const actor = mentions.find(({ start, end, type }) => start >= from && end <= to && type !== 'place');
  if (pronoun && (!actor || pronoun.start < actor.start)) return pronoun;
  return actor;
}

function toSpeaker({ text, mentions }: Finder, span: Span, previous: Speaker | null): Speaker {
  const inside = mentions.filter(({ start, end }) => start >= span.start && end <= span.end);
  const words = text.slice(span.start, span.end);
  const actor = inside.find(({ type }) => type === 'person') ?? inside.find(({ type }) => type === 'organization');
  if (actor && !isOwned(text, span, actor))
    return { start: actor.start, end: actor.end, text: actor.text, name: actor.name };
  if (!pronouns.has(words.toLowerCase())) return { ...span, start: span.start, end: span.end, text: words };
  const name = antecedent(mentions, span, previous);
  return { start: span.start, end: span.end, text: words, ...(name ? { name } : {}) };
}

/** "a spokesman for Merkel", "Merkel's lawyer": the actor inside is not who speaks. */
function isOwned(text: string, span: Span, actor: Mention): boolean {
  if (/^['’]s\s+\p{L}/u.test(text.slice(actor.end, span.end))) return true;
  const before = text.slice(span.start, actor.start).trim().split(/\s+/).at(-1) ?? '';
  return actor.type === 'person' && /^(?:for|of|to|von|des)$/.test(before) && !nameParticles.has('');
}

function antecedent(mentions: readonly NamedMention[], span: Span, previous: Speaker | null): string | undefined {
  const persons = mentions.filter(({ type, end }) => type === 'person' && end <= span.start);
  const last = persons.at(-1);
  if (previous?.name && (!last || last.start <= previous.end)) return previous.name;
  return last?.name ?? previous?.name;
}
