import { numberValue } from '../text/numbers.ts';
import { isA } from './lexicon.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** A text with its verbs and names, as guessed from form and position. */
export interface ParsedText extends ReadText {
  readonly verbs: ReadonlySet<ReadWord>;
  readonly names: ReadonlySet<ReadWord>;
}

const longestPhrase = 8;
const adjective = /(?:e|en|er|es|em)$/;

/** The content words that are not behind a preposition: possible agents and patients. */
export function coreArguments(words: readonly ReadWord[], read: ParsedText): readonly ReadWord[] {
  return words.filter((word, at) => {
    if (
      word.term === undefined ||
      isNumber(word, read.language) ||
      isA('count-before', word.key, read.language) ||
      isA('unit', word.key, read.language) ||
      isA('preposition', word.key, read.language)
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
  const next = words[at + 1];
  const isActing = next !== undefined && (read.verbs.has(next) || isA('be', next.key, read.language));
  let endsList = false;
  for (let back = at - 1; back >= Math.max(0, at - longestPhrase); back -= 1) {
    const [earlier, later] = [words[back], words[back + 1]];
    if (!earlier || !later || read.verbs.has(earlier)) return false;
    const between = read.text.slice(earlier.end, later.start);
    // "With Roe, Doe and Falk": a comma between names only lists them, unless they act: "In Vestby, Doe and Falk met".
    const isListed = endsList && between === ', ' && read.names.has(earlier) && read.names.has(later);
    if (/[,;()]/.test(between) && !isListed) return false;
    if (isA('and', earlier.key, read.language)) endsList = !isActing;
    if (isA('count-before', earlier.key, read.language)) continue;
    const found = read.language === 'de' ? germanEdge(words, back, at, read) : englishEdge(words, back);
    if (found !== undefined) return found;
    // "Between Norland and Osland": neither acts.
    const joinsNames = isA('and', earlier.key, read.language) && later.isCapital && words[back - 1]?.isCapital === true;
    if (earlier.term === undefined && !isNumber(earlier, read.language) && !joinsNames) return false;
  }
  return false;
}

/** Whether a word ends the phrase as a preposition; undefined if the phrase continues. */
function englishEdge(words: readonly ReadWord[], back: number): boolean | undefined {
  const key = words[back]?.key;
  // "Around 300 hectares" is no place.
  if (isA('preposition', key, 'en')) return !isQuantity(words, back, 'en');
  return isA('determiner', key, 'en') ? isA('preposition', words[back - 1]?.key, 'en') : undefined;
}

function germanEdge(words: readonly ReadWord[], back: number, at: number, { names }: ParsedText): boolean | undefined {
  const [earlier, later, before] = [words[back], words[back + 1], words[back - 1]];
  if (!earlier || !later) return false;
  const { key } = earlier;
  // "Den für Montag geplanten Streik": the phrase begins before the preposition.
  if (isA('preposition', key, 'de')) {
    const hasBegun = back < at - 2 && words[at - 1]?.isCapital === false && isA('determiner', before?.key, 'de');
    return !isQuantity(words, back, 'de') && !hasBegun;
  }
  // "Im Januar Risse": a noun after a noun begins another phrase, a name does not.
  if (
    earlier.isCapital &&
    back === at - 1 &&
    (!(names.has(later) && (names.has(earlier) || isOffice(earlier))) || isA('no-name', key, 'de'))
  )
    return false;
  if (/^(?:des|der)$/.test(key) && before?.isCapital) return true;
  if (isA('determiner', key, 'de'))
    return before !== undefined && isA('preposition', before.key, 'de') && !isRelative(words, back);
  return earlier.isCapital || adjective.test(key) || isNumber(earlier, 'de') ? undefined : false;
}

/** "Bei Bürgermeisterin Falkner". */
function isOffice({ key }: ReadWord): boolean {
  return isA('office', key, 'de') || /(?:minister|chef|sprecher|leiter|fuhrer|trager)(?:in|s)?$/.test(key);
}

function isQuantity(words: readonly ReadWord[], at: number, language: string): boolean {
  const next = words[at + 1];
  return isA('about', words[at]?.key, language) && next !== undefined && isNumber(next, language);
}

/** ", bei dem drei Menschen starben": the preposition belongs to the relative pronoun. */
function isRelative(words: readonly ReadWord[], at: number): boolean {
  const [earlier, before, later] = [words[at - 2], words[at - 1], words[at + 1]];
  const opensClause = earlier !== undefined && earlier.clause !== before?.clause;
  return opensClause && later !== undefined && (isNumber(later, 'de') || isA('determiner', later.key, 'de'));
}
