import { findCountry } from '../text/countries.ts';
import { editDistance } from '../text/similar-words.ts';
import { fold } from '../text/terms.ts';
import { UserError } from '../user-error.ts';
import { zoneCity } from './schedule.ts';

const areas = ['Africa', 'America', 'Antarctica', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific'];
/** Languages in which a country or capital may be named. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'tr', 'ru', 'uk', 'ar', 'zh'];
const mostNamed = 5;

/**
 * An IANA zone, or that of a city, a capital or a country with one time: "Asia/Seoul", "seoul", "São Paulo", "Tokio", "India". Throws
 * UserError with near ones, or with those of a country that has several.
 */
export function parseZone(text: string): string {
  const typed = text.trim();
  const found = zoneOfCity(typed) ?? knownZone(typed);
  if (found !== undefined) return found;
  const national = zonesOfCountry(typed);
  const [only] = national;
  if (only !== undefined && haveOneTime(national)) return only;
  const near = national.length > 0 ? national : nearZones(typed);
  const choices = near.slice(0, mostNamed).join(', ');
  throw new UserError(({ errors }) => {
    if (national.length > 0) return errors.severalZones(typed, choices);
    return choices ? errors.unknownZone(typed, choices) : errors.noZone(typed);
  });
}

/** The zones of a country, or that of a city or capital, by its whole name; none where nothing is called so. */
export function zonesNamed(text: string): readonly string[] {
  const typed = text.trim();
  const city = zoneOfCity(typed);
  return [...(city === undefined ? [] : [city]), ...zonesOfCountry(typed)].toSorted(slashesFirst);
}

/** "Asia/Tokyo" rather than "Japan", which is another name of it. */
function slashesFirst(one: string, other: string): number {
  return Number(other.includes('/')) - Number(one.includes('/'));
}

function allZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

function zoneOfCity(typed: string): string | undefined {
  const wanted = asInZones(typed);
  const zones = allZones();
  return (
    zones.find((zone) => asInZones(zone) === wanted) ??
    zones.find((zone) => asInZones(zone).endsWith(`/${wanted}`)) ??
    // Names that a zone also has, as Kyiv and Kolkata, are not listed, but known.
    areas.map((area) => knownZone(`${area}/${wanted}`)).find((zone) => zone !== undefined)
  );
}

/** In the letters of the zone names, which have no accents, apostrophes or points: "St. John's" is "st_johns", "Zürich" "zurich". */
function asInZones(name: string): string {
  return fold(name)
    .replaceAll(/['.]/g, '')
    .replaceAll(/[\s_-]+/g, '_');
}

function knownZone(name: string): string | undefined {
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch {
    return undefined;
  }
}

function zonesOfCountry(name: string): readonly string[] {
  const match = languages.map((language) => findCountry(name, language)).find((found) => found !== undefined);
  if (!match || match.by === 'demonym') return [];
  return new Intl.Locale('und', { region: match.code }).getTimeZones() ?? [];
}

/** Whether clocks show the same in all of these, winter and summer of this year's rules. */
function haveOneTime(zones: readonly string[]): boolean {
  const offsets = zones.map((zone) =>
    ['2026-01-15T00:00Z', '2026-07-15T00:00Z']
      .map((instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offset)
      .join(),
  );
  return new Set(offsets).size === 1;
}

/** As `parseZone`, and by the beginning of a city that no other begins with: "Se" is Asia/Seoul. For a place where only a zone can be. */
export function parseZoneByPrefix(text: string): string {
  try {
    return parseZone(text);
  } catch (error) {
    const [only, ...others] = zonesBeginning(text.trim());
    if (only !== undefined && others.length === 0) return only;
    throw error;
  }
}

/** Zones whose city, or whole name, begins so; all of them where nothing is typed. */
export function zonesBeginning(typed: string): readonly string[] {
  const wanted = asInZones(typed);
  return allZones().filter((zone) => [zoneCity(zone), zone].some((name) => asInZones(name).startsWith(wanted)));
}

/** Zones whose city is a slip or two away, else those that begin so, else those that hold what was typed. */
export function nearZones(typed: string): readonly string[] {
  const wanted = asInZones(typed);
  if (wanted === '') return [];
  const zones = allZones();
  const slips = zones.filter((zone) => editDistance(asInZones(zoneCity(zone)), wanted) <= (wanted.length < 6 ? 1 : 2));
  const beginning = zonesBeginning(typed);
  const holding = () => zones.filter((zone) => asInZones(zone).includes(wanted));
  return [...new Set([...slips, ...(beginning.length > 0 ? beginning : holding())])];
}
