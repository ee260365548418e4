/**
 * Finds where our own words name a command, as `/who`: group 1 is the text before it, group 2 its name. Paths, dates and fractions are not
 * meant. In a language without blanks a mark of punctuation precedes it.
 */
export function commandMentions(names: Iterable<string>): RegExp {
  return new RegExp(
    `(^|[\\s("\u200E\u201C\u201E\u00AB\u00B7\uFF1A\uFF1B\u3002\uFF0C\u3001])/(${[...names].join('|')})(?![\\w/])`,
    'gu',
  );
}

/** An ISO instant as Unix seconds for platforms; undefined if it is invalid. */
export function unixSeconds(at: string): number | undefined {
  try {
    return Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1_000);
  } catch {
    return undefined;
  }
}
