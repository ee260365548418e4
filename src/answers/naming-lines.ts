import type { ActorKind } from '../actors/actor.ts';
import type { Line } from './lines.ts';
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
        isOwn: isToldOf(line, named.names, lines),
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
