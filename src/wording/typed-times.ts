import type { Catalog } from './catalog.ts';
import { listed, shortWeekdayName, weekdayName } from './formats.ts';
import { catalogOf, languages } from './wording-for.ts';

/** Words of one language, and the English ones that are read; a blank at an end has to be there. */
type Phrase = readonly [said: string, means: string];

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
/** A preposition may depend on the hour: "a la 1", "a las 8". */
const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
/** What needs no other language to be read, as most that is typed and all that is stored. */
const plain =
  /^(?:[\s\d:.,;&+-]|at|and|am|pm|noon|midnight|daily|every|days?|weekdays|weekends|alerts|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)*$/iu;
let read: ((text: string) => string) | undefined;

/**
 * What people type about days and times in any of our languages, in the English words that are read: "werktags um 8 und Eilmeldungen"
 * is "weekdays at 8 and alerts". What is none of our words stays.
 */
export function timesInEnglish(text: string): string {
  if (plain.test(text)) return text;
  read ??= readOthers();
  return read(text.replaceAll(/[\u2019\u02BC]/gu, "'"))
    .replaceAll(/(\d{1,2})\s?h(?![\p{L}\d])/giu, '$1')
    .replaceAll(/[\u3001\uFF0C\u060C]/gu, ',')
    .replaceAll('\uFF1A', ':');
}

function readOthers(): (text: string) => string {
  const others = languages.filter((code) => code !== 'en').map(catalogOf);
  const joined = dictionary(others.map((say): Phrase => [listed(['|', '|'], say).replaceAll('|', ''), ' and ']));
  const named = dictionary(others.flatMap(phrasesOf));
  return (text) => named(joined(text));
}

/** Puts the English words in the place of the others, the longest first. */
function dictionary(phrases: readonly Phrase[]): (text: string) => string {
  const means = new Map(phrases.filter(([said]) => said !== '').map(([said, meant]) => [alike(said), meant]));
  const longestFirst = [...means.keys()].toSorted((one, other) => other.length - one.length);
  const any = new RegExp(longestFirst.map(bounded).join('|'), 'giu');
  return (text) => text.replaceAll(any, (said) => means.get(alike(said)) ?? said);
}

function phrasesOf(say: Catalog): readonly Phrase[] {
  const { daily, weekdays: onWeekdays, weekends, andAlerts, form } = say.subscription;
  return [
    [daily, 'daily'],
    [onWeekdays, 'weekdays'],
    [weekends, 'weekends'],
    [andAlerts('').trim(), ' and alerts'],
    [form.alerts, 'alerts'],
    ...weekdays.flatMap((name, index): Phrase[] => [
      [weekdayName(index + 1, say), name],
      // Portuguese leaves out the second half: "segunda-feira".
      [weekdayName(index + 1, say).split('-')[0] ?? '', name],
      [shortWeekdayName(index + 1, say), name],
    ]),
    ...hours.map((hour): Phrase => [form.daysAt('', '', hour).replaceAll(/^[\p{P}\s]+|\s+$/gu, ''), 'at']),
  ];
}

/** As whole words, but in Chinese, which sets no blanks, and where the blank is part of it: Arabic joins "and" to the next word. */
function bounded(said: string): string {
  const escaped = said.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  if (/\p{Script=Han}/u.test(said)) return escaped;
  return `${/^\s/u.test(said) ? '' : '(?<![\\p{L}\\d])'}${escaped}${/^\s/u.test(said) ? '' : '(?![\\p{L}\\d])'}`;
}

function alike(text: string): string {
  return text.replaceAll(/[\u2019\u02BC]/gu, "'").toLowerCase();
}
