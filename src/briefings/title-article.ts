import { toldAt } from '../articles/told-at.ts';
import { baseLanguage } from '../language/terms.ts';
import type { FreshArticle } from './story-news.ts';

/** Headlines of what explains, asks or comments: they do not say what happened. By base language. */
const explaining: Readonly<Record<string, RegExp>> = {
  en: /\?$|^(?:[^:]{1,50}:\s)?(?:what|why|how|who|when|where|opinion|analysis|fact check|in pictures|live|explained)(?!\p{L})|(?:updates?|live|explained)$|^[^:]{1,40}\s(?:is|are) (?:an?|the)\s/iu,
  de: /\?$|^(?:[^:]{1,50}:\s)?(?:was|warum|wieso|weshalb|wie|wer|wo|wohin|kommentar|meinung|analyse|faktencheck|bilder|liveticker|liveblog)(?!\p{L})/iu,
};
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
      !explaining[baseLanguage(article.language)]?.test(article.headline) &&
      newest !== undefined &&
      toldAt(article).until(toldAt(newest.article)).total('hours') <= recentHours,
  );
  return says ?? newest;
}
