import { type Article, headlineSentence, type Sentence } from '../../articles/article.ts';
import { findNews, judgeNovelty } from '../../stories/find-news.ts';
import { termsOf } from '../../text/terms.ts';
import type { DeliveredStatement, MovedNumber } from '../briefing.ts';
import { cutBack } from '../statements/cut-teaser.ts';
import { cite } from '../statements/quote-sentence.ts';
import { shareOfTerms, stateTheSame } from './same-facts.ts';
import { isSameHeadline } from './same-headline.ts';

/** What an article adds for readers who received statements on its story before. */
export interface FreshArticle {
  readonly article: Article;
  /** Those with news, in the article's order. */
  readonly sentences: readonly Sentence[];
  /** Tolls and numbers of an earlier revision that differ from what was delivered, deaths first, with the sentence that says so. */
  readonly moved: readonly { readonly number: MovedNumber; readonly sentence: Sentence }[];
}

/**
 * The news of an article for these readers; if its current headline was delivered, only changed numbers. A sentence in which a delivered
 * toll has changed is news, however familiar its words.
 */
export function newsOf(article: Article, delivered: readonly DeliveredStatement[]): FreshArticle {
  const news = findNews(
    [...delivered, ...headlinesOf(delivered)].map(({ text, citation }) => ({ text, ref: citation })),
    article.sentences.map((sentence) => ({ text: sentence.text, ref: sentence })),
    article.language,
  );
  const moved = news.moved
    .filter(({ isToll, beforeRef }) => isToll || beforeRef.articleId === article.id)
    .filter(
      ({ before, now, beforeRef, nowRef }) => !isOneOfTwo(now, nowRef.text) && !isOneOfTwo(before, beforeRef.quote),
    )
    .map(({ before, now, of, isToll, beforeRef, nowRef }) => ({
      number: { before, now, of: isToll ? of : '', beforeCitation: beforeRef, nowCitation: cite(article, nowRef) },
      sentence: nowRef,
    }))
    .toSorted((a, b) => Number(b.number.of === 'killed') - Number(a.number.of === 'killed'));
  const isMoved = new Set(moved.map(({ sentence }) => sentence));
  const isNamed = isNamedAs(article, delivered);
  const isRepeat = findRepeats(delivered, article);
  return {
    article,
    sentences: news.sentences
      .filter(({ kind, ref }) => isMoved.has(ref) || (kind === 'new' && !isNamed && !isRepeat(ref.text)))
      .flatMap(({ ref }) => cutBack(ref, article) ?? []),
    moved,
  };
}

/** "13 or 14": nobody knows yet. */
function isOneOfTwo(number: string, text: string): boolean {
  const printed = RegExp.escape(number);
  return new RegExp(
    String.raw`(?:^|[^\d.,])(?:${printed} (?:or|to|oder|bis) \d|\d (?:or|to|oder|bis) ${printed}(?![\d.,]*\d))`,
    'u',
  ).test(text);
}

/** Sentences that are at least this new to somebody who has read `said` (see find-news.ts). */
export function unsaidSentences(
  { article, sentences }: Pick<FreshArticle, 'article' | 'sentences'>,
  said: readonly string[],
  novelty: number,
): readonly Sentence[] {
  if (said.length === 0) return sentences;
  const judged = judgeNovelty(
    said.map((text) => ({ text })),
    sentences.map((sentence) => ({ text: sentence.text, ref: sentence })),
    article.language,
  );
  return judged.filter((sentence) => sentence.kind === 'new' && sentence.novelty >= novelty).map(({ ref }) => ref);
}

/** A sentence that shares this many words and every fact with a delivered one counts as delivered. */
const sameStatementFrom = 0.85;

/**
 * Whether a sentence was delivered in nearly the same words: "Ceuta asked Madrid for help" after "Ceuta has asked Madrid to help". An opening
 * counts as new by its position alone.
 */
function findRepeats(delivered: readonly DeliveredStatement[], { language }: Article): (text: string) => boolean {
  const known = delivered.map(({ text }) => ({ text, terms: new Set(termsOf(text, language)) }));
  return (text) => {
    const terms = new Set(termsOf(text, language));
    return known.some(
      (one) => shareOfTerms(terms, one.terms) >= sameStatementFrom && stateTheSame(one.text, text, language),
    );
  };
}

/** The headlines under which statements were delivered, each once: they were read with them. */
function headlinesOf(delivered: readonly DeliveredStatement[]): readonly DeliveredStatement[] {
  const byHeadline = new Map(delivered.map(({ citation }) => [citation.headline, citation]));
  return [...byHeadline].flatMap(([headline, citation]) =>
    headline === undefined
      ? []
      : { text: headline, citation: { ...citation, sentence: headlineSentence, quote: headline } },
  );
}

/** Whether the last thing delivered to these readers from an article was its headline, in equivalent words. */
function isNamedAs({ id, headline, language }: Article, delivered: readonly DeliveredStatement[]): boolean {
  const last = delivered.findLast(({ citation }) => citation.articleId === id);
  return last?.citation.sentence === headlineSentence && isSameHeadline(last.text, headline, language);
}
