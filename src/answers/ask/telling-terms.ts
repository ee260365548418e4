import { termOf, wordsOf } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';
import type { TermMatcher, WantedTerm } from './match-terms.ts';
import type { Question } from './question.ts';
import { synonymsOf } from './word-groups.ts';

/** Sentences looked at to see how a word, or a language, is written. */
const mostLooked = 12;
/** German writes a third of its words with a capital, English a seventh. */
const mostCapitals = 0.25;

/** How the absence of a term from an article tells that it does not answer. */
export type Telling = 'name' | 'deed' | undefined;

/**
 * The terms whose absence tells that an article does not answer: names, and words that have synonyms in word-groups, such as those for what is
 * done, of which a paraphrase would be found. Of other words it would go unseen, and a question that continues another is on what that was on.
 * `lines` are sentences that have some of the terms.
 */
export function findTelling(
  { terms, language }: Question,
  lines: readonly ArticleSentence[],
  strengthIn: TermMatcher,
): readonly Telling[] {
  if (terms.some(({ isContext }) => isContext)) return terms.map(() => undefined);
  return terms.map((wanted, place) => {
    if (isName(wanted, place, lines, strengthIn)) return 'name';
    return synonymsOf(wanted.term, language).length > 0 ? 'deed' : undefined;
  });
}

/** Whether articles write a word with a capital where no sentence opens, or, if none has it, the question. Scripts without capitals cannot say. */
function isName(
  wanted: WantedTerm,
  place: number,
  lines: readonly ArticleSentence[],
  strengthIn: TermMatcher,
): boolean {
  if (wanted.country !== undefined) return true;
  const having = lines
    .values()
    .filter((line) => line.sentence.index >= 0 && strengthIn(wanted, line) > 0)
    .take(mostLooked)
    .toArray();
  if (having.length === 0) return place > 0 && isCapital(wanted.surface ?? '') && capitalsOf(lines) < mostCapitals;
  const written = having.flatMap((line) =>
    insideOf(line).filter((text) => {
      const terms = new Set([termOf(text, line.article.language) ?? '']);
      return strengthIn(wanted, { terms, countries: noCountries }) > 0;
    }),
  );
  return written.filter(isCapital).length * 2 > written.length;
}

const noCountries: ReadonlySet<string> = new Set();

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** The share of words with a capital. */
function capitalsOf(lines: readonly ArticleSentence[]): number {
  const words = lines.slice(0, mostLooked).flatMap(insideOf);
  return words.filter(isCapital).length / Math.max(1, words.length);
}

/** The words of a sentence but the first. */
function insideOf({ sentence, article }: ArticleSentence): readonly string[] {
  return wordsOf(sentence.text, article.language)
    .slice(1)
    .map(({ text }) => text);
}
