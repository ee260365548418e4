import { UserError } from '../user-error.ts';
import { parseTimes } from './parse-times.ts';

/** Local times between which a channel wants no sound; `from` after `until` runs over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** "22:00-07:00", "10pm to 7am"; undefined for "off". Throws UserError. */
export function parseQuiet(text: string): QuietHours | undefined {
  if (/^(?:off|none|no|never|aus|keine|nie)$/i.test(text.trim())) return undefined;
  const parts = text
    .replace(/^\s*(?:from|von)\s+/i, '')
    .replace(/^\s*(?:between|zwischen)\s+(.+?)\s+(?:and|und)\s+/i, '$1-')
    .split(/\s*(?:[-–—]|(?<!quarter\s+)\bto\b|\buntil\b|\bbis\b)\s*/i);
  const [from, until] = parts.length === 2 ? parts.map(oneTime) : [];
  if (from === undefined || until === undefined || from === until)
    throw new UserError(({ errors }) => errors.noQuietHours(text));
  return { from, until };
}

/** Whether an instant lies in the quiet hours of a zone. In one that this release does not know it may be night at any time. */
export function isQuiet({ from, until }: QuietHours, at: Temporal.Instant, zone: string): boolean {
  const time = localTime(at, zone);
  if (time === undefined) return true;
  return from < until ? time >= from && time < until : time >= from || time < until;
}

/** As people type it: `22:00-07:00`. */
export function formatQuiet({ from, until }: QuietHours): string {
  return `${from}-${until}`;
}

function localTime(at: Temporal.Instant, zone: string): string | undefined {
  try {
    return at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function oneTime(part: string): string | undefined {
  const times = parseTimes(part);
  return times.length === 1 ? times[0] : undefined;
}
