import { isNameWord } from '../name-words.ts';
import type { RunInText } from './run-in-text.ts';

const copulas = new Set(['is', 'was', 'are', 'were', 'ist', 'war', 'sind', 'waren', 'became', 'wurde']);
const articles = new Set(['a', 'an', 'the', 'one', 'ein', 'eine', 'der', 'die', 'das']);

/** Whether the text says what the name is: "Aisby is a small village". The defining noun ends the phrase, so commas and "of" end the search. */
export function isDefinedAs({ after, gapAfter }: RunInText, fits: (word: string) => boolean): boolean {
  const verb = gapAfter.includes('(') ? -1 : after.findIndex(({ folded }) => copulas.has(folded));
  if (verb !== 0 || !articles.has(after[1]?.folded ?? '')) return false;
  const phrase = after.slice(2);
  const end = phrase.findIndex(({ gap, folded }) => gap !== ' ' || isNameWord('defining-end', folded));
  const nouns = end < 0 ? phrase : phrase.slice(0, Math.max(end, 1));
  return nouns.slice(-2).some(({ folded }) => fits(folded));
}
