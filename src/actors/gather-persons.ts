import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { countLimits } from '../text/limits.ts';
import { partsSentences } from '../text/marks.ts';
import { fold } from '../text/terms.ts';
import type { ActorKind, Mention } from './actor.ts';
import { isNameWord } from './name-words.ts';

/** The mentions found to be of one actor so far. */
export interface GrowingGroup {
  readonly kind: ActorKind;
  readonly mentions: Mention[];
  readonly country?: string;
}

/** Shorter surnames that differ by one letter usually belong to two people. */
const safeToCorrect = 7;
/** Characters. */
const relativeReach = 120;

/**
 * Gathers the mentions of persons, in the order of the text, into persons: full names first, then bare surnames and given names. Yields
 * between mentions. Names are looked up by their parts, so that a text of thousands of them costs little more than its length.
 */
export function* gatherPersons(mentions: readonly Mention[], text: string): Yielding<GrowingGroup[]> {
  const persons = createPersonIndex(text);
  const bare: Mention[] = [];
  for (const mention of mentions) {
    const parts = nameParts(mention);
    if (parts.length < 2) bare.push(mention);
    else persons.addFullName(mention, parts);
    yield;
  }
  for (const mention of bare) {
    persons.addBareName(mention, fold(mention.text));
    yield;
  }
  const { groups } = persons;
  for (const group of groups) group.mentions.sort((a, b) => a.start - b.start);
  return groups.map(({ mentions: own }) => ({ kind: 'person', mentions: own }));
}

interface Person {
  readonly position: number;
  readonly mentions: Mention[];
  /** Last parts of its mentions. */
  readonly surnames: Set<string>;
  /** Where its full names start, in the order of the text. */
  readonly fullNameStarts: number[];
}

interface Spelling {
  readonly person: Person;
  readonly name: PersonName;
}

function createPersonIndex(text: string) {
  const groups: Person[] = [];
  const spellings = new Set<string>();
  // Two names of one person have the first or the last part in common, see `sameName`.
  const byFirst = new Map<string, Spelling[]>();
  const byLast = new Map<string, Spelling[]>();
  const byPart = new Map<string, Set<Person>>();

  function open(): Person | undefined {
    if (groups.length >= countLimits.actors) return undefined;
    const person = { position: groups.length, mentions: [], surnames: new Set<string>(), fullNameStarts: [] };
    groups.push(person);
    return person;
  }

  function add(person: Person, mention: Mention, parts: PersonName): void {
    person.mentions.push(mention);
    person.surnames.add(parts.at(-1) ?? '');
    for (const part of parts) {
      const known = byPart.get(part);
      if (known) known.add(person);
      else byPart.set(part, new Set([person]));
    }
  }

  function addSpelling(person: Person, name: PersonName): void {
    const key = `${person.position} ${name.join(' ')}`;
    if (spellings.has(key)) return;
    spellings.add(key);
    const spelling = { person, name };
    for (const [index, part] of [
      [byFirst, name[0]],
      [byLast, name.at(-1)],
    ] as const) {
      const known = index.get(part ?? '');
      if (known) known.push(spelling);
      else index.set(part ?? '', [spelling]);
    }
  }

  return {
    groups,
    addFullName(mention: Mention, parts: PersonName): void {
      const known = new Set<Person>();
      for (const spelling of [...(byFirst.get(parts[0] ?? '') ?? []), ...(byLast.get(parts.at(-1) ?? '') ?? [])])
        if (!known.has(spelling.person) && sameName(spelling.name, parts)) known.add(spelling.person);
      const person = inOrder(known).find(({ mentions }) => !isRelativeOfOne(mentions, mention, text)) ?? open();
      if (!person) return;
      add(person, mention, parts);
      person.fullNameStarts.push(mention.start);
      addSpelling(person, parts);
    },
    addBareName(mention: Mention, name: string): void {
      const person = personNamed(mention, name, inOrder(byPart.get(name) ?? []), groups) ?? open();
      if (person) add(person, mention, [name]);
    },
  };
}

