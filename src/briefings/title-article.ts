import { revisedAt } from '../articles/article.ts';
import type { FreshArticle } from './news/story-news.ts';
import { headlineKind } from './ranking/event-values.ts';

/** An older headline may be overtaken. */
const recentHours = 36;

/**
 * The article whose headline tells a story: the newest, unless that one only explains, asks or runs live and another with news, hardly
 * older, says what happened. The first of `newestFirst` where none does.
 */
export function titleArticleOf(newestFirst: readonly FreshArticle[]): FreshArticle | undefined {
  const [newest] = newestFirst;
  const says = newestFirst.find(
    ({ article, sentences }) =>
      sentences.length > 0 &&
      article.kind === 'article' &&
      headlineKind(article.headline, article.language) === 'news' &&
      newest !== undefined &&
      revisedAt(article).until(revisedAt(newest.article)).total('hours') <= recentHours,
  );
  return says ?? newest;
}
