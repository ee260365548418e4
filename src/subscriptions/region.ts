import { type CountryPlace, countryName, countryNames, findCountry, placeOfCountry } from '../text/countries.ts';
import { editDistance } from '../text/similar-words.ts';
import { fold } from '../text/terms.ts';
import { UserError } from '../user-error.ts';

/** A part of the world, as it is called. */
export interface Region {
  readonly name: string;
  /** ISO 3166 alpha-2, where the name is exactly one country's. */
  readonly country?: string;
}

/** Where an article plays: what its kicker says, and the states it is about. */
export interface ArticlePlaces {
  readonly labels: readonly string[];
  readonly countries: readonly string[];
}

/**
 * A country by a name people use, in English or German; else any name of a place, "Korea", "Bavaria", "Eastern Europe". What is almost
 * a country's name is taken for a slip: throws UserError.
 */
export function parseRegion(text: string): Region {
  const name = text.trim();
  const country = countryOf(name);
  if (country !== undefined) return { name: countryName(country, 'en'), country };
  const near = nearCountry(name);
  if (near !== undefined) throw new UserError(({ errors }) => errors.nearRegion(name, near));
  return { name };
}

/** Whether an article plays there. A country is meant alone, so that Guinea is not Guinea-Bissau; other names may be part of a place's. */
export function liesIn({ name, country }: Region, { labels, countries }: ArticlePlaces): boolean {
  if (country !== undefined && countries.includes(country)) return true;
  if (country !== undefined) return labels.some((label) => countryOf(label) === country);
  const names = [...labels, ...countries.flatMap(placeNames)];
  return names.some((place) => ` ${wordsIn(place)} `.includes(` ${wordsIn(name)} `));
}

function countryOf(name: string): string | undefined {
  const match = ['en', 'de'].map((language) => findCountry(name, language)).find((found) => found?.by === 'name');
  return match?.code;
}

/** A country with the continent and part of it, as the United Nations name them. */
function placeNames(code: string): readonly string[] {
  const name = countryName(code, 'en');
  const place: CountryPlace | undefined = placeOfCountry(name, 'en');
  return place ? [name, place.region, place.subregion] : [name];
}

function nearCountry(name: string): string | undefined {
  const wanted = fold(name);
  if (wanted.length < 5) return undefined;
  for (const [known, { code, by }] of countryNames('en')) {
    const isNear =
      Math.abs(known.length - wanted.length) <= 2 && editDistance(known, wanted) <= (wanted.length < 8 ? 1 : 2);
    if (by === 'name' && (isNear || isSwap(known, wanted))) return countryName(code, 'en');
  }
  return undefined;
}

/** Two letters in each other's place: "Gremany". */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return at >= 0 && one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2) === other;
}

export function wordsIn(name: string): string {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
}
