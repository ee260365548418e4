import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Country, Country as CountryRecord } from 'world-countries';
import { parse } from 'yaml';
import { baseLanguage, fold } from './terms.ts';

/** What tied a name to a state: its own name, its capital (often said for its government), or its people. */
export interface CountryMatch {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  readonly by: 'name' | 'capital' | 'demonym';
}

/** Codes in data sets' alternative spellings ("KR", "Co.") are not names. */
const shortestAlternative = 5;
const translationKeys: Readonly<Record<string, string>> = {
  ar: 'ara',
  cs: 'ces',
  de: 'deu',
  es: 'spa',
  et: 'est',
  fa: 'per',
  fi: 'fin',
  fr: 'fra',
  hr: 'hrv',
  hu: 'hun',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  sk: 'slk',
  sr: 'srp',
  sv: 'swe',
  tr: 'tur',
  ur: 'urd',
  zh: 'zho',
};
const acronym = /^(?:\p{Lu}\.?){2,5}$/u;
const germanAdjective = /^(\p{Ll}+?)(?:e[nrms]?)?$/u;

const stemTables = new Map<string, ReadonlyMap<string, CountryMatch>>();
let records: readonly CountryRecord[] | undefined;
let added: OwnWords | undefined;
const tables = new Map<string, ReadonlyMap<string, CountryMatch>>();

/** The state a name, capital or demonym of a language stands for: "South Korean" -> KR by demonym. Case and diacritics do not count. */
export function findCountry(name: string, language: string): CountryMatch | undefined {
  const key = fold(name.trim());
  const base = baseLanguage(language);
  const found = countryNames(base).get(name.trim()) ?? countryNames(base).get(key);
  if (found) return found;
  if (base === 'de')
    return (
      countryNames(base).get(germanAdjective.exec(key)?.[1] ?? '') ?? countryNames(base).get(key.replace(/s$/, ''))
    );
  return isDeclined(base) ? stemmedNames(base).get(withoutCaseEnding(key, base)) : undefined;
}

/** What a state is commonly called in a language: KR -> "South Korea", "Südkorea", "韩国". */
export function countryName(code: string, language: string): string {
  return displayNames(language, 'long').of(code) ?? code;
}

/** Every name, capital and demonym known in a language: folded, but acronyms as they are ("US" is not "us"). Built on first use. */
export function countryNames(language: string): ReadonlyMap<string, CountryMatch> {
  const base = baseLanguage(language);
  let table = tables.get(base);
  if (!table) {
    table = buildTable(base);
    tables.set(base, table);
  }
  return table;
}

/** Names without their case endings: Россия, России and Россией are one. */
function stemmedNames(language: string): ReadonlyMap<string, CountryMatch> {
  let stems = stemTables.get(language);
  if (!stems) {
    const names = [...countryNames(language)].filter(([name, { by }]) => by === 'name' && !/^\p{Lu}/u.test(name));
    stems = new Map(names.map(([name, match]) => [withoutCaseEnding(name, language), match]));
    stemTables.set(language, stems);
  }
  return stems;
}

/** 1.4 MB of JSON, so it is read when the first name is looked up, not on import. */
function countryRecords(): readonly CountryRecord[] {
  records ??= createRequire(import.meta.url)('world-countries') as readonly CountryRecord[];
  return records;
}

/** By language, lines of a code and its names. */
type CodedNames = Readonly<Record<string, string>>;
type OwnWords = Readonly<Record<'names' | 'demonyms' | 'adjectives' | 'capitals', CodedNames>>;

/** What the data sets lack, kept as text beside this file, since they are words, not code. */
function ownWords(): OwnWords {
  added ??= parse(readFileSync(new URL('countries.yaml', import.meta.url), 'utf8')) as OwnWords;
  return added;
}

