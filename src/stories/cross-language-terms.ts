import { numberValue } from '../text/numbers.ts';
import { fold } from '../text/terms.ts';
import { pairName, stateCode } from './name-states.ts';
import { type ReadWord, readDocument } from './read-document.ts';
import type { StoryDocument } from './story-document.ts';

/** Words read: names, states and numbers come early in a report. */
const wordsRead = 160;
const shortestName = 4;
/** Smaller numbers, and years, are in every report. */
const smallestNumber = 13;

/** Terms that a report shares with one on the same event in another language: states by code, names as written, numbers by value. */
export function crossLanguageTerms(document: StoryDocument): ReadonlySet<string> {
  const terms = new Set<string>();
  const { headline, text } = readDocument(document, wordsRead);
  for (const words of [headline, text]) {
    for (const [index, word] of words.entries()) {
      const term = termOfPair(word, words[index + 1], document.language) ?? termOfWord(word, document.language);
      if (term !== undefined) terms.add(term);
    }
  }
  return terms;
}

/** Whether a term is a state: reports on different events may name the same states. */
export function isState(term: string): boolean {
  return term.startsWith('state:');
}

function termOfPair(word: ReadWord, next: ReadWord | undefined, language: string): string | undefined {
  const pair = pairName(word, next, language);
  const code = pair === undefined ? undefined : stateCode(pair, language);
  return code && `state:${code}`;
}

function termOfWord({ text, hasCapital }: ReadWord, language: string): string | undefined {
  const code = stateCode(text, language);
  if (code) return `state:${code}`;
  const value = /^\p{N}/u.test(text) ? numberValue(text, language) : undefined;
  if (value !== undefined) return value >= smallestNumber && !isYear(value) ? `number:${value}` : undefined;
  if (!hasCapital) return undefined;
  const name = fold(text).replace(/'s?$/, '');
  return name.length >= shortestName ? `name:${name}` : undefined;
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}
