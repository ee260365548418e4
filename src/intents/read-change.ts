import type { Cue } from './find-cue.ts';
import type { FoundSlots } from './find-slots.ts';
import { nameWithin, type Term } from './read-interest.ts';
import { type About, type Context, compact, isKnownTerm, type Reading, scored, setBy } from './reading.ts';

/** Numbers of subscriptions: named as such, or all there are. */
function numbersOf({ slots }: Context): readonly number[] {
  return slots.numbers ?? slots.bare.map(({ value }) => value);
}

/** To unsubscribe, pause or resume. */
export function readStop(cue: Cue, context: Context, about: About): Reading | undefined {
  const { slots, typed, sentence, isQuestion } = context;
  const numbers = numbersOf(context);
  const stories = slots.stories !== undefined && numbers.length === 0 ? [slots.stories] : [];
  const isEverything =
    about.interest === 'everything' ||
    sentence.spans.some(
      ({ kind, from, at }) => kind === 'everything' && from >= cue.from && !at.every((index) => cue.at.includes(index)),
    );
  const named = [...numbers, ...stories].length > 0 ? [...numbers, ...stories].join(',') : undefined;
  const which = named ?? (isEverything ? 'all' : targetOf(cue, context, about));
  if (isQuestion && which === undefined && !cue.isFirst) return undefined;
  const until = slots.until ?? (slots.duration ? isoSpan(slots.duration) : slots.date);
  if (cue.name === 'pause' || (cue.name === 'unsubscribe' && until !== undefined)) {
    // "I am on holiday" asks for nothing yet.
    const isSaid = which !== undefined || until !== undefined || typed.place === 'thread' || sentence.tokens.length < 3;
    return scored('pause', compact({ which, until }), cue, context, about, which === 'all' || !isSaid);
  }
  if (cue.name === 'resume') return scored('resume', compact({ which }), cue, context, about);
  const isSure = which !== undefined && which !== 'all';
  return scored('unsubscribe', compact({ which }), cue, context, about, !isSure && typed.place !== 'thread');
}

/** The interest of the subscription meant. Words that are no name count only beside the cue: elsewhere they say why. */
function targetOf(cue: Cue, { sentence, knowledge }: Context, { terms, interest }: About): string | undefined {
  const { tokens } = sentence;
  const isBeside = ({ from, to }: Term) => {
    const [start, end] = from < cue.from ? [from + 1, cue.from] : [cue.from + 1, from];
    return to - from <= 3 && !tokens.slice(start, end + 1).some(({ breaks }) => breaks);
  };
  const [only, second] = terms;
  const name = only && !second && !isKnownTerm(only) ? nameWithin(only, sentence, knowledge) : undefined;
  if (name !== undefined) return name;
  return terms.every((term) => isKnownTerm(term) || isBeside(term)) ? interest : undefined;
}

function isoSpan({ count, unit }: NonNullable<FoundSlots['duration']>): string {
  if (unit === 'h') return `PT${count}H`;
  return `P${unit === 'w' ? count * 7 : unit === 'm' ? count * 30 : count}D`;
}

