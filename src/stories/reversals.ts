import { calendarNames } from '../text/calendar-names.ts';
import { baseLanguage, fold, termOf, type Word, wordsOf } from '../text/terms.ts';
import { backgroundCues } from './background-cues.ts';
import type { ReferencedSentence } from './novelty-evidence.ts';
import { hasRole, isProspective, negates, type Role, sideAt } from './reversal-words.ts';

/** A delivered statement that a later one retracts: "has not been found" -> "was found", "plans a factory" -> "dropped its plan for a factory". */
export interface Reversal<DeliveredRef, Ref> {
  readonly beforeRef: DeliveredRef;
  readonly nowRef: Ref;
}

/** What a sentence says of a fact, of a thing that may be ended or denied, of the date of an event, or of an office. */
interface StatedFact {
  readonly about: string;
  readonly says: string;
  /**
   * By a word that has an opposite; by a word beside the thing, or beside what it belongs to; by naming the thing, alone as a verb mostly stands or not; by a date, or one that is
   * not as it was.
   */
  readonly how: 'fact' | 'ended' | 'begun' | 'denied' | 'touched' | 'done' | 'named' | 'dated' | 'moved';
  /** Terms of the words around it. */
  readonly beside: ReadonlySet<string>;
}

interface Claim<Ref> extends StatedFact {
  readonly ref: Ref;
  readonly terms: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Words a negation or an uncertainty reaches: "unable to even locate". */
const reach = 4;
const besideReach = 3;
const objectReach = 6;
/** Terms that two sentences share for a fact with two sides of its own, and for anything else that one of them names. */
const sharedOfFacts = 3;
const sharedOfThings = 3;
const sharedBesideDone = 2;
/** For anything else, also this share of the shorter sentence. */
const shareOfThings = 0.35;

/** How an earlier claim on one thing may be said, for each way a later one contradicts it. */
const contradicted: Readonly<Record<StatedFact['how'], readonly StatedFact['how'][]>> = {
  fact: ['fact'],
  ended: ['named', 'done', 'begun'],
  denied: ['named', 'done', 'begun'],
  begun: ['ended', 'denied'],
  done: ['denied'],
  touched: [],
  named: [],
  moved: ['dated', 'moved'],
  dated: [],
};

/** Pairs delivered and later sentences that contradict each other, the first pair of each contradiction. */
export function findReversals<DeliveredRef, Ref>(
  delivered: readonly ReferencedSentence<DeliveredRef>[],
  sentences: readonly ReferencedSentence<Ref>[],
  language: string,
): Reversal<DeliveredRef, Ref>[] {
  // Most stories of a briefing were not delivered before.
  if (delivered.length === 0) return [];
  const before = Map.groupBy(
    delivered.flatMap((sentence) => readClaims(sentence, language)),
    ({ about }) => about,
  );
  const seen = new Set<unknown>();
  return sentences
    .filter(({ text }) => !looksBack(text, language))
    .flatMap((sentence) => readClaims(sentence, language))
    .flatMap((now) => {
      const earlier =
        seen.has(now.about) || seen.has(now.ref) ? undefined : retractedBy(now, before.get(now.about) ?? []);
      if (!earlier) return [];
      seen.add(now.about).add(now.ref);
      return { beforeRef: earlier.ref, nowRef: now.ref };
    });
}

/** What was long ago takes nothing back. */
function looksBack(text: string, language: string): boolean {
  return backgroundCues(text, language).namesEarlierTime || /\bin (?:19|20)\d\d\b/u.test(text);
}

/** The delivered claim that this one retracts; of those with most in common, the latest. None if this one was delivered, too. */
function retractedBy<DeliveredRef>(
  now: Claim<unknown>,
  before: readonly Claim<DeliveredRef>[],
): Claim<DeliveredRef> | undefined {
  const same = before.filter((earlier) => isOfSameThing(earlier, now));
  if (same.some(({ says }) => says === now.says)) return undefined;
  return same
    .filter(({ how }) => contradicted[now.how].includes(how))
    .toSorted((a, b) => common(a, now) - common(b, now))
    .at(-1);
}

function isOfSameThing(a: Claim<unknown>, b: Claim<unknown>): boolean {
  if (a.names.isDisjointFrom(b.names)) return false;
  // "No accomplices were found", "weapons were found": not the same thing.
  const isFact = a.how === 'fact';
  const isNear = isFact
    ? a.beside.size * b.beside.size === 0 || !a.beside.isDisjointFrom(b.terms) || !b.beside.isDisjointFrom(a.terms)
    : a.beside.intersection(b.beside).size >= (b.how === 'done' ? sharedBesideDone : 1);
  const least = isFact ? sharedOfFacts : Math.max(sharedOfThings, shareOfThings * Math.min(a.terms.size, b.terms.size));
  return isNear && common(a, b) >= least;
}

function common(a: Claim<unknown>, b: Claim<unknown>): number {
  return a.terms.intersection(b.terms).size;
}

function readClaims<Ref>({ text, ref }: ReferencedSentence<Ref>, language: string): Claim<Ref>[] {
  const sentence = readSentence(text, language);
  const { words, terms: all } = sentence;
  const terms = new Set(all.flatMap((term) => term ?? []));
  const names = new Set(all.filter((term, index) => term !== undefined && isCapital(words[index])) as string[]);
  const offices = appointmentsIn(text, language).map(
    ({ office, person }): StatedFact => ({ about: `office ${office}`, says: person, how: 'fact', beside: new Set() }),
  );
  const stated = [...offices, ...factsIn(sentence), ...thingsIn(sentence), ...dateIn(sentence)];
  return stated.map((one) => ({ ...one, ref, terms, names }));
}

interface ReadSentence {
  readonly text: string;
  readonly language: string;
  readonly words: readonly Word[];
  readonly terms: readonly (string | undefined)[];
  readonly isNegator: readonly boolean[];
  /** The term of a word that may be ended or denied: no name, no time, and no word that itself ends or denies. */
  readonly things: readonly (string | undefined)[];
  is(role: Role, index: number): boolean;
}

function readSentence(text: string, language: string): ReadSentence {
  const words = wordsOf(text, language);
  const terms = words.map((word) => termOf(word.text, language));
  const isNegator = words.map((word) => negates(word.text, language));
  const is = (role: Role, index: number): boolean => hasRole(role, words, index, language);
  const things = terms.map((term, index) => {
    const word = words[index]?.text ?? '';
    const isName = !capitalizesNouns(language) && isCapital(words[index]);
    const isMarked = isNegator[index] || (['undo', 'redo', 'vague', 'shift'] as const).some((role) => is(role, index));
    return isName || isMarked || /^\p{N}/u.test(word) || namesTime(word, language) ? undefined : term;
  });
  return { text, language, words, terms, isNegator, things, is };
}

const isCapital = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.text ?? '');

