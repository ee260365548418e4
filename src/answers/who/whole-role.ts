import { isNameWord, isRoleNoun } from '../../actors/name-words.ts';
import { findCountry } from '../../text/countries.ts';
import { isCalendarWord } from '../../text/dates-words.ts';
import { baseLanguage, fold, termOf } from '../../text/terms.ts';

/** Articles and prepositions, behind which a phrase begins. */
const phraseOpeners = new Set(
  `a an the of with by against for from on between under including der die das den dem des ein eine einen einem einer von vom mit gegen
  für durch bei um`.split(/\s+/u),
);
const mostWords = 8;
const owning = /['’]s?$/u;
/** The last word of a text that ends in a blank; an abbreviation in brackets may follow it. */
const lastWord = /(?:^|[\s"“„(—–])([\p{L}\p{N}][\p{L}\p{N}'’.&-]*)(?: \(\p{Lu}[\p{L}\p{N}-]*\))? $/u;

/**
 * A role as its sentence has it, with the words before it that say of what and of which kind: "head" in "Spanish Football Federation (RFEF)
 * head Jane Doe", "activist" in "Swedish environmental activist Jane Doe", "president" in "Norland's president Jane Doe".
 * German attributes are left out, since their endings go with their article.
 */
export function wholeRole(role: string, sentence: string, language: string): string {
  const at = sentence.indexOf(role);
  const isWord = /^$|[^\p{L}\p{N}-]$/u.test(sentence.slice(0, at));
  return at < 0 || !isWord ? role : sentence.slice(startOfPhrase(sentence, at, language), at) + role;
}

/** Where the phrase begins of which a role is the end: behind an article or a preposition, at an owner, a nationality or a name. */
function startOfPhrase(sentence: string, at: number, language: string): number {
  let [start, names] = [at, at];
  for (let count = 0; count < mostWords; count++) {
    const before = sentence.slice(0, start);
    const [, word] = lastWord.exec(before) ?? [];
    if (word === undefined || isCalendarWord(fold(word.replace(owning, '')))) return names;
    // Behind these stands nothing but attributes, if no name is among them that may be a subject: "in Vestby told Minister Doe".
    const isPlain = names === start || !hasName(sentence, start, at);
    if (phraseOpeners.has(fold(word)))
      return isPlain && !(baseLanguage(language) === 'de' && /^\p{Ll}/u.test(sentence.slice(start))) ? start : names;
    const from = before.lastIndexOf(word);
    if (/^\p{Lu}/u.test(word)) {
      if (owning.test(word)) return isPlain ? from : names;
      // The first word of a sentence is capitalized, whatever it is.
      const isName = from > 0 || /\p{Lu}$/u.test(word) || namesState(word, sentence.slice(start), language);
      if (isName && (names === start || isNationality(word, language))) names = from;
    } else if (isNameWord('role-modifier', word) || isNameWord('former', word)) {
      if (names === start) names = from;
    } else if (!isJoined(word, before.slice(0, from)) && termOf(word, language) === undefined)
      return word === 'and' || word === 'und' ? at : names;
    start = from;
  }
  return names;
}

function hasName(sentence: string, from: number, to: number): boolean {
  return /(?<!\p{L})\p{Lu}/u.test(sentence.slice(from, to));
}

/** "Norland", "Norlands" and the "South" of "South Korean". */
function namesState(word: string, behind: string, language: string): boolean {
  const [next = ''] = behind.split(' ', 1);
  const names = [word, word.replace(/s$/u, ''), `${word} ${next}`];
  return isNationality(word, language) || names.some((name) => findCountry(name, language) !== undefined);
}

function isNationality(word: string, language: string): boolean {
  return word.split('-').every((part) => findCountry(part, language)?.by === 'demonym');
}

/** The "and" of "actress and singer". */
function isJoined(word: string, before: string): boolean {
  return (word === 'and' || word === 'und') && isRoleNoun(fold(lastWord.exec(before)?.[1] ?? ''));
}
