import { createRequire } from 'node:module';
import type { Country } from 'world-countries';
import { findCountry } from './countries.ts';

/** Where a country lies: region and subregion as the United Nations name them. */
export interface CountryPlace {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly region: string;
  readonly subregion: string;
}

let places: ReadonlyMap<string, CountryPlace> | undefined;

/** The place of the country that a name of a language stands for; undefined for anything but a country's own name. */
export function placeOfCountry(name: string, language: string): CountryPlace | undefined {
  const match = findCountry(name, language);
  return match?.by === 'name' ? allPlaces().get(match.code) : undefined;
}

function allPlaces(): ReadonlyMap<string, CountryPlace> {
  places ??= new Map(
    (createRequire(import.meta.url)('world-countries') as readonly Country[]).map(({ cca2, region, subregion }) => [
      cca2,
      { code: cca2, region, subregion },
    ]),
  );
  return places;
}
