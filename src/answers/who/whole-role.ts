import { isNameWord, isRoleNoun } from '../../actors/name-words.ts';
import { isVerb } from '../../reading/find-verbs.ts';
import { type ReadText, readText } from '../../reading/read-text.ts';
import { findCountry } from '../../text/countries.ts';
import { isCalendarWord } from '../../text/dates-words.ts';
import { baseLanguage, fold, termOf } from '../../text/terms.ts';

/** A role in all its words, and whether they say that it is over. */
export interface WholeRole {
  readonly text: string;
  readonly former: boolean;
}

const mostWords = 8;
const owning = /['’]s?$/u;
/** The last word of a text that ends in a blank; an abbreviation in brackets may follow it. */
const lastWord = /(?:^|[\s"“„(—–])([\p{L}\p{N}][\p{L}\p{N}'’.&-]*)(?: \(\p{Lu}[\p{L}\p{N}-]*\))? $/u;

/**
 * A role as its sentence has it, with the words before it that say of what and of which kind: "head" in "Spanish Football Federation (RFEF)
 * head Jane Doe", "activist" in "Swedish environmental activist Jane Doe", "president" in "Norland's president Jane Doe". Of several such
 * roles in the sentence it is the one nearest to one of `names`. German attributes are left out, since their endings go with their article.
 */
export function wholeRole(
  role: string,
  sentence: string,
  { language, names = [] }: { readonly language: string; readonly names?: readonly string[] },
): WholeRole {
  const at = placeOf(role, sentence, names);
  if (at < 0) return { text: role, former: false };
  const from = startOfPhrase(readPhrase(sentence, language), at);
  const words = sentence.slice(from, at).split(' ');
  const isOver = (word: string) => isNameWord('former', fold(word));
  const text = sentence.slice(from, at) + role;
  return { text: withoutKnownOwner(text, sentence.slice(0, from)), former: words.some(isOver) };
}

/** Where a role stands as a phrase of its own, nearest to a name; -1 if nowhere. */
function placeOf(role: string, sentence: string, names: readonly string[]): number {
  const places: number[] = [];
  for (let at = sentence.indexOf(role); at >= 0; at = sentence.indexOf(role, at + 1))
    if (/^$|[^\p{L}\p{N}-]$/u.test(sentence.slice(0, at))) places.push(at);
  const spans = names.flatMap((name) => {
    const at = sentence.indexOf(name);
    return at < 0 ? [] : [{ start: at, end: at + name.length }];
  });
  const distance = (at: number) =>
    Math.min(...spans.map(({ start, end }) => (at < start ? start - at - role.length : Math.abs(at - end))));
  return places.toSorted((a, b) => distance(a) - distance(b))[0] ?? -1;
}

interface Phrase {
  readonly sentence: string;
  readonly language: string;
  /** Where the words begin that are verbs here. */
  readonly verbs: ReadonlySet<number>;
}

function readPhrase(sentence: string, language: string): Phrase {
  const text: ReadText = readText(sentence, language);
  const isSame = text.text.length === sentence.length;
  const verbs = text.words.flatMap(({ start }, at) => (isSame && isVerb(text, at) ? start : []));
  return { sentence, language, verbs: new Set(verbs) };
}

/**
 * Where the phrase begins of which a role is the end: behind a verb, an article, a preposition or a comma, at an owner, a nationality or a
 * name. Where a subject may stand among its words, at the last of them that must belong to it.
 */
function startOfPhrase({ sentence, language, verbs }: Phrase, at: number): number {
  let [start, names] = [at, at];
  const isGerman = baseLanguage(language) === 'de';
  for (let count = 0; count < mostWords; count++) {
    const before = sentence.slice(0, start);
    const [, word] = lastWord.exec(before) ?? [];
    const isPlain = names === start || !hasName(sentence, start, at);
    const whole = isPlain && !(isGerman && /^\p{Ll}/u.test(sentence.slice(start))) ? start : names;
    if (word === undefined) return isGerman ? names : whole;
    const folded = fold(word.replace(owning, ''));
    if (isCalendarWord(folded)) return names;
    const from = before.lastIndexOf(word);
    if (isNameWord('former', folded)) return from;
    const follows = sentence.slice(start);
    if (verbs.has(from) && !isAttribute(before.slice(0, from))) return whole;
    if (mayBeVerb(word, follows)) return names;
    if (/^\p{Lu}/u.test(word)) {
      if (owning.test(word)) return isPlain ? startOfName(sentence, from, language) : names;
      // The first word of a sentence is capitalized, whatever it is.
      const isName = from > 0 || /\p{Lu}$/u.test(word) || namesState(word, follows, language);
      const isOpener = isNameWord('opener-en', folded) && !isNameWord('role-modifier', folded);
      if (!isName && (isOpener || /ly$/u.test(word) || isGerman)) return names;
      if (isName && (names === start || isNationality(word, language))) names = from;
    } else if (isNameWord('role-modifier', word)) {
      if (names === start) names = from;
    } else if (word === 'and' || word === 'und') {
      if (!isRoleNoun(fold(lastWord.exec(before.slice(0, from))?.[1] ?? ''))) return names < at ? at : whole;
    } else if (/^(?:a|an|eine?)$/u.test(word) && /^\p{Ll}+ \p{Lu}/u.test(follows)) {
      // No article stands before a title: "a move CEO Jane Doe called wrong".
      return names;
    } else if (termOf(word, language) === undefined) {
      return whole;
    }
    start = from;
  }
  return names;
}

/** "Accuses opposition leader Doe", "involving Norland striker Doe"; "sports minister" and "sporting director" are none. */
function mayBeVerb(word: string, follows: string): boolean {
  if (isNameWord('role-modifier', word)) return false;
  return /^\p{Ll}+[^s'’]s$/u.test(word) || (/^\p{Ll}+ing$/u.test(word) && /^\p{Lu}/u.test(follows));
}

/** "The newly appointed director": a participle before a noun. */
function isAttribute(before: string): boolean {
  const words = before.trimEnd().split(' ');
  while (/\p{L}ly$/u.test(words.at(-1) ?? '')) words.pop();
  return /^(?:the|an?|of|with|by|for|from|its|their|his|her|\p{L}+['’]s?)$/iu.test(words.at(-1) ?? '');
}

/** "Burkina Faso's": an owner of several words. */
function startOfName(sentence: string, at: number, language: string): number {
  let start = at;
  for (;;) {
    const [, word = ''] = lastWord.exec(sentence.slice(0, start)) ?? [];
    const from = sentence.slice(0, start).lastIndexOf(word);
    const isPart = /^\p{Lu}/u.test(word) && !owning.test(word) && !isCalendarWord(fold(word));
    const isOpener = from === 0 && (isNameWord('opener-en', fold(word)) || termOf(word, language) === undefined);
    if (!isPart || isOpener) return start;
    start = from;
  }
}

/** "The country's information minister": which country is known to those who read the sentences before. */
function withoutKnownOwner(role: string, before: string): string {
  const owner = /^\p{Ll}[\p{L}-]*['’]s? /u.exec(role)?.[0];
  return owner !== undefined && /\b(?:the|this|that|der|die|das) (?:\p{L}+ )?$/iu.test(before)
    ? role.slice(owner.length)
    : role;
}

/** Whether a capital stands there, other than the one that opens the sentence. */
function hasName(sentence: string, from: number, to: number): boolean {
  return /(?<!\p{L})\p{Lu}/u.test(sentence.slice(Math.max(from, 1), to));
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
