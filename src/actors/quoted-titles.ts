import { endsSentence } from '../text/marks.ts';
import { isNameWord } from './name-words.ts';
import { findQuotedSpans, type QuotedSpan } from './quote-marks.ts';

const longestTitle = 80;

/** Quoted spans that look like the title of a work: short, every longer word capitalized. They are not speech, and names in them are not mentions. */
export function findTitles(text: string): QuotedSpan[] {
  return findQuotedSpans(text).filter(
    ({ start, end }) => end - start <= longestTitle && isTitle(text.slice(start, end)),
  );
}

/** Whether a quotation, marks included, looks like a title. */
export function isTitle(quoted: string): boolean {
  const words = quoted
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''));
  return (
    /^\p{Lu}|^\p{N}/u.test(words[0] ?? '') &&
    words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || isNameWord('title-word', word) || word === '') &&
    !endsSentence(quoted.slice(0, -1))
  );
}