function buildTable(language: string): ReadonlyMap<string, CountryMatch> {
  const table = new Map<string, CountryMatch>();
  const add = (name: string | undefined, code: string, by: CountryMatch['by']) => {
    const key = acronym.test(name ?? '') ? (name ?? '') : fold(name ?? '').trim();
    if (key.length > 1 && !table.has(key)) table.set(key, { code, by });
  };
  const { names, demonyms, adjectives, capitals } = ownWords();
  const byState = [...countryRecords()].sort((a, b) => Number(b.independent) - Number(a.independent));
  for (const [name, code] of pairs(names[language])) add(name, code, 'name');
  for (const country of byState) for (const name of namesOf(country, language)) add(name, country.cca2, 'name');
  for (const [name, code] of pairs(demonyms[language])) add(name, code, 'demonym');
  for (const [stem, code] of pairs(adjectives[language])) add(stem, code, 'demonym');
  for (const country of byState) for (const name of demonymsOf(country, language)) add(name, country.cca2, 'demonym');
  for (const [name, code] of pairs(capitals[language])) add(name, code, 'capital');
  for (const { capital, cca2, independent } of byState) {
    if (independent) for (const name of capital) add(name, cca2, 'capital');
  }
  return table;
}

function namesOf(country: CountryRecord, language: string): (string | undefined)[] {
  const code = country.cca2;
  const translated = country.translations[translationKeys[language] ?? ''];
  const own = [displayNames(language, 'long').of(code), displayNames(language, 'short').of(code)];
  const names = [...own, translated?.common, translated?.official];
  if (language !== 'en') return names;
  const alternatives = country.altSpellings.filter((name) => name.length >= shortestAlternative && !name.includes(','));
  return [...names, country.name.common, country.name.official, ...alternatives];
}

function demonymsOf({ demonyms, independent }: CountryRecord, language: string): string[] {
  const own = language === 'en' ? demonyms?.eng : language === 'fr' ? demonyms?.fra : undefined;
  if (!own || !independent) return [];
  const singular = [own.m, own.f].flatMap((name) => name.split(/, | or /)).filter((name) => name !== '');
  return language === 'en' ? singular.flatMap((name) => [name, `${name}s`]) : singular;
}

/** Lines of `CODE name, name` as pairs of name and code. */
function pairs(lines: string | undefined): [string, string][] {
  return (lines ?? '').split('\n').flatMap((line) => {
    const code = line.trim().slice(0, 2);
    const names = line.trim().slice(3).split(', ');
    return names.filter((name) => name !== '').map((name): [string, string] => [name, code]);
  });
}

const displays = new Map<string, Intl.DisplayNames>();

function displayNames(language: string, style: 'long' | 'short'): Intl.DisplayNames {
  const key = `${language} ${style}`;
  let found = displays.get(key);
  if (!found) {
    found = new Intl.DisplayNames([language, 'en'], { type: 'region', style });
    displays.set(key, found);
  }
  return found;
}

const cyrillic = /(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ам|ям|ом|ем|[аеиійїоуыэюяь]{1,3})$/;
const slavic = /(?:ami|ach|om|em|[aeiouy]{1,2})$/;
/** What declension adds to a name, folded; by language. */
const caseEndings: Readonly<Record<string, RegExp>> = {
  ru: cyrillic,
  uk: cyrillic,
  bg: cyrillic,
  mk: cyrillic,
  sr: cyrillic,
  pl: slavic,
  hr: slavic,
  bs: slavic,
  el: /(?:[αεηο]ς|ους|ου|ων|[αεηο])$/,
  tr: /'\p{L}+$/u,
};

/** Whether a language declines names of states, so that they must be compared without endings. */
function isDeclined(language: string): boolean {
  return language in caseEndings;
}

/** A folded name without what declension adds, word by word; short words stay. */
export function withoutCaseEnding(name: string, language: string): string {
  const ending = caseEndings[language];
  return ending
    ? name
        .split(' ')
        .map((word) => (word.length > 4 ? word.replace(ending, '') : word))
        .join(' ')
    : name;
}

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
