import { isA } from '../../reading/lexicon.ts';
import type { ReadText, ReadWord } from '../../reading/read-text.ts';
import { isSameWord } from '../../reading/same-word.ts';
import { calendarNames } from '../../text/calendar-names.ts';
import type { GateCase, Objection } from './gate-case.ts';

/** A clause with its place words, those after "in", "at" or "near". */
interface PlacedClause {
  readonly words: readonly ReadWord[];
  readonly places: readonly ReadWord[];
  readonly language: string;
}

/** Words of a place phrase, up to its noun. */
const longestPhrase = 3;

/** An event must stay in its place: a clause may not take a place from another clause if its source has its own. */
export function checkPlaces({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const cited = evidence.flatMap(clausesOf);
  for (const clause of clausesOf(statement)) {
    const source = closest(clause, cited);
    if (!source) continue;
    const own = source.places.filter((place) => !has(clause, place));
    const moved = clause.places.find(
      (place) =>
        !has(source, place) &&
        cited.some((other) => has(other, place)) &&
        own.some(({ isCapital }) => isCapital === place.isCapital),
    );
    const time = timesOf(clause).find(
      ({ kind, key }) =>
        timesOf(source).some((other) => other.kind === kind) && !timesOf(source).some((other) => other.key === key),
    );
    if (time) return { reason: 'date', detail: `"${time.key}" is when something else happened` };
    if (moved) return { reason: 'actors', detail: `"${moved.text}" is where something else happened` };
  }
  return undefined;
}

function clausesOf({ words, language }: ReadText): readonly PlacedClause[] {
  return [...Map.groupBy(words, ({ clause }) => clause).values()].map((own) => ({
    words: own,
    places: own.flatMap((word, at) => (isA('where', word.key, language) ? (placeFrom(own, at, language) ?? []) : [])),
    language,
  }));
}

/** A capitalized word or, in English, the last noun of the phrase; not a date. */
function placeFrom(words: readonly ReadWord[], at: number, language: string): ReadWord | undefined {
  const phrase = words.slice(at + 1, at + 1 + longestPhrase).filter(({ term }) => term !== undefined);
  const place = phrase.find(({ isCapital }) => isCapital) ?? phrase.at(-1);
  return place &&
    !isA('no-name', place.key, language) &&
    !isA('light', place.key, language) &&
    !/^\p{N}|(?:day|tag|abend|nacht)s?$/u.test(place.key)
    ? place
    : undefined;
}

/** The months and days of the week that a clause names. */
function timesOf({ words, language }: PlacedClause): readonly { readonly kind: string; readonly key: string }[] {
  const { months, weekdays } = calendarNames(language);
  return words.flatMap(({ key, isCapital }) => {
    const kind = months.has(key) ? 'month' : weekdays.has(key) ? 'day' : undefined;
    return isCapital && kind !== undefined ? [{ kind, key }] : [];
  });
}

/** The source clause with most of the clause's words, places excluded. */
function closest(clause: PlacedClause, cited: readonly PlacedClause[]): PlacedClause | undefined {
  const own = clause.words.filter((word) => word.term !== undefined && !clause.places.includes(word));
  const shared = (other: PlacedClause) => own.filter((word) => has(other, word)).length;
  const best = cited.toSorted((a, b) => shared(b) - shared(a))[0];
  return best && shared(best) > 0 ? best : undefined;
}

function has({ words, language }: PlacedClause, word: ReadWord): boolean {
  return words.some((other) => isSameWord(other, word, language));
}
