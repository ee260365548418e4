import type { Line } from './lines.ts';

/** A line that names an actor, with the sentence that goes on about it ("He taught there until 2003."). */
export interface NamingLine extends Line {
  readonly follower?: Line;
  /** What a reader needs first, where the line opens with a pronoun. */
  readonly antecedent?: Line;
}

const goesOn =
  /^["“„]?(?:he|she|they|his|her|the \d\d-year-old|it|er|sie|seine?|ihre?|der \d\d-jährige|die \d\d-jährige)(?![\p{L}])/iu;

/** The lines of an article that name an actor, in order. */
export function withFollowers(lines: readonly Line[], names: (line: Line) => boolean): readonly NamingLine[] {
  return lines.flatMap((line, index): NamingLine[] => {
    if (!names(line)) return [];
    const next = lines[index + 1];
    const previous = lines[index - 1];
    const follows =
      next !== undefined &&
      !names(next) &&
      goesOn.test(next.sentence.text) &&
      isNear(line, next) &&
      !namesSeveral(line.sentence.text);
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

function isNear(one: Line, other: Line): boolean {
  return other.sentence.block - one.sentence.block <= 1;
}
