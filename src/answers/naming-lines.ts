import type { ActorKind } from '../actors/actor.ts';
import { findCountry } from '../language/countries.ts';
import { fold } from '../language/terms.ts';
import type { Line } from './lines.ts';

/** A line that names an actor, with the sentence that goes on about it ("He taught there until 2003."). */
export interface NamingLine extends Line {
  readonly follower?: Line;
  /** What a reader needs first, where the line opens with a pronoun. */
  readonly antecedent?: Line;
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
  return lines.flatMap((line, index): NamingLine[] => {
    if (!isNaming(line)) return [];
    const next = lines[index + 1];
    const previous = lines[index - 1];
    const follows =
      next !== undefined &&
      !isNaming(next) &&
      goesOnAbout.test(next.sentence.text) &&
      isNear(line, next) &&
      !namesSeveral(line.sentence.text) &&
      !namesAnotherFirst(line, named.names, lines);
    return [
      {
        ...line,
        ...(follows && { follower: next }),
        ...(goesOn.test(line.sentence.text) && previous && { antecedent: previous }),
      },
    ];
  });
}

/** Two full names in a sentence: whom the next one means by "he" cannot be told. */
function namesSeveral(text: string): boolean {
  return (text.match(fullName) ?? []).length > 1;
}

const fullName = /\p{Lu}\p{Ll}[\p{L}'’-]*(?: (?:al-|el-|bin |von |de |van )?\p{Lu}[\p{L}'’.-]+)+/gu;
const calendarWord =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** "Doe was to follow Chancellor Roe. He ...": somebody stands before the name, and the title right before it is not who. */
function namesAnotherFirst(
  { sentence: { text }, article }: Line,
  names: readonly string[],
  lines: readonly Line[],
): boolean {
  const at = names.flatMap((name) => [name, name.split(' ').at(-1) ?? name]).map((name) => text.indexOf(name));
  const start = Math.min(...at.filter((index) => index >= 0));
  if (!Number.isFinite(start)) return false;
  const before = text.slice(0, start).replace(titleRun, '');
  return [...before.matchAll(/\p{Lu}[\p{L}-]+/gu)].some(
    ({ 0: word, index }) =>
      !calendarWord.test(word) &&
      findCountry(word, article.language) === undefined &&
      (index > 0 || isNameElsewhere(word, lines)),
  );
}

const titleRun = /(?:\p{Lu}[\p{L}.'’-]* )+$/u;

/** The first word of a sentence is capital anyway: a name is capital within sentences too, and always. */
function isNameElsewhere(word: string, lines: readonly Line[]): boolean {
  const holders = lines.filter(({ words }) => words.includes(fold(word))).map(({ sentence }) => ` ${sentence.text} `);
  const small = new RegExp(`[^\\p{L}]${word.toLowerCase()}[^\\p{L}]`, 'u');
  return holders.some((text) => text.indexOf(` ${word}`) > 1) && !holders.some((text) => small.test(text));
}

function isNear(one: Line, other: Line): boolean {
  return other.sentence.block - one.sentence.block <= 1;
}
