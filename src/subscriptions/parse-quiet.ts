import { UserError } from '../user-error.ts';
import { timesInEnglish } from '../wording/typed-times.ts';
import { everyCatalog } from '../wording/wording-for.ts';
import { parseTimes } from './parse-times.ts';

/** Local times between which a channel wants no sound; `from` after `until` runs over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** How people say that there are none; what the settings say of it may be typed too. */
const off: ReadonlySet<string> = new Set(
  'off none no never aus keine nie non aucune jamais ninguna nunca nenhuma yok kapalı нет выкл никогда ні немає لا إيقاف 无 关闭'.split(
    ' ',
  ),
);
const opening = /^\s*(?:from|von|de|du|des|das|desde|с|з|від|من|从)\s*(?=\d|\p{L}|$)/iu;
const between = /^\s*(?:between|zwischen|entre)\s+(.+?)\s+(?:and|und|et|y|e)\s+/iu;
const dash =
  /\s*(?:[-–—~〜]|(?<!quarter\s+)\bto\b|\buntil\b|\bbis\b|[到至])\s*|\s+(?:à|a|às|até|hasta|до|по|إلى|حتى)\s+(?:las?\s+|l')?/iu;

/** "22:00-07:00", "10pm to 7am", "de 22h à 7h"; undefined for "off". Throws UserError. */
export function parseQuiet(text: string): QuietHours | undefined {
  if (saysOff(text.trim().toLowerCase())) return undefined;
  const parts = text.replaceAll(/\s+/gu, ' ').replace(opening, '').replace(between, '$1-').split(dash);
  const [from, until] = parts.length === 2 ? parts.map(oneTime) : [];
  if (from === undefined || until === undefined || from === until)
    throw new UserError(({ errors }) => errors.noQuietHours(text));
  return { from, until };
}

function saysOff(text: string): boolean {
  if (/\d/u.test(text)) return false;
  return off.has(text) || everyCatalog().some(({ service }) => service.settings.noQuiet.toLowerCase() === text);
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
  const times = parseTimes(timesInEnglish(part));
  return times.length === 1 ? times[0] : undefined;
}