/** "Was found", "is missing": words that have an opposite. */
function factsIn({ text, language, words, things, isNegator, is }: ReadSentence): StatedFact[] {
  return words.flatMap(({ start }, index) => {
    const side = sideAt(words, index, language);
    // "The colony, located in the north" does not mean it was found.
    if (!side || /,\s*$/.test(text.slice(0, start))) return [];
    const isNegated = isNegator.slice(Math.max(0, index - reach), index).includes(true);
    if (!isNegated && isUncertain(is, index)) return [];
    const beside = around(things, index, besideReach);
    return { about: side.fact, says: isNegated === side.isOpposite ? 'so' : 'not so', how: 'fact', beside };
  });
}

/** What a sentence ends ("lifted the curfew"), begins ("resumed flights"), denies ("would not join") or else names. */
function thingsIn({ text, language, words, terms, things, isNegator, is }: ReadSentence): StatedFact[] {
  const isPause = words.map(
    ({ end }, index) => is('beyond', index + 1) || /[,;:()]/.test(text.slice(end, words[index + 1]?.start)),
  );
  // Of "a district court judge" the judge: the last of words that stand side by side.
  const isHead = things.map((thing, index) => thing !== undefined && things[index + 1] === undefined);
  const indices = [...words.keys()].filter((index) => things[index] !== undefined);
  const after = (at: number, most: number): readonly number[] => {
    const pause = isPause.indexOf(true, at);
    return indices.filter((index) => index > at && index <= at + most && (pause < 0 || index <= pause));
  };
  const ended = (at: number): readonly number[] => {
    const isPassive = is('passive', at - 1) || is('passive', at - 2) || capitalizesNouns(language);
    const following = is('passive', at - 1) ? [] : after(at, objectReach);
    return following.length > 0 || !isPassive ? following : indices.filter((index) => index < at);
  };
  const isReal = (index: number): boolean =>
    !isUncertain(is, index) && !isNegator.slice(Math.max(0, index - reach), index).includes(true);
  const stated = new Map<string, StatedFact>();
  const state = (named: readonly number[], how: StatedFact['how'], says: string): void => {
    for (const index of named) {
      const thing = things[index] ?? '';
      const beside = around(terms, index, objectReach);
      beside.delete(thing);
      if (!stated.has(thing)) stated.set(thing, { about: `thing ${thing}`, says, how, beside });
    }
  };
  const stateHeads = (near: readonly number[], how: StatedFact['how'], says: string): void => {
    state(
      near.filter((index) => isHead[index]),
      how,
      says,
    );
    state(near, 'touched', says);
  };
  for (const index of words.keys()) {
    const [next] = isNegator[index] && !is('vague', index) && !is('vague', index + 1) ? after(index, reach) : [];
    if (next !== undefined) state([next], 'denied', 'no');
    else if (!isReal(index)) continue;
    else if (is('undo', index)) stateHeads(ended(index), 'ended', 'no');
    else if (is('redo', index)) stateHeads(ended(index), 'begun', 'yes');
  }
  const isAlone = (index: number): boolean => isHead[index] === true && things[index - 1] === undefined;
  state(
    indices.filter((index) => isReal(index) && isAlone(index)),
    'done',
    'yes',
  );
  state(indices.filter(isReal), 'named', 'yes');
  return [...stated.values()];
}

