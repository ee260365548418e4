import { wordsOf } from '../../text/terms.ts';
import { type ArticleSentence, contentOf } from '../article-sentences.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';

/** What precedes an action that is wished for, feared or in question, but not stated as done. */
const wished =
  /\b(?:demand\w*|request\w*|call\w* (?:on|for)|urg\w+|appeal\w* (?:to|for)|want\w*|hop(?:e|es|ed|ing)|seek\w*|sought|push\w* for|fear\w*|if|whether|threat\w*|prevent\w*|secure|could|may|might|would|should)\b[^.;]{0,40}$/iu;
const wishedInGerman =
  /(?<![\p{L}])(?:forder\w*|verlang\w*|bitte\w*|will|wollen|hoff\w*|ob|falls|droh\w*|könnte\w*|sollte\w*|würde\w*)(?![\p{L}])[^.;]{0,60}$/iu;

const declined = /\b(?:(?:will|would|did|does|has|had|is|was|were) not|refus\w+ to|declin\w+ to|never) (?:be )?$/iu;

/** Whether a sentence states an action as done or not done: "she resigned", "she will not resign", not "they demanded that she resign". */
export function statesAsDone(
  action: WantedTerm,
  { sentence: { text }, article: { language } }: ArticleSentence,
  strengthIn: TermMatcher,
  isEither: boolean,
): boolean {
  return wordsOf(text, language).some((word) => {
    if (strengthIn(action, contentOf([word], language)) === 0) return false;
    if (word.start > 0 && /^\p{Lu}/u.test(word.text) && !language.startsWith('de')) return false;
    const before = text.slice(0, word.start);
    // A refusal states that it was not done.
    if (declined.test(before)) return isEither;
    return !wished.test(before) && !wishedInGerman.test(before);
  });
}
