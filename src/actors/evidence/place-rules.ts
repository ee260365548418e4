import { findCountry } from '../../text/countries.ts';
import { isGivenName, isNameWord, isRoleNoun } from '../name-words.ts';
import { isDefinedAs, keepsCapitals, type Rule, type RunInText } from './run-in-text.ts';

/** Prepositions before a place, with what they weigh. */
const placePrepositions: Readonly<Record<string, number>> = {
  in: 2,
  near: 2,
  at: 0.8,
  from: 1,
  to: 0.4,
  across: 2,
  throughout: 2,
  outside: 1.5,
  into: 0.8,
  around: 0.8,
  toward: 0.5,
  towards: 0.5,
  inside: 1,
  nach: 1.5,
  aus: 1.5,
  bei: 0.8,
  nahe: 2,
  en: 1,
  à: 1,
  em: 1,
};

const preposition = ({ before, determiner }: RunInText) =>
  (placePrepositions[before ?? ''] ?? 0) * (determiner === undefined ? 1 : 0.5);
/** "The mayor of Estby", "die Außenministerin von Norland". */
const governsPlace = (word: string) =>
  isNameWord('governs-place', word) || /(?:minister|prasident|burgermeister)(?:in)?$/.test(word);
const directions = /^(?:north|south|east|west)(?:east|west)?$/;

export const placeRules: readonly Rule[] = [
  [5, ({ country }) => country?.by === 'name'],
  [3.5, ({ country }) => country?.by === 'capital'],
  [3.5, ({ folded }) => isNameWord('place', folded)],
  [3.5, ({ words, head }) => words.length > 1 && isNameWord('place-head', head)],
  [
    3,
    ({ words, foldedWords }) =>
      words.length > 2 && isNameWord('place-head', foldedWords[0] ?? '') && foldedWords[1] === 'of',
  ],
  [1.5, ({ words, foldedWords }) => words.length > 1 && isNameWord('place-opener', foldedWords[0] ?? '')],
  [0.4, (run) => preposition(run) >= 0.4],
  [0.6, (run) => preposition(run) >= 1],
  [1, (run) => preposition(run) >= 2],
  // In Spanish and Russian texts three of four such names are places; persons are mostly named in full first.
  [0.8, ({ isLone, isForeign }) => isLone && !isForeign],
  [
    2.5,
    ({ before, beforeThat, determiner }) =>
      before === 'of' && !determiner && isNameWord('place-noun', beforeThat ?? ''),
  ],
  [2.5, ({ before, beforeThat, determiner }) => before === 'of' && !determiner && directions.test(beforeThat ?? '')],
  [
    2.5,
    ({ before, beforeThat, determiner }) =>
      /^(?:of|von)$/.test(before ?? '') && !determiner && governsPlace(beforeThat ?? ''),
  ],
  [2, ({ before, determiner }) => !determiner && before !== undefined && isNameWord('place-noun', before)],
  [1.5, ({ next }) => next !== undefined && isNameWord('place-noun', next)],
  [2.5, (run) => run.gapAfter === ', ' && opensPlace(run)],
  [3, (run) => isDefinedAs(run, (word) => isNameWord('place-noun', word))],
];

/** "Sandy Hook, Maryland": the name is followed by a larger place. */
function opensPlace({ after: [first, second], language }: RunInText): boolean {
  if (!first?.capital) return false;
  const pair = second?.gap === ' ' && second.capital ? `${first.text} ${second.text}` : first.text;
  return [first.text, pair].some(
    (name) => isNameWord('place', name.toLowerCase()) || findCountry(name, language)?.by === 'name',
  );
}

