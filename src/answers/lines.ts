import type { Article, Sentence } from '../articles/article.ts';
import { standsAlone } from '../briefings/sentence-fitness.ts';
import { fold, termOf, wordsOf } from '../language/terms.ts';
import { isFurniture } from '../stories/furniture.ts';

/** A sentence of an article with what answers look at: its words and terms, and whether it can be read alone. */
export interface Line {
  readonly article: Article;
  readonly sentence: Sentence;
  /** Folded words in order. */
  readonly words: readonly string[];
  readonly terms: ReadonlySet<string>;
  /** Opens with a pronoun or connective: a reader needs the sentence before. */
  readonly leans: boolean;
}

/** The sentences of an article that say something, in reading order. */
export function readLines(article: Article): readonly Line[] {
  return article.sentences.filter(({ text }) => !isFurniture(text)).map((sentence) => readLine(article, sentence));
}

function readLine(article: Article, sentence: Sentence): Line {
  const words = wordsOf(sentence.text, article.language).map(({ text }) => text);
  return {
    article,
    sentence,
    words: words.map(fold),
    terms: new Set(words.flatMap((word) => termOf(word, article.language) ?? [])),
    leans: !standsAlone(sentence.text, article.language),
  };
}

/** Whether two lines say nearly the same: most terms of the shorter one are in the other. */
export function areAlike(one: Line, other: Line, share = 0.65): boolean {
  const shorter = Math.min(one.terms.size, other.terms.size);
  return shorter > 0 && [...one.terms].filter((term) => other.terms.has(term)).length / shorter >= share;
}

/** Newest article first, in it reading order. */
export function newestFirst(one: Line, other: Line): number {
  return (
    Temporal.Instant.compare(other.article.publishedAt, one.article.publishedAt) ||
    other.article.id.localeCompare(one.article.id) ||
    one.sentence.index - other.sentence.index
  );
}
