import { findCountry } from '../text/countries.ts';
import { fold } from '../text/terms.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** Where a name is looked for: texts, and groups of spellings of one name. */
interface Evidence {
  readonly evidence: readonly ReadText[];
  readonly variants: readonly (readonly string[])[];
}

/** Whether a cited text contains the same name: the same word, the same state ("South Korean", "South Korea"), an acronym, or a known variant. */
export function isNamed(
  run: readonly ReadWord[],
  word: ReadWord,
  language: string,
  { evidence, variants }: Evidence,
): boolean {
  return evidence.some(
    (cited) =>
      hasKey(cited, word) ||
      sharesState(run, word, language, cited) ||
      isAcronymOf(word, run, cited) ||
      isVariant(word, cited, variants),
  );
}

function hasKey({ words, terms }: ReadText, { key, term }: ReadWord): boolean {
  return words.some((other) => other.key === key || inflected(other, key)) || (term !== undefined && terms.has(term));
}

/** A German name in the genitive: "Falkners", and a name within a hyphenated word. */
function inflected({ key, isCapital }: ReadWord, other: string): boolean {
  return isCapital && key.length > 3 && other.length > 3 && (`${key}s` === other || `${other}s` === key);
}

/** Names of states in every form, one or two words long. */
function sharesState(run: readonly ReadWord[], word: ReadWord, language: string, cited: ReadText): boolean {
  const at = run.indexOf(word);
  const own = [run.slice(at, at + 1), run.slice(at, at + 2), run.slice(Math.max(0, at - 1), at + 1), run.slice(0, 3)]
    .map((part) => stateOf(part, language))
    .filter((code) => code !== undefined);
  if (own.length === 0) return false;
  const known = statesIn(cited);
  return own.some((code) => known.has(code));
}

/** The code of a state named by its name or demonym; a capital city does not stand for its state. */
export function stateOf(words: readonly ReadWord[], language: string): string | undefined {
  const match = findCountry(words.map(({ text }) => text.replace(/['’]s?$/, '')).join(' '), language);
  return match && match.by !== 'capital' ? match.code : undefined;
}

function statesIn({ words, language }: ReadText): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < words.length; at += 1)
    for (const length of [3, 2, 1]) {
      const code = stateOf(words.slice(at, at + length), language);
      if (code) found.add(code);
    }
  return found;
}

/** "EU" for "European Union", and the other way round. */
function isAcronymOf(word: ReadWord, run: readonly ReadWord[], { words }: ReadText): boolean {
  if (/^\p{Lu}{2,6}$/u.test(word.text))
    return words.some((_, at) => initialsFrom(words, at, word.text.length) === word.text);
  return run.length > 1 && words.some(({ text }) => text === run.map((one) => one.text[0]).join(''));
}

function initialsFrom(words: readonly ReadWord[], at: number, length: number): string {
  const capitals = words.slice(at, at + length + 3).filter(({ isCapital }) => isCapital);
  return words[at]?.isCapital
    ? capitals
        .slice(0, length)
        .map(({ text }) => text[0])
        .join('')
    : '';
}

function isVariant(word: ReadWord, cited: ReadText, variants: Evidence['variants']): boolean {
  const text = ` ${fold(cited.text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return variants.some(
    (names) =>
      names.some((name) =>
        fold(name)
          .split(/[\s-]+/)
          .includes(fold(word.text)),
      ) && names.some((name) => text.includes(` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, ' ')} `)),
  );
}
