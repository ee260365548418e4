import type { Cue } from './find-cue.ts';
import type { Intent } from './line.ts';
import { type About, type Context, type Reading, scored } from './reading.ts';
import type { Sentence } from './sentence.ts';

/** Who, background and search take the rest of the line as typed. */
export function readWords(cue: Cue, context: Context): Reading | undefined {
  const { sentence, slots, typed, knowledge } = context;
  const { tokens, spans, textOf } = sentence;
  if (!cue.isFirst) return readWordsBefore(cue, context);
  let to = tokens.length;
  if (cue.at.at(-1) !== cue.to - 1) return undefined;
  const trailing = (end: number) =>
    spans.find(({ kind, to: at, from }) => at === end && from >= cue.to && kind === 'fill');
  const isPeriod = (index: number) => cue.name === 'search' && sentence.isUsed(index) && slots.since !== undefined;
  while (to > cue.to && (trailing(to) || isPeriod(to - 1))) to = trailing(to)?.from ?? to - 1;
  const gapped = cue.at.length < cue.to - cue.from;
  const words = gapped ? textOf(gapIn(cue), cue.to - 1) : textOf(startOfWords(cue, sentence), to);
  // "How did the bank get away with it" asks for more than how the bank began.
  if (gapped && cue.to < to) return undefined;
  if (words === '')
    return cue.name === 'search' || cue.name === 'who'
      ? undefined
      : scored(cue.name as Intent, {}, cue, context, noTerms(cue, sentence));
  const second = tokens[cue.to]?.word ?? '';
  if (cue.name === 'who') {
    const isPhrase =
      !/ing$/u.test(second) && !sentence.spans.some(({ kind, from }) => kind === 'questions' && from === cue.to);
    const isBare =
      cue.at.length === 1 && /^(?:who|wer|qui|quien|quem|kim|кто|хто)$/u.test(tokens[cue.from]?.word ?? '');
    if (cue.sets === 'needs=person' && !knowledge.isPerson(words)) return undefined;
    if (!isPhrase || (isBare && typed.place !== 'slash' && !knowledge.isPerson(words))) return undefined;
  }
  const since = cue.name === 'search' && slots.since !== undefined ? { since: slots.since } : {};
  const reading = scored(cue.name as Intent, { words, ...since }, cue, context, noTerms(cue, sentence));
  return { ...reading, score: Math.max(reading.score, 0.95) + cue.weight * 0.09 };
}

/** "Erdoğan kim?", "教皇是谁": in some languages the cue ends the line. */
function readWordsBefore(cue: Cue, context: Context): Reading | undefined {
  const { sentence } = context;
  const { tokens, spans, isFill, textOf } = sentence;
  const isLast = tokens.every((_token, index) => index < cue.to || isFill(index));
  if (!cue.anywhere || cue.from === 0 || !isLast) return undefined;
  let from = 0;
  const opening = (at: number) => spans.find(({ kind, from: start }) => start === at && /^(?:fill|lead)$/u.test(kind));
  for (let span = opening(from); span && span.to < cue.from; span = opening(from)) from = span.to;
  const { score, ...reading } = scored(cue.name as Intent, { words: textOf(from, cue.from) }, cue, context, {
    ...noTerms(cue, sentence),
    taken: new Set(tokens.keys()),
  });
  return { ...reading, score };
}

/** "search for articles about lithium" looks for lithium; of a line of such words alone the last is what is looked for. */
function startOfWords(cue: Cue, { spans, tokens }: Sentence): number {
  if (cue.name === 'who') return cue.to;
  let at = cue.to;
  for (;;) {
    const skipped = spans
      .filter(({ kind, from, slips }) => from === at && slips === 0 && skippedBefore[cue.name]?.includes(kind))
      .toSorted((a, b) => b.to - a.to)[0];
    if (!skipped || skipped.to >= tokens.length) return at;
    at = skipped.to;
  }
}

/** The words between a cue and its object. */
const skippedBefore: Readonly<Partial<Record<string, readonly string[]>>> = {
  search: ['fill', 'stories', 'about'],
  background: ['fill', 'about', 'time:to'],
};

/** Where the words that a cue leaves open begin. */
function gapIn({ at, to }: Cue): number {
  return (at.find((index) => !at.includes(index + 1)) ?? to) + 1;
}

/** All from the cue on is read, and names no interest. */
export function noTerms(cue: Cue, { tokens }: Sentence): About {
  return {
    terms: [],
    interest: undefined,
    near: undefined,
    taken: new Set(tokens.map((_token, index) => index).filter((index) => index >= cue.from)),
  };
}

const ordinals: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth'];
const germanOrdinals: readonly string[] = ['erste', 'zweite', 'dritte', 'vierte', 'fünfte'];

/** A story by its number or place, else news on what the words name. */
export function readStory(cue: Cue, context: Context, about: About): Reading | undefined {
  const { slots, sentence, typed } = context;
  // A story has no times: "number 2 only on weekdays" is a subscription.
  if ([slots.times, slots.days, slots.zone, slots.as].some((each) => each !== undefined)) return undefined;
  const said = sentence.tokens.map(({ word }) => word);
  const ordinal = [ordinals, germanOrdinals]
    .flatMap((words) => words.map((word, index) => ({ word, number: index + 1 })))
    .find(({ word }) => said.includes(word));
  const number = ordinal?.number ?? slots.numbers?.[0] ?? slots.bare[0]?.value ?? slots.stories ?? storyIn(about);
  if (number !== undefined) {
    const named =
      typed.place === 'thread'
        ? { interest: `story:${number}`, which: String(number) }
        : { interest: `story:${number}` };
    return scored('story', named, cue, context, about);
  }
  if (typed.place === 'thread' && about.terms.length === 0) return scored('story', {}, cue, context, about);
  const [only] = about.terms;
  if (only === undefined) return undefined;
  return scored('brief', { interest: about.interest ?? only.text }, cue, context, about);
}

function storyIn({ terms }: About): number | undefined {
  const [, number] = /^story:(\d+)$/u.exec(terms[0]?.text ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}
