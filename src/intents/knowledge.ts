import { isNameWord } from '../actors/name-words.ts';
import type { Topic } from '../articles/topics.ts';
import { findTopic, topicNames } from '../subscriptions/topic-names.ts';
import { countryName, findCountry } from '../text/countries.ts';
import { isClose } from '../text/similar-words.ts';
import { fold, termsOf } from '../text/terms.ts';
import { languages } from '../wording/wording-for.ts';

/** What a reader of lines knows of the world: topics, places, people. */
export interface Knowledge {
  /** The topic that is called so, also declined. */
  topic(text: string, language: string): string | undefined;
  /** The topic whose name is a slip away. */
  nearTopic(text: string, language: string): string | undefined;
  /** A country by its English name. */
  place(text: string, language: string): string | undefined;
  isPerson(text: string): boolean;
  /** A word of any of these names, which is no slip of another word. */
  isName(word: string, language: string): boolean;
}

const shortestNear = 5;

/** Knowledge from the topics of the configuration; places and people are the program's own. */
export function createKnowledge(topics: readonly Pick<Topic, 'id' | 'name'>[]): Knowledge {
  // Names in languages that nobody types here are slips in others: Hausa's "Afirka".
  const byName = topicNames(
    topics.map(({ id, name }) => ({
      id,
      name: Object.fromEntries(Object.entries(name).filter(([code]) => languages.includes(code))),
    })),
  );
  const stems = new Map<string, ReadonlyMap<string, string>>();
  const keyOf = (text: string, language: string) => termsOf(text, language).join(' ');
  const stemsIn = (language: string): ReadonlyMap<string, string> => {
    const found =
      stems.get(language) ??
      new Map(
        topics.flatMap(({ id, name }) =>
          name[language] === undefined ? [] : [[keyOf(name[language], language), id] as const],
        ),
      );
    stems.set(language, found);
    return found;
  };
  const namesIn = (language: string) =>
    topics.flatMap(({ id, name }) =>
      [id, name.en, name[language]].flatMap((one) => (one === undefined ? [] : [[fold(one), id] as const])),
    );

  return {
    topic(text, language) {
      const terms = termsOf(text, language);
      // Where a word is no term, "to Asia", more was typed than the name.
      const key = terms.length === text.split(/\s+/u).length || language === 'zh' ? terms.join(' ') : '';
      return findTopic(text, byName) ?? (key === '' ? undefined : stemsIn(language).get(key));
    },
    nearTopic(text, language) {
      const typed = fold(text);
      if (typed.length < shortestNear - 1) return undefined;
      const near = namesIn(language).filter(([name]) => isNear(name, typed));
      const [first] = near;
      return first !== undefined && near.every(([, id]) => id === first[1]) ? first[1] : undefined;
    },
    place(text, language) {
      // "uk" is typed for UK; "us" is a word.
      const isShort = text.length < 4 && text !== 'us';
      const spellings = isShort ? [text, text.toUpperCase()] : [text];
      const match = spellings
        .flatMap((spelling) => [language, 'en'].map((each) => findCountry(spelling, each)))
        .find((found) => found?.by === 'name');
      return match && countryName(match.code, 'en');
    },
    isPerson(text) {
      const words = fold(text).replaceAll('-', ' ').split(' ');
      const isNamed = words.length > 1 && words.length < 5 && isNameWord('first-name', words[0] ?? '');
      return isNamed || isWrittenAsName(text);
    },
    isName(word, language) {
      return (
        findTopic(word, byName) !== undefined ||
        isNameWord('first-name', word) ||
        findCountry(word, language) !== undefined
      );
    },
  };
}

/** A letter more, less, other or exchanged; two only in long names. Short names are close to much. */
function isNear(name: string, typed: string): boolean {
  if (Math.abs(name.length - typed.length) > 2 || name.length < 4 || name[0] !== typed[0])
    return isSwapped(name, typed);
  if (name.length >= 8) return isClose(name, typed);
  return isSwapped(name, typed) || isOneAway(name, typed);
}

function isSwapped(name: string, typed: string): boolean {
  const at = [...name].findIndex((letter, index) => letter !== typed[index]);
  return at >= 0 && name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2) === typed;
}

function isOneAway(name: string, typed: string): boolean {
  const [long, short] = name.length > typed.length ? [name, typed] : [typed, name];
  if (long.length === short.length) return [...long].filter((letter, index) => letter !== short[index]).length === 1;
  return (
    long.length === short.length + 1 &&
    [...long].some((_letter, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}

/** "Emmanuel Macron", "Ursula von der Leyen": two words and more, all but particles with a capital. One alone may only begin its line. */
function isWrittenAsName(text: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:[ -](?:\p{Lu}\p{Ll}+|(?:v[ao]n|d[ea]|der|den|bin|al|el|le)(?=[ -])))+$/u.test(text);
}