function around(terms: readonly (string | undefined)[], index: number, most: number): Set<string> {
  const near = [...terms.slice(Math.max(0, index - most), index), ...terms.slice(index + 1, index + 1 + most)];
  return new Set(near.flatMap((term) => term ?? []));
}

/** Whether it is only wanted, feared or asked for. */
function isUncertain(is: ReadSentence['is'], index: number): boolean {
  for (let at = 0; at < index; at++)
    if (is('supposed', at) || (at >= index - reach && is('uncertain', at))) return true;
  return false;
}

function capitalizesNouns(language: string): boolean {
  return baseLanguage(language) === 'de';
}

function namesTime(word: string, language: string): boolean {
  const { weekdays, months, units } = calendarNames(language);
  const folded = fold(word);
  return weekdays.has(folded) || months.has(folded) || units.has(folded);
}

/** The days and months named for what is still to come. */
function dateIn({ text, language, words, terms, is }: ReadSentence): StatedFact[] {
  const { weekdays, months } = calendarNames(language);
  const isDate = (index: number): boolean => {
    const folded = fold(words[index]?.text ?? '');
    return isCapital(words[index]) && (weekdays.has(folded) || months.has(folded));
  };
  const dates = words.flatMap(({ text: word }, index) => {
    const isDay = /^\p{N}{1,2}$/u.test(word) && (isDate(index - 1) || isDate(index + 1));
    return isDate(index) || isDay ? fold(word) : [];
  });
  if (dates.length === 0 || !isProspective(text, language)) return [];
  const how = words.some((_, index) => is('shift', index)) ? 'moved' : 'dated';
  return [{ about: 'date', says: dates.join(' '), how, beside: around(terms, words.length, words.length) }];
}

/** An appointment stated in a sentence. */
export interface Appointment {
  readonly office: string;
  /** The last word of the name, folded. */
  readonly person: string;
}

const name = String.raw`((?:\p{Lu}[\p{L}'’-]+ ){0,3}\p{Lu}[\p{L}'’-]+)`;
const office = String.raw`((?:deputy |vice |party )?(?:president|chairman|chairwoman|chief executive|CEO|prime minister|chancellor|(?:head |national )?coach|captain|director|leader|speaker|secretary[- ]general|(?:foreign|defen[cs]e|interior|finance|justice|health) minister))\b`;
const attribute = `(?:(?:an?|the|its|their|his|her|new|next|interim|acting|caretaker|permanent) ){0,3}`;

/** "named Ilse Kade as interim CEO", "Holm would return as CEO", "Holm becomes prime minister". */
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:named|appointed|elected|picked|chose|hired|tapped|names|appoints|elects|picks|hires) ${name} (?:as |to be )?${attribute}${office}`,
    'gu',
  ),
  new RegExp(
    `${name} (?:(?:would|will|is to|is set to|has been|was|were|had been) )?(?:return|returns|returned|take over|takes over|took over|named|appointed|elected|chosen|sworn in|back|become|becomes|became|reinstated) (?:as )?${attribute}${office}`,
    'gu',
  ),
];

/** The appointments of a sentence. English only, as far as we have patterns. */
export function appointmentsIn(text: string, language: string): readonly Appointment[] {
  if (baseLanguage(language) !== 'en') return [];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, person = '', held = '']) => ({
      office: fold(held),
      person: fold(person.split(' ').at(-1) ?? ''),
    })),
  );
}
