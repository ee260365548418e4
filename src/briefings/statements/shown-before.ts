import { isNameWord } from '../../actors/name-words.ts';
import { isA } from '../../reading/lexicon.ts';
import { backReference } from '../../reading/needs-context.ts';
import { baseLanguage, fold, termOf, wordsOf } from '../../text/terms.ts';
import { findShortNames } from './introduced-names.ts';

/** "Kiana said": a first name alone, for somebody who was introduced before. */
const firstNameSpeaker =
  /(?<!\p{Lu}[\p{L}.'’-]*\s)(?<![\p{L}])(\p{Lu}\p{Ll}+)\s(?:said|says|told|added|explained|sagte|sagt)(?!\p{L})/u;
const name = /\p{Lu}[\p{L}'’-]{2,}/gu;

interface Articles {
  readonly definite: string;
  /** How an earlier sentence introduces a noun that this one treats as known. */
  readonly introduction: string;
}

/** Words that introduce a noun ("a defense pact"), and that refer back to it ("the pact"), by base language. */
const articles: Readonly<Record<string, Articles>> = {
  en: {
    definite: '[Tt]he',
    introduction: '',
  },
  de: {
    definite: '[Dd](?:er|ie|as|en|em|es)',
    introduction: String.raw`(?<!\p{L})[Ee]in(?:e[nmrs]?)?\s+(?:[\p{L}-]+\s+){0,3}?(?:\p{L}+-)?`,
  },
};
/** "The fund", after "the International Monetary Fund", whatever follows. */
const definiteNoun = /(?<!\p{L})[Tt]he\s(\p{Ll}{4,})(?![\p{L}-])/gu;
/** What specifies the noun: "the pact with Japan" needs no earlier sentence. */
const further = String.raw`(?!\s+(?:of|for|on|with|between|in|to|that|who|which|from|at|by|von|für|mit|zwischen|zu[mr]?|gegen|über|des|der)(?!\p{L}))`;
/** "The legal dispute" is about a dispute. */
const adjective = String.raw`(?:\p{Ll}+(?:al|ed|ing|ous|ive|ic|ary|ful|able|ent|ish)\s+(?=\p{Ll}{4}))?`;
/** Words of one family share at least this many first letters, and this share of the shorter word: "suspends" and "the suspension". */
const fewestOfFamily = 5;
const shareOfFamily = 0.6;

/**
 * For each sentence of an article, whether readers who were shown `title` and `texts` can resolve its references: short names, and things
 * that an earlier sentence introduced.
 */
export function createReferenceCheck(
  sentences: readonly string[],
  language: string,
): (place: number, title: string, texts: readonly string[]) => boolean {
  const names = findShortNames(sentences, language);
  const nouns = findDefiniteNouns(sentences, language);
  return (place, title, texts) => {
    const text = sentences[place] ?? '';
    const shown = [title, ...texts];
    const isShown = (at: number) => texts.includes(sentences[at] ?? '');
    const isNamed = (name: string) => shown.some((one) => one.includes(name));
    const isKnown = (noun: string) => shown.some((one) => hasFamily(one, noun));
    const sayer = firstNameSpeaker.exec(text)?.[1];
    if (sayer && isNameWord('first-name', fold(sayer)) && !isNamed(sayer)) return false;
    const generic = backReference('generic', text, language);
    if (generic && !isKnown(lastWord(generic))) {
      const own = text.slice(0, text.indexOf(generic));
      if (![...namesOf(sentences[place - 1]), ...namesOf(own)].some(isNamed)) return false;
    }
    if (!isShown(place - 1) && addsToUnknown(text, language, isKnown)) return false;
    const sum = backReference('sums-up', text, language);
    if (sum && !isShown(place - 1) && !isKnown(lastWord(sum))) return false;
    return (
      [...(names[place] ?? [])].every(([name, places]) => isNamed(name) || places.some(isShown)) &&
      [...(nouns[place] ?? [])].every(([noun, places]) => isKnown(noun) || places.some(isShown))
    );
  };
}

/** "Gas stations are also closed": besides what? "Hunt also said" is clear to readers who know of Hunt. */
function addsToUnknown(text: string, language: string, isKnown: (word: string) => boolean): boolean {
  const words = wordsOf(text, language).map((word) => word.text);
  const at = words.findIndex((word) => isA('adding', fold(word), language));
  return at >= 0 && !words.slice(0, at).some((word) => termOf(word, language) !== undefined && isKnown(word));
}

function lastWord(phrase: string): string {
  return phrase.split(' ').at(-1) ?? phrase;
}

/** Whether a text has a word, or another of its family. */
function hasFamily(text: string, word: string): boolean {
  const own = fold(word);
  return text.split(/[^\p{L}]+/u).some((one) => {
    const other = fold(one);
    let shared = 0;
    while (shared < own.length && own[shared] === other[shared]) shared += 1;
    return other === own || shared >= Math.max(fewestOfFamily, shareOfFamily * Math.min(own.length, other.length));
  });
}

/** Whether a name of several words ends in this one, which stands here in lower case. */
function endsName(word: string, text: string): boolean {
  const last = `${word[0]?.toUpperCase()}${word.slice(1)}`;
  const words = text.split(/[^\p{L}]+/u);
  return words.some((one, at) => one === last && /^\p{Lu}/u.test(words[at - 1] ?? ''));
}

/** Capitalized words; the first may be a name or not. */
function namesOf(text = ''): readonly string[] {
  return text.match(name) ?? [];
}

/** For each sentence, the definite nouns that it treats as known, with the earlier sentences that contain them. */
function findDefiniteNouns(sentences: readonly string[], language: string): ReadonlyMap<string, readonly number[]>[] {
  const words = articles[baseLanguage(language)];
  if (!words) return sentences.map(() => new Map());
  const { definite, introduction } = words;
  const noun = language === 'en' ? String.raw`${adjective}(\p{Ll}{4,})` : String.raw`(\p{Lu}\p{Ll}{3,})`;
  const known = new RegExp(String.raw`(?<!\p{L})${definite}\s+${noun}(?![\p{L}-])${further}`, 'gu');
  return sentences.map((text, place) => {
    const needed = new Map<string, readonly number[]>();
    for (const [, word = ''] of text.matchAll(known)) {
      if (isA('unique', word, language)) continue;
      const introduces = new RegExp(String.raw`${introduction}${word}(?!\p{L})`, 'u');
      const earlier = sentences
        .slice(0, place)
        .flatMap((one, at) => (one.split(/[^\p{L}]+/u).includes(word) ? [at] : []));
      if (earlier.some((at) => introduces.test(sentences[at] ?? ''))) needed.set(word, earlier);
    }
    for (const [, word = ''] of language === 'en' ? text.matchAll(definiteNoun) : []) {
      if (needed.has(word) || isA('unique', word, language)) continue;
      const named = sentences.slice(0, place).flatMap((one, at) => (endsName(word, one) ? [at] : []));
      if (named.length > 0) needed.set(word, named);
    }
    return needed;
  });
}
