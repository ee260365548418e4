import { findCountry } from '../language/countries.ts';
import { numberValue } from '../language/numbers.ts';
import { fold, type Word, wordsOf } from '../language/terms.ts';
import type { StoryDocument } from './story-document.ts';

/** Names, states and numbers come early in a report. */
const wordsRead = 160;
const shortestName = 4;
/** Smaller numbers are in every report, years too. */
const smallestNumber = 13;

/** What a report shares with one on the same event in another language: states by code, names as written, numbers by value. */
export function languageFreeTerms({ headline, lead = '', body, language }: StoryDocument): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const text of [headline, `${lead}\n${body}`]) {
    const words = wordsOf(text.slice(0, wordsRead * 8), language).slice(0, wordsRead);
    for (const [index, word] of words.entries()) {
      const term = termOfPair(word, words[index + 1], language) ?? termOfWord(word, language);
      if (term !== undefined) terms.add(term);
    }
  }
  return terms;
}

/** Whether a term is a state: two reports that name the same ones may tell different events. */
export function isState(term: string): boolean {
  return term.startsWith('state:');
}

function termOfPair(word: Word, next: Word | undefined, language: string): string | undefined {
  if (next?.start !== word.end + 1) return undefined;
  const country = findCountry(`${word.text} ${next.text}`, language);
  return country && `state:${country.code}`;
}

function termOfWord({ text }: Word, language: string): string | undefined {
  const country = findCountry(text, language);
  if (country) return `state:${country.code}`;
  const value = /^\p{N}/u.test(text) ? numberValue(text, language) : undefined;
  if (value !== undefined) return value >= smallestNumber && !isYear(value) ? `number:${value}` : undefined;
  const name = fold(text).replace(/'s?$/, '');
  return /^\p{Lu}/u.test(text) && name.length >= shortestName ? `name:${name}` : undefined;
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2100;
}