function inOrder(persons: Iterable<Person>): readonly Person[] {
  return [...persons].sort((a, b) => a.position - b.position);
}

/** The person that a bare name means, of those with that name; else one whose surname it misspells. */
function personNamed(
  { start }: Mention,
  name: string,
  withName: readonly Person[],
  all: readonly Person[],
): Person | undefined {
  if (withName.length === 0)
    return all.find(({ surnames }) => [...surnames].some((surname) => isMisprintOf(name, surname)));
  const bySurname = withName.filter(({ surnames }) => surnames.has(name));
  const fitting = bySurname.length > 0 ? bySurname : withName;
  return fitting
    .map((person) => ({ person, at: lastBefore(person.fullNameStarts, start) }))
    .reduce((best, other) => (other.at > best.at ? other : best)).person;
}

/** The greatest of ascending numbers that is less than `limit`; -1 where there is none. */
function lastBefore(ascending: readonly number[], limit: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) < limit) from = middle + 1;
    else to = middle;
  }
  return ascending[from - 1] ?? -1;
}

/** A long surname with one wrong letter is a misprint. */
function isMisprintOf(name: string, surname: string): boolean {
  return Math.min(name.length, surname.length) >= safeToCorrect && isOneLetterApart(name, surname);
}

/** Whether one of these mentions, in the order of the text, is a relative: only those shortly before may be. */
function isRelativeOfOne(known: readonly Mention[], mention: Mention, text: string): boolean {
  for (let index = known.length - 1; index >= 0; index--) {
    const other = known[index];
    if (!other || mention.start - other.end > relativeReach) return false;
    if (areRelatives(other, mention, text)) return true;
  }
  return false;
}

/** "Amadou Idris Kone succeeded his father Idris Kone": two names in one sentence with a word for a relative between them. */
function areRelatives(one: Mention, other: Mention, text: string): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  if (first.text === second.text || second.start - first.end > relativeReach) return false;
  const between = text.slice(first.end, second.start);
  return (
    !partsSentences(between) &&
    !between.includes('\n') &&
    between.split(/[^\p{L}]+/u).some((word) => isNameWord('relative-noun', fold(word)))
  );
}

function nameParts({ text }: Mention): PersonName {
  return fold(text).split(/\s+/);
}

/** A person's name in its folded parts: ["park", "jin"]. */
export type PersonName = readonly string[];

/**
 * Whether two names of at least two parts belong to one person: equal, one with an additional middle name or initial, or with one letter
 * different in one part ("Park Yin" for "Park Jin"), unless both are common given names (John and Joan).
 */
export function sameName(a: PersonName, b: PersonName): boolean {
  if (a.length === b.length) return endsIn(a, b) || isMisprint(a, b) || isInitial(a, b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (endsIn(long, short)) return true;
  return short.at(-1) === long.at(-1) && (short[0] === long[0] || isInitial(short.slice(0, 1), long.slice(0, 1)));
}

function endsIn(long: PersonName, short: PersonName): boolean {
  const behind = long.length - short.length;
  return short.every((part, i) => part === long[behind + i]);
}

function isInitial(a: PersonName, b: PersonName): boolean {
  const [first = '', other = ''] = [a[0], b[0]];
  const rest = a.length === b.length && a.every((part, i) => i === 0 || part === b[i]);
  return rest && first[0] === other[0] && (/^\p{L}\.$/u.test(first) || /^\p{L}\.$/u.test(other));
}

function isMisprint(a: PersonName, b: PersonName): boolean {
  const at = a.findIndex((part, i) => part !== b[i]);
  if (at < 0 || at !== a.findLastIndex((part, i) => part !== b[i])) return false;
  const [left, right] = [a[at] ?? '', b[at] ?? ''];
  return !(isNameWord('first-name', left) && isNameWord('first-name', right)) && isOneLetterApart(left, right);
}

/** One letter changed, added, left out, or two neighbors swapped. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}