/** Evidence for an event, a work, a people or a thing instead of an actor. */
export const otherRules: readonly Rule[] = [
  [6, ({ country }) => country?.by === 'demonym'],
  [6, ({ foldedWords }) => foldedWords.every((word) => isNameWord('people', word))],
  [
    4,
    ({ words }) =>
      words.length > 1 && /^(?:Eastern|Western)$|(?:Asian|African|European|American)$/.test(words.at(-1) ?? ''),
  ],
  [4, isPairing],
  [5, ({ text }) => isNameWord('acronym', text)],
  [
    4.5,
    ({ words, foldedWords, head }) =>
      isNameWord('other-head', head) || (words.length > 2 && isNameWord('other-head', foldedWords[0] ?? '')),
  ],
  [3, ({ words, last }) => words.length > 1 && /^\d/.test(last.text)],
  [3, ({ words }) => /^\p{Lu}{1,3}-?\d{1,3}\p{Lu}?$/u.test(words[0] ?? '')],
  [5, ({ words }) => words.length > 1 && isNameWord('ship', words[0] ?? '')],
  [3, ({ before, determiner }) => !determiner && before !== undefined && isNameWord('work-noun', before)],
  [
    1,
    ({ words, language, first, isLone }) => words.length === 1 && keepsCapitals(language) && !first.acronym && !isLone,
  ],
  // Latin letters with letters of a script without capitals: two words without a space.
  [6, ({ text }) => /\p{Lo}/u.test(text)],
  [6, ({ words, language }) => keepsCapitals(language) && words.every((word) => /^[IVXLC]+$/.test(word))],
  [3, ({ next }) => isNameWord('after-other', next ?? '')],
  [4, ({ inTitle }) => inTitle],
  [3, (run) => isDefinedAs(run, (word) => isNameWord('work-noun', word))],
];

/** "Israel-Hamas", "Israeli-Jordanian": two actors' relation, not one actor. */
function isPairing({ words, text, language }: RunInText): boolean {
  const [first = '', second] = text.split('-');
  return (
    words.length === 1 && second !== undefined && /^\p{Lu}/u.test(second) && findCountry(first, language) !== undefined
  );
}

/** "Museo de Historia Natural": what has "of" in it and no given name before is called after something. */
const isOfSomething = ({ foldedWords, language }: RunInText) =>
  keepsCapitals(language) &&
  !isGivenName(foldedWords[0]) &&
  foldedWords.slice(1, -1).some((word) => isNameWord('of', word));
const isPair = ({ words }: RunInText) => words.length > 1;

export const personRules: readonly Rule[] = [
  [-2, isOfSomething],
  [0.9, ({ words }) => words.length === 2 || words.length === 3],
  [4, ({ run }) => run.afterTitle],
  [
    3,
    ({ run, before, determiner }) =>
      !run.afterTitle && !determiner && before !== undefined && (isRoleNoun(before) || isNameWord('address', before)),
  ],
  [3, (run) => isPair(run) && isGivenName(run.foldedWords[0])],
  [1.2, (run) => !isPair(run) && isGivenName(run.foldedWords[0])],
  [
    1.5,
    (run) =>
      isPair(run) && !isGivenName(run.foldedWords[0]) && isNameWord('leading-family-name', run.foldedWords[0] ?? ''),
  ],
  [2, ({ words }) => words.length > 1 && /^\p{Lu}\.$/u.test(words[0] ?? '')],
  [3, ({ words }) => words.slice(1, -1).some((word) => /^\p{Lu}\.?$/u.test(word))],
  [2, ({ words }) => words.length > 1 && /^(?:[JS]r\.?|I{2,3}|IV|V)$/.test(words.at(-1) ?? '')],
  [1.5, ({ foldedWords }) => foldedWords.slice(1, -1).some((word) => isNameWord('name-particle', word))],
  [-2.5, ({ determiner, foldedWords }) => determiner !== undefined || foldedWords[0] === 'the'],
  [0.7, ({ before }) => before === 'by' || before === 'von'],
  [1.5, ({ next }) => next !== undefined && isNameWord('person-verb', next)],
  [1, ({ before, determiner }) => !determiner && before !== undefined && isNameWord('person-verb', before)],
  [1.5, ({ after, gapAfter }) => after[0]?.folded === 'who' && (gapAfter === ' ' || gapAfter === ', ')],
  [1.5, ({ after, gapAfter }) => gapAfter === ' (' && /^(?:born|geboren|\d{4}$)/.test(after[0]?.text ?? '')],
  [2, ({ after, gapAfter }) => gapAfter === ', ' && /^\d{2}$/.test(after[0]?.text ?? '')],
  [2.5, (run) => isDefinedAs(run, isRoleNoun)],
  [-5, ({ run, foldedWords }) => !run.afterTitle && isNameWord('never-surname', foldedWords.at(-1) ?? '')],
];
