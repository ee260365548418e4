import type { Article } from '../../articles/article.ts';
import { termsOf } from '../../text/terms.ts';
import { headlineSentence } from '../briefing.ts';
import { shareOfTerms, stateTheSame } from './same-facts.ts';
import { isSameHeadline } from './same-headline.ts';
import type { DeliveredStatement } from './story-news.ts';

/** A sentence that shares this many words and every fact with a delivered one counts as delivered. */
const sameStatementFrom = 0.85;

/**
 * Whether a sentence was delivered in nearly the same words: "Ceuta asked Madrid for help" after "Ceuta has asked Madrid to help". An opening
 * counts as new by its position alone.
 */
export function findRepeats(
  delivered: readonly DeliveredStatement[],
  { language }: Article,
): (text: string) => boolean {
  const known = delivered.map(({ text }) => ({ text, terms: new Set(termsOf(text, language)) }));
  return (text) => {
    const terms = new Set(termsOf(text, language));
    return known.some(
      (one) => shareOfTerms(terms, one.terms) >= sameStatementFrom && stateTheSame(one.text, text, language),
    );
  };
}

/** The headlines under which statements were delivered, each once: they were read with them. */
export function headlinesOf(delivered: readonly DeliveredStatement[]): readonly DeliveredStatement[] {
  const byHeadline = new Map(delivered.map(({ citation }) => [citation.headline, citation]));
  return [...byHeadline].flatMap(([headline, citation]) =>
    headline === undefined
      ? []
      : { text: headline, citation: { ...citation, sentence: headlineSentence, quote: headline } },
  );
}

/** Whether the last thing delivered to these readers from an article was its headline, in equivalent words. */
export function isNamedAs({ id, headline, language }: Article, delivered: readonly DeliveredStatement[]): boolean {
  const last = delivered.findLast(({ citation }) => citation.articleId === id);
  return last?.citation.sentence === headlineSentence && isSameHeadline(last.text, headline, language);
}
