import { findDates } from '../../text/dates.ts';
import { type FoundDate, isDay } from '../../text/found-date.ts';
import type { GateCase, Objection } from './gate-case.ts';

/**
 * Every date of the statement must be in a cited sentence, relative dates resolved from the day of publication, or be a coarser one: "in
 * July" is true of 18 July, "on 18 July" not of July.
 */
export function checkDates({ statement, evidence }: GateCase): Objection | undefined {
  const [first] = evidence;
  if (!first) return undefined;
  const own = findDates(statement.text, statement.language, first.publishedAt);
  for (const date of own) {
    const isCited = evidence.some((cited) => {
      const meant = findDates(statement.text, statement.language, cited.publishedAt).find(
        ({ start }) => start === date.start,
      );
      return (
        meant !== undefined &&
        findDates(cited.text, cited.language, cited.publishedAt).some(
          (known) =>
            // "In November" means the same year in both, whatever the tenses around it suggest.
            (known.text === date.text && cited.text.includes(date.text)) || covers(meant, known),
        )
      );
    });
    if (!isCited) return { reason: 'date', detail: `${date.text} is in no cited sentence` };
  }
  return undefined;
}

/** A day of the week may mean the last or the next one. */
const weekday = /^\p{Lu}\p{Ll}+(?:day|tag|woch|abend)s?/u;

function daysApart(a: string, b: string): number {
  if (!isDay(a) || !isDay(b)) return 0;
  return Math.abs(Temporal.PlainDate.from(a).until(b).days);
}

/** Whether the statement's date is no more precise than the cited one. */
function covers(own: FoundDate, cited: FoundDate): boolean {
  if (cited.date.startsWith(own.date) && (own.until === undefined || own.until === cited.until)) return true;
  if (weekday.test(cited.text) && daysApart(own.date, cited.date) === 7) return true;
  if (!isDay(own.date)) return false;
  const last = own.until ?? own.date;
  return own.until !== undefined && cited.date >= own.date && (cited.until ?? cited.date) <= `${last}~`;
}
