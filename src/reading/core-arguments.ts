import { numberValue } from '../text/numbers.ts';
import { fold } from '../text/terms.ts';
import { measures } from './number-words.ts';
import { commonCapitals, offices } from './office-words.ts';
import { determiner, prepositions } from './phrase-words.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** A text with its verbs and names, as guessed from form and position. */
export interface ParsedText extends ReadText {
  readonly verbs: ReadonlySet<ReadWord>;
  readonly names: ReadonlySet<ReadWord>;
}

const longestPhrase = 8;
const quantifying = /^(?:around|about|over|under|up|uber|unter|bis|um|gegen|an|nearly)$/;
/** Words that may come between a preposition and its number. */
const counting = /^(?:least|most|more|than|mindestens|hochstens|etwa|rund|fast|knapp|mehr|weniger|als)$/;
const adjective = /(?:e|en|er|es|em)$/;

/** The content words that are not behind a preposition: possible agents and patients. */
export function coreArguments(words: readonly ReadWord[], read: ParsedText): readonly ReadWord[] {
  return words.filter((word, at) => {
    if (
      word.term === undefined ||
      isNumber(word, read.language) ||
      counting.test(word.key) ||
      measures.has(word.key) ||
      prepositions.test(fold(word.text))
    )
      return false;
    // "Chad's court": the court acts.
    if (read.language !== 'de' && /['’]s$/.test(word.text) && words[at + 1]?.term !== undefined) return false;
    return !(read.language === 'de' && !word.isCapital) && !isBehindPreposition(words, at, read);
  });
}

function isNumber({ key }: ReadWord, language: string): boolean {
  return /^\p{N}/u.test(key) || numberValue(key, language) !== undefined;
}

/** Goes back through the noun phrase to its governor. */
function isBehindPreposition(words: readonly ReadWord[], at: number, read: ParsedText): boolean {
  for (let back = at - 1; back >= Math.max(0, at - longestPhrase); back -= 1) {
    const [earlier, later] = [words[back], words[back + 1]];
    if (!earlier || !later || read.verbs.has(earlier) || /[,;()]/.test(read.text.slice(earlier.end, later.start)))
      return false;
    if (counting.test(earlier.key)) continue;
    const found = read.language === 'de' ? germanEdge(words, back, at, read) : englishEdge(words, back);
    if (found !== undefined) return found;
    if (earlier.term === undefined && !isNumber(earlier, read.language)) return false;
  }
  return false;
}

/** Whether a word ends the phrase as a preposition; undefined if the phrase continues. */
function englishEdge(words: readonly ReadWord[], back: number): boolean | undefined {
  const key = fold(words[back]?.text ?? '');
  // "Around 300 hectares" is no place.
  if (prepositions.test(key)) return !isQuantity(words, back, 'en');
  return determiner.test(key) ? prepositions.test(fold(words[back - 1]?.text ?? '')) : undefined;
}

function germanEdge(words: readonly ReadWord[], back: number, at: number, { names }: ParsedText): boolean | undefined {
  const [earlier, later, before] = [words[back], words[back + 1], words[back - 1]];
  if (!earlier || !later) return false;
  const key = fold(earlier.text);
  // "Den für Montag geplanten Streik": the phrase begins before the preposition.
  if (prepositions.test(key)) {
    const hasBegun = back < at - 2 && words[at - 1]?.isCapital === false && determiner.test(before?.key ?? '');
    return !isQuantity(words, back, 'de') && !hasBegun;
  }
  // "Im Januar Risse": a noun after a noun begins another phrase, a name does not.
  if (
    earlier.isCapital &&
    back === at - 1 &&
    (!(names.has(later) && (names.has(earlier) || isOffice(earlier))) || commonCapitals.has(key))
  )
    return false;
  if (/^(?:des|der)$/.test(key) && before?.isCapital) return true;
  if (determiner.test(key))
    return before !== undefined && prepositions.test(fold(before.text)) && !isRelative(words, back);
  return earlier.isCapital || adjective.test(key) || isNumber(earlier, 'de') ? undefined : false;
}

/** "Bei Bürgermeisterin Falkner". */
function isOffice({ key }: ReadWord): boolean {
  return offices.has(key) || /(?:minister|chef|sprecher|leiter|fuhrer|trager)(?:in|s)?$/.test(key);
}

function isQuantity(words: readonly ReadWord[], at: number, language: string): boolean {
  const next = words[at + 1];
  return quantifying.test(fold(words[at]?.text ?? '')) && next !== undefined && isNumber(next, language);
}

/** ", bei dem drei Menschen starben": the preposition belongs to the relative pronoun. */
function isRelative(words: readonly ReadWord[], at: number): boolean {
  const [earlier, before, later] = [words[at - 2], words[at - 1], words[at + 1]];
  const opensClause = earlier !== undefined && earlier.clause !== before?.clause;
  return opensClause && later !== undefined && (isNumber(later, 'de') || determiner.test(later.key));
}
