import type { Article } from '../../articles/article.ts';
import { termsOf } from '../../text/terms.ts';
import { headlineSentence } from '../briefing.ts';
import { tellTheSame } from './same-facts.ts';
import { isSameHeadline } from './same-headline.ts';
import { shareOfTerms } from './share-of-terms.ts';
import type { ToldStatement } from './story-news.ts';

/** Sharing so many of its words, and every fact, a sentence was told. */
const toldFrom = 0.85;

/**
 * Whether a sentence was told in nearly the same words: "Ceuta asked Madrid for help" where "Ceuta has asked Madrid to help" was. An opening is
 * new by its place alone.
 */
export function findRepeats(told: readonly ToldStatement[], { language }: Article): (text: string) => boolean {
  const known = told.map(({ text }) => ({ text, terms: new Set(termsOf(text, language)) }));
  return (text) => {
    const terms = new Set(termsOf(text, language));
    return known.some((one) => shareOfTerms(terms, one.terms) >= toldFrom && tellTheSame(one.text, text, language));
  };
}

/** The headlines under which statements were told, each once: they were read with them. */
export function headlinesOf(told: readonly ToldStatement[]): readonly ToldStatement[] {
  const byHeadline = new Map(told.map(({ citation }) => [citation.headline, citation]));
  return [...byHeadline].flatMap(([headline, citation]) =>
    headline === undefined
      ? []
      : { text: headline, citation: { ...citation, sentence: headlineSentence, quote: headline } },
  );
}

/** Whether what these readers were last told of an article is its headline, in words that say the same. */
export function isNamedAs({ id, headline, language }: Article, told: readonly ToldStatement[]): boolean {
  const last = told.findLast(({ citation }) => citation.articleId === id);
  return last?.citation.sentence === headlineSentence && isSameHeadline(last.text, headline, language);
}
