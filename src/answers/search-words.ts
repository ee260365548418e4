import { termsOf } from '../text/terms.ts';

/** A parsed search query. */
export interface SearchWords {
  readonly terms: readonly string[];
  /** Terms that must be adjacent: what was typed in quotation marks. */
  readonly phrases: readonly (readonly string[])[];
  /** Words and phrases that must not occur. */
  readonly without: readonly (readonly string[])[];
  /** One of the terms is enough. */
  readonly isAny: boolean;
}

const piecePattern =
  /(?<not>\bNOT\s+|(?<!\S)[-\u2212](?=\S))?(?:["“”„](?<phrase>[^"“”„]*)["“”„]|(?<word>[^\s"“”„]+))/gu;

/** Parses `flood NOT Sarwana`, `"forced labor" -Seoul`, `gas OR coal`: operators in capitals, as is usual. */
export function readSearch(typed: string, language: string): SearchWords {
  const pieces = [...typed.matchAll(piecePattern)].flatMap(({ groups = {} }) => {
    const { not, phrase, word = '' } = groups;
    if (phrase === undefined && ['AND', 'OR', 'NOT'].includes(word)) return [];
    return [{ isNot: not !== undefined, isPhrase: phrase !== undefined, terms: termsOf(phrase ?? word, language) }];
  });
  const wanted = pieces.filter(({ isNot }) => !isNot);
  return {
    terms: [...new Set(wanted.flatMap(({ terms }) => terms))],
    phrases: wanted.filter(({ isPhrase, terms }) => isPhrase && terms.length > 1).map(({ terms }) => terms),
    without: pieces.filter(({ isNot, terms }) => isNot && terms.length > 0).map(({ terms }) => terms),
    isAny: /\sOR\s/u.test(typed),
  };
}

/** Whether a text contains the phrases and none of the excluded words. */
export function fitsSearch(texts: readonly string[], language: string, { phrases, without }: SearchWords): boolean {
  if (phrases.length === 0 && without.length === 0) return true;
  const contained = texts.map((text) => ` ${termsOf(text, language).join(' ')} `);
  const contains = (terms: readonly string[]) => contained.some((text) => text.includes(` ${terms.join(' ')} `));
  return phrases.every(contains) && !without.some(contains);
}
