import type { ActorKind } from '../../actors/actor.ts';
import { genderOf } from '../../actors/lists/genders.ts';
import { addresses, isRoleNoun } from '../../actors/lists/titles.ts';
import { findCountry } from '../../text/countries.ts';
import { fold } from '../../text/terms.ts';
import type { Line } from '../lines.ts';
import { isToldOf, namesAnotherBefore } from './told-of-actor.ts';

/** A line that names an actor, with the sentence that goes on about it ("He taught there until 2003."). */
export interface NamingLine extends Line {
  readonly follower?: Line;
  /** What a reader needs first, where the line opens with a pronoun. */
  readonly antecedent?: Line;
  /** The actor is whom the line tells of, not somebody it names beside another. */
  readonly isOwn: boolean;
}

/** Whose lines are wanted. */
export interface Named {
  readonly names: readonly string[];
  /** A company is no "he". */
  readonly kind?: ActorKind | undefined;
  readonly isNaming: (line: Line) => boolean;
}

const goesOn =
  /^["“„]?(?:he|she|they|his|her|the \d\d-year-old|it|er|sie|seine?|ihre?|der \d\d-jährige|die \d\d-jährige)(?![\p{L}])/iu;
const personGoesOn =
  /^["“„]?(?:he|she|his|her|the \d\d-year-old|er|sie|seine?|ihre?|der \d\d-jährige|die \d\d-jährige)(?![\p{L}])/iu;
const thingGoesOn = /^["“„]?(?:it|its|they|their|er|sie|es|seine?|ihre?)(?![\p{L}])/iu;

/** The lines of an article that name an actor, in order. */
export function withFollowers(lines: readonly Line[], named: Named): readonly NamingLine[] {
  const { kind, isNaming } = named;
  const goesOnAbout = kind === undefined ? goesOn : kind === 'person' ? personGoesOn : thingGoesOn;
  const isAmongNamesakes = hasNamesake(lines, named.names);
  return lines.flatMap((line, index): NamingLine[] => {
    if (!isNaming(line)) return [];
    const next = lines[index + 1];
    const previous = lines[index - 1];
    const follows =
      next !== undefined &&
      !isNaming(next) &&
      goesOnAbout.test(next.sentence.text) &&
      mayBe(named.names, next.sentence.text) &&
      !(isAmongNamesakes && ageFirst.test(next.sentence.text)) &&
      isNear(line, next) &&
      !namesSeveral(line.sentence.text) &&
      !namesAnotherFirst(line, named.names, lines);
    return [
      {
        ...line,
        isOwn: isToldOf(line, named.names, lines),
        ...(follows && { follower: next }),
        ...(goesOn.test(line.sentence.text) && previous && { antecedent: previous }),
      },
    ];
  });
}

/** "He" is no woman. */
function mayBe(names: readonly string[], text: string): boolean {
  const gender = names.map(genderOf).find((each) => each !== undefined);
  return !(gender === 'female' ? maleFirst : gender === 'male' ? femaleFirst : never).test(text);
}

/** Another of that surname stands in the article: "the 53-year-old" may be the son. */
function hasNamesake(lines: readonly Line[], names: readonly string[]): boolean {
  const surname = names[0]?.split(' ').at(-1) ?? '';
  const own = new Set(names.flatMap((name) => name.split(' ')));
  return lines.some(({ sentence: { text } }) =>
    [...text.matchAll(givenAndNext)].some(
      ([, given = '', next = '']) => next === surname && !own.has(given) && !isTitle(given),
    ),
  );
}

function isTitle(word: string): boolean {
  const folded = fold(word);
  return isRoleNoun(folded) || addresses.has(folded) || findCountry(word, 'en') !== undefined;
}

const givenAndNext = /(?<!\p{L})(\p{Lu}[\p{L}-]+) (?=(\p{Lu}[\p{L}-]+))/gu;
const ageFirst = /^["“„]?(?:the|der|die) \d\d-/iu;
const maleFirst = /^["“„]?(?:he|his|er|seine?[mnrs]?)(?!\p{L})/iu;
const femaleFirst = /^["“„]?(?:she|her)(?!\p{L})/iu;
const never = /(?!)/u;

/** Two full names in a sentence: whom the next one means by "he" cannot be told. */
function namesSeveral(text: string): boolean {
  return (text.match(fullName) ?? []).length > 1;
}

const fullName = /\p{Lu}\p{Ll}[\p{L}'’-]*(?: (?:al-|el-|bin |von |de |van )?\p{Lu}[\p{L}'’.-]+)+/gu;
/** Somebody stands before the name: whom the next sentence means by "he" cannot be told. */
function namesAnotherFirst(line: Line, names: readonly string[], lines: readonly Line[]): boolean {
  const { text } = line.sentence;
  const at = names.flatMap((name) => [name, name.split(' ').at(-1) ?? name]).map((name) => text.indexOf(name));
  const start = Math.min(...at.filter((index) => index >= 0));
  return Number.isFinite(start) && namesAnotherBefore(text.slice(0, start), line, lines);
}

function isNear(one: Line, other: Line): boolean {
  return other.sentence.block - one.sentence.block <= 1;
}
