import { findCountry } from '../language/countries.ts';
import { fold } from '../language/terms.ts';
import type { Question } from './question.ts';

/**
 * "What is the name of the Japanese foreign minister?": the role in one place and a name right beside it. Whose role it is ("of the ATP") may
 * stand before it in the line, unless the role there is somebody else's ("Korean foreign minister").
 */
export function namesBeside(question: Question, text: string): boolean {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)];
  const terms = question.terms.filter(({ isLight }) => !isLight);
  const role = terms.filter(({ isName, country }) => !isName && !country).map(({ text: word }) => bare(word));
  const owner = terms
    .filter(({ isName, country }) => isName || country)
    .flatMap(({ text: word }) => word.split(' ').map(bare));
  return words.some((first, from) => {
    if (role.length === 0) return false;
    const near = words.slice(from, from + role.length + owner.length + 2);
    const at = (word: string) => near.findIndex(([each]) => isSameWord(word, bare(each)));
    const places = role.map(at);
    if (places.includes(-1) || Math.min(...places) > owner.length) return false;
    const start = from + Math.min(...places);
    const before = words.slice(0, start);
    const isOwn = owner.every((word) => at(word) >= 0);
    const isOthers = /^\p{Lu}/u.test(words[start - 1]?.[0] ?? '');
    const isMet = isOwn || (!isOthers && owner.every((word) => before.some(([each]) => isSameWord(word, bare(each)))));

    return isMet && isNamedAt(question, text, words, first.index, from + Math.max(...places, ...owner.map(at)));
  });
}

/** A name right after the role, or before it: "Jane Doe, the foreign minister". */
function isNamedAt(
  question: Question,
  text: string,
  words: readonly RegExpExecArray[],
  start: number,
  last: number,
): boolean {
  const before = nameBefore.exec(text.slice(0, start))?.[1];
  return isNewName(words[last + 1]?.[0], question) || isNewName(before?.split(' ').at(-1), question);
}

const nameBefore = /((?:\p{Lu}[\p{L}'’-]+ ){1,3}?\p{Lu}[\p{L}'’-]+)(?:,| is| was| as) (?:the |a |an )?(?:\p{Ll}+ )?$/u;

function bare(word: string): string {
  return fold(word).replace(/['’]s$/u, '');
}

/** "Japan" and "Japanese", not "minister" and "ministry". */
function isSameWord(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) >= 5 && (one.startsWith(other) || other.startsWith(one)));
}

function isNewName(word: string | undefined, question: Question): boolean {
  if (word === undefined || !/^\p{Lu}\p{Ll}/u.test(word)) return false;
  return !fold(question.text).includes(bare(word)) && findCountry(word, question.language) === undefined;
}
