import { isNameWord } from '../../actors/name-words.ts';
import { isA } from '../../reading/lexicon.ts';
import { findCountry } from '../../text/countries.ts';
import { fold, termOf } from '../../text/terms.ts';

const fullName =
  /\p{Lu}[\p{L}'’-]+(?:\s(?:(?:\p{Lu}\.|al-|bin|von|van|de|der|da|dos|el)\s?){0,2}\p{Lu}[\p{L}'’-]+){1,6}/gu;
/** A particle may be part of the name ("Ursula von der Leyen") or not ("Harald Prüß von der Charité"). */
const particle = /\s(?:von|van|de|der|da|dos)(?=\s)/u;
/** "Court of Arbitration" is a name of its own. */
const singleName = /(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]+(?![\p{L}'’-])(?!\s(?:of|for)\s\p{Lu})/gu;
const possessive = /['’]s$/;

/** The full names of a text, in order. */
export function namesInFull(text: string): readonly string[] {
  return (text.match(fullName) ?? []).map((name) => name.replace(possessive, ''));
}

/**
 * For each sentence, the short names ("Falkner") whose full form ("Ilse Falkner") is in an earlier sentence, with the positions of those
 * sentences: unless one of them is shown, readers ask who that is.
 */
export function findShortNames(texts: readonly string[], language: string): ReadonlyMap<string, readonly number[]>[] {
  const introductions = new Map<string, number[]>();
  return texts.map((text, place) => {
    const full = namesInFull(text);
    const introduced = new Set(full.filter((name) => isPersonal(name, language)).flatMap(surnamesOf));
    const spelledOut = new Set(full.flatMap((name) => name.split(' ')));
    const short = new Map<string, readonly number[]>();
    for (const [word] of text.matchAll(singleName)) {
      const name = word.replace(possessive, '');
      const places = introductions.get(name);
      if (places && !spelledOut.has(name)) short.set(name, [...places]);
    }
    for (const name of introduced) introductions.set(name, [...(introductions.get(name) ?? []), place]);
    return short;
  });
}

/** "The Council", "In Warsaw", "Spanish Football" give nobody a surname. */
function isPersonal(name: string, language: string): boolean {
  const [first = '', ...rest] = name.split(' ');
  const opensName = termOf(first, language) !== undefined && !isA('preposition', fold(first), language);
  return (opensName || rest.length > 1) && !findCountry(first, language);
}

/** The short forms that may be used later: "Falkner", "Prüß", and "Park" for Park Jin. */
function surnamesOf(name: string): readonly string[] {
  const ends = [name, name.split(particle)[0] ?? name].flatMap((one) => one.split(' ').slice(-1));
  const beforeLast = name.split(' ').at(-2) ?? '';
  return isNameWord('leading-family-name', beforeLast.toLowerCase()) ? [...ends, beforeLast] : ends;
}
