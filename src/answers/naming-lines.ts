import type { Line } from './lines.ts';

/** A line that names an actor, with the sentence that goes on about it ("He taught there until 2003."). */
export interface NamingLine extends Line {
  readonly follower?: Line;
  /** What a reader needs first, where the line leans. */
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
    const follows = next !== undefined && !names(next) && goesOn.test(next.sentence.text) && isNear(line, next);
    return [{ ...line, ...(follows && { follower: next }), ...(line.leans && previous && { antecedent: previous }) }];
  });
}

function isNear(one: Line, other: Line): boolean {
  return other.sentence.block - one.sentence.block <= 1;
}