/** To change a subscription: its time, or anything else of it. */
export function readChange(cue: Cue, context: Context, about: About): Reading | undefined {
  const { slots, typed, sentence } = context;
  if (cue.name !== 'change') return readReshape(cue, context, about);
  const targets = slots.bare.filter(({ isTarget, value }) => isTarget && value <= 24);
  const numbers = [...(slots.numbers ?? slots.bare.filter((one) => !targets.includes(one)).map(({ value }) => value))];
  const times =
    slots.times ??
    (targets.length > 0 ? targets.map(({ value }) => `${String(value % 24).padStart(2, '0')}:00`) : undefined);
  const { days, zone, language, as } = slots;
  const length = setBy(cue).length ?? slots.length;
  // "more stories, 8"
  const counts = sentence.spans.some(({ kind, from, to }) => kind === 'stories' && from >= cue.from && to <= cue.to);
  const stories = slots.stories ?? (counts ? numbers.shift() : undefined);
  const which = numbers.length > 0 ? numbers.join(',') : targetOf(cue, context, about);
  const look = compact({ days, language, length, stories, as });
  if (
    times !== undefined &&
    length === undefined &&
    stories === undefined &&
    as === undefined &&
    language === undefined
  )
    return scored('move', compact({ which, times, days, zone }), cue, context, about);
  if (which === undefined && typed.place !== 'thread' && Object.keys(look).length === 1 && language !== undefined)
    return scored('settings', { setting: 'language', value: language }, cue, context, about);
  if (which === undefined && typed.place !== 'thread' && zone !== undefined && Object.keys(look).length === 0)
    return scored('settings', { setting: 'zone', value: zone }, cue, context, about);
  if (Object.keys(look).length === 0 && times === undefined && zone === undefined)
    return readReshape(cue, context, about);
  if (
    sentence.isMarked(cue.from) &&
    which === undefined &&
    typed.place !== 'thread' &&
    about.terms.length === 0 &&
    cue.anywhere
  )
    return undefined;
  return scored('edit', compact({ which, ...look, times, zone }), cue, context, about);
}

/** What goes into another thing, "add japan to asia", is hardly meant otherwise. */
const intoBonus = 0.12;

/** "add japan to asia", "drop japan from asia", "asia without japan". */
function readReshape(cue: Cue, context: Context, about: About): Reading | undefined {
  const { sentence, slots } = context;
  const { terms } = about;
  // "put europe into 3", not "at 3".
  const into = slots.bare.filter(
    ({ at }) => !sentence.isTimeBefore(at) && sentence.spans.some(({ kind, to }) => kind === 'from' && to === at),
  );
  const numbers = slots.numbers ?? (cue.isFirst ? into.map(({ value }) => value) : []);
  const last = terms.at(-1);
  const excluded = terms.filter(({ isExcluded }) => isExcluded);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  const said = (term: Term) => term.text;
  // "send me asia, no sports" is a wish.
  const isWish = context.cues.some(
    ({ name, isFirst }) => isFirst && (name === 'subscribe' || name === 'brief' || name === 'want'),
  );
  if (isWish && !cue.isFirst) return undefined;
  if (excluded.length > 0 && (wanted.length > 0 || numbers.length > 0)) {
    const [whole] = wanted;
    const left = excluded.map((term) => `NOT ${said(term)}`);
    const which = whole ? said(whole) : numbers.join(',');
    const interest = whole && { interest: [which, ...left].join(' AND ') };
    const reading = scored('edit', { which, ...interest }, cue, context, about);
    return { ...reading, reshape: { how: 'leave-out', what: excluded.map(said) } };
  }
  if (numbers.length > 0 && wanted.length > 0 && cue.name !== 'change') {
    const reading = scored('edit', { which: numbers.join(',') }, cue, context, about, slots.numbers === undefined);
    const how = cue.name === 'extend' ? 'add' : 'leave-out';
    return { ...reading, score: reading.score + intoBonus, reshape: { how, what: wanted.map(said) } };
  }
  const isInto =
    last &&
    sentence.spans.some(
      ({ kind, to }) => (kind === 'from' || kind === 'about') && to <= last.from && last.from - to <= 2,
    );
  if (cue.name === 'change' || !last || !isInto || terms.length < 2) return undefined;
  const others = terms.filter((term) => term !== last).map(said);
  const how = cue.name === 'extend' ? 'add' : 'leave-out';
  if (others.length === 0) return undefined;
  const which = said(last);
  const interest =
    cue.name === 'extend'
      ? [which, ...others].join(' OR ')
      : [which, ...others.map((one) => `NOT ${one}`)].join(' AND ');
  const reading = scored('edit', { which, interest }, cue, context, about);
  return { ...reading, score: reading.score + intoBonus, reshape: { how, what: others } };
}
