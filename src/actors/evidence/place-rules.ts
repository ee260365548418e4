import { findCountry } from '../../text/countries.ts';
import { placeNouns, placePrepositions } from '../lists/context.ts';
import { knownPlaces, placeHeads, placeOpeners } from '../lists/places.ts';
import { isDefinedAs } from './definition.ts';
import type { Rule } from './evidence.ts';
import type { RunInText } from './run-in-text.ts';

const preposition = ({ before, determiner }: RunInText) =>
  (placePrepositions[before ?? ''] ?? 0) * (determiner === undefined ? 1 : 0.5);
/** "The mayor of Estby", "die Außenministerin von Norland": nouns that take a place. */
const governedPlace =
  /(?:^(?:mayor|governor|council|residents|inhabitants|people|citizens|population|outskirts|streets|center|centre|bishop|archbishop|king|queen|duke|einwohner|bewohner|konig|konigin)|minister|ministerin|prasident|prasidentin|burgermeister|burgermeisterin)$/;
const directions = /^(?:north|south|east|west)(?:east|west)?$/;

export const placeRules: readonly Rule[] = [
  [5, ({ country }) => country?.by === 'name'],
  [3.5, ({ country }) => country?.by === 'capital'],
  [3.5, ({ folded }) => knownPlaces.has(folded)],
  [3.5, ({ words, head }) => words.length > 1 && placeHeads.has(head)],
  [3, ({ words, foldedWords }) => words.length > 2 && placeHeads.has(foldedWords[0] ?? '') && foldedWords[1] === 'of'],
  [1.5, ({ words, foldedWords }) => words.length > 1 && placeOpeners.has(foldedWords[0] ?? '')],
  [0.4, (run) => preposition(run) >= 0.4],
  [0.6, (run) => preposition(run) >= 1],
  [1, (run) => preposition(run) >= 2],
  // In Spanish and Russian texts three of four such names are places; persons are mostly named in full first.
  [0.8, ({ isLone, isForeign }) => isLone && !isForeign],
  [2.5, ({ before, beforeThat, determiner }) => before === 'of' && !determiner && placeNouns.has(beforeThat ?? '')],
  [2.5, ({ before, beforeThat, determiner }) => before === 'of' && !determiner && directions.test(beforeThat ?? '')],
  [
    2.5,
    ({ before, beforeThat, determiner }) =>
      /^(?:of|von)$/.test(before ?? '') && !determiner && governedPlace.test(beforeThat ?? ''),
  ],
  [2, ({ before, determiner }) => !determiner && before !== undefined && placeNouns.has(before)],
  [1.5, ({ next }) => next !== undefined && placeNouns.has(next)],
  [2.5, (run) => run.gapAfter === ', ' && opensPlace(run)],
  [3, (run) => isDefinedAs(run, (word) => placeNouns.has(word))],
];

/** "Sandy Hook, Maryland": the name is followed by a larger place. */
function opensPlace({ after: [first, second], language }: RunInText): boolean {
  if (!first?.capital) return false;
  const pair = second?.gap === ' ' && second.capital ? `${first.text} ${second.text}` : first.text;
  return [first.text, pair].some(
    (name) => knownPlaces.has(name.toLowerCase()) || findCountry(name, language)?.by === 'name',
  );
}
