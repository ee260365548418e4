import { wordsOf } from '../../text/terms.ts';
import { contentOf, type Line } from '../lines.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';

/** What stands before a deed that was wished for, feared or wondered about, but is not told as done. */
const wished =
  /\b(?:demand\w*|request\w*|call\w* (?:on|for)|urg\w+|appeal\w* (?:to|for)|want\w*|hop(?:e|es|ed|ing)|seek\w*|sought|push\w* for|fear\w*|if|whether|threat\w*|prevent\w*|secure|could|may|might|would|should)\b[^.;]{0,40}$/iu;
const wishedInGerman =
  /(?<![\p{L}])(?:forder\w*|verlang\w*|bitte\w*|will|wollen|hoff\w*|ob|falls|droh\w*|könnte\w*|sollte\w*|würde\w*)(?![\p{L}])[^.;]{0,60}$/iu;

const declined = /\b(?:(?:will|would|did|does|has|had|is|was|were) not|refus\w+ to|declin\w+ to|never) (?:be )?$/iu;

/** Whether a line tells a deed as done, or either way: "she resigned", "she will not resign", not "they demanded that she resign". */
export function tellsDeed(
  deed: WantedTerm,
  { sentence: { text }, article: { language } }: Line,
  strengthIn: TermMatcher,
  isEither: boolean,
): boolean {
  return wordsOf(text, language).some((word) => {
    if (strengthIn(deed, contentOf([word], language)) === 0) return false;
    if (word.start > 0 && /^\p{Lu}/u.test(word.text) && !language.startsWith('de')) return false;
    const before = text.slice(0, word.start);
    // What somebody would not do is told as not done.
    if (declined.test(before)) return isEither;
    return !wished.test(before) && !wishedInGerman.test(before);
  });
}
