import type { Article, Sentence } from '../../articles/article.ts';
import type { FreshArticle } from '../news/story-news.ts';
import { isOnTopic } from './restates.ts';
import { isQuotable, isSelfContained } from './sentence-fitness.ts';
import { createReferenceCheck } from './shown-before.ts';
import type { Choice } from './story-draft.ts';
import { bestSentence, earlyNews, opening } from './story-opening.ts';

/** The sentence in which a delivered toll changed, from the first article that has one. */
export function findMoved(fresh: readonly FreshArticle[]): Choice | undefined {
  for (const { article, moved } of fresh) {
    const [first] = moved.filter(({ sentence }) => isSelfContained(sentence.text, article.language));
    if (first) return { article, sentence: first.sentence };
  }
  return undefined;
}

/**
 * The opening of the article of the title; else early news, then the best sentence, that readers of the title understand. A sentence of the
 * body shares a word with the title; where none does, the title stands alone.
 */
export function findOpener(fresh: readonly FreshArticle[], misprints: readonly string[]): Choice | undefined {
  const [main] = fresh;
  if (!main) return undefined;
  const { article } = main;
  const { headline, language } = article;
  const usable = main.sentences.filter(
    (one) =>
      isQuotable(one, article, misprints) &&
      (one.role === 'lead' || headline === '' || isOnTopic(one.text, [headline], language)),
  );
  const clear = understood(article, usable, headline);
  const sentence = opening(article, usable) ?? earlyNews(article, clear) ?? bestSentence(article, clear, []);
  return sentence && { article, sentence };
}

/** Those without references to anybody or anything that an earlier sentence introduced. */
function understood(article: Article, sentences: readonly Sentence[], title: string): readonly Sentence[] {
  const texts = article.sentences.map(({ text }) => text);
  const resolves = createReferenceCheck(texts, article.language);
  return sentences.filter((sentence) => resolves(sentence.index, title, []));
}
