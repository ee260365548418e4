import { en } from '../../wording/en/index.ts';
import { dayAndMonth } from '../../wording/formats.ts';
import { zone } from './demo-config.ts';

/** One step of the demo, its label in a column of its own. */
export function step(label: string, text: string): void {
  say(`${label.padEnd(11)} ${text}`);
}

/** A line of the demo. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** `18 July 08:00`, by the clock of the demo's zone. */
export function dayTime(at: Temporal.Instant): string {
  const time = at.toZonedDateTimeISO(zone);
  return `${dayAndMonth(time.toPlainDate(), en)} ${clockTime(time)}`;
}

/** `08:00`. */
export function clockTime(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' });
}
