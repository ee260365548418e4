import { findCountry } from '../../text/countries.ts';
import { isNameWord } from '../name-words.ts';
import { isDefinedAs } from './definition.ts';
import type { Rule } from './evidence.ts';
import { keepsCapitals, type RunInText } from './run-in-text.ts';

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
