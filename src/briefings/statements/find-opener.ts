import type { Article, Sentence } from '../../articles/article.ts';
import type { FreshArticle } from '../news/story-news.ts';
import { isQuotable } from './quotable.ts';
import { isSelfContained } from './sentence-fitness.ts';
import { createReferenceCheck } from './shown-before.ts';
import type { Choice } from './story-draft.ts';
import { bestSentence, earlyNews, opening } from './story-opening.ts';

type Choose = (article: Article, sentences: readonly Sentence[]) => Sentence | undefined;

/** The sentence in which a delivered toll changed, from the first article that has one. */
export function findMoved(fresh: readonly FreshArticle[]): Choice | undefined {
  for (const { article, moved } of fresh) {
    const [first] = moved.filter(({ sentence }) => isSelfContained(sentence.text, article.language));
    if (first) return { article, sentence: first.sentence };
  }
  return undefined;
}

/**
 * The opening of the first article that has one; else early news, then the best sentence, that readers of the title understand; as a last
 * resort the best sentence whatever it refers to.
 */
export function findOpener(fresh: readonly FreshArticle[], misprints: readonly string[]): Choice | undefined {
  const [title = ''] = fresh.map(({ article }) => article.headline);
  const rounds: readonly Choose[] = [
    opening,
    (article, sentences) => earlyNews(article, understood(article, sentences, title)),
    (article, sentences) => bestSentence(article, understood(article, sentences, title), []),
    (article, sentences) => bestSentence(article, sentences, []),
  ];
  for (const choose of rounds) {
    for (const { article, sentences } of fresh) {
      const usable = sentences.filter((sentence) => isQuotable(sentence, article, misprints));
      const sentence = choose(article, usable);
      if (sentence) return { article, sentence };
    }
  }
  return undefined;
}

/** Those without references to anybody or anything that an earlier sentence introduced. */
function understood(article: Article, sentences: readonly Sentence[], title: string): readonly Sentence[] {
  const texts = article.sentences.map(({ text }) => text);
  const resolves = createReferenceCheck(texts, article.language);
  return sentences.filter((sentence) => resolves(sentence.index, title, []));
}
