import { isGivenName, isNameWord, isRoleNoun } from '../name-words.ts';
import { isDefinedAs } from './definition.ts';
import type { Rule } from './evidence.ts';
import { keepsCapitals, type RunInText } from './run-in-text.ts';

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
