/** A date a text names: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the text is. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly date: string;
  /** The last day, month or year of a period. */
  readonly until?: string;
  /** A term set ("within two months"): at `date` at the latest. */
  readonly isTerm?: true;
}

/** Where a match stands in its text. */
export function spanOf(match: RegExpExecArray): { start: number; end: number; text: string } {
  return { start: match.index, end: match.index + match[0].length, text: match[0] };
}

/** Of a day or month, two digits. */
export function pad(number: number): string {
  return String(number).padStart(2, '0');
}
