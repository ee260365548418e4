import type { Article } from '../articles/article.ts';
import type { ArticleSentence } from './article-sentences.ts';

/** The number of analyzed articles in the cache, some 80 KB each: those that people ask about today. */
const mostArticles = 200;
const cached = new Map<string, readonly ArticleSentence[]>();

/** The sentences of an article as analyzed for an earlier answer; undefined if there are none, or if the text has changed. */
export function recallSentences(article: Article): readonly ArticleSentence[] | undefined {
  const key = keyOf(article);
  const lines = cached.get(key);
  const before = lines?.[0]?.article;
  if (!lines || !before || !isSameText(before, article)) return undefined;
  cached.delete(key);
  cached.set(key, lines);
  return before === article ? lines : lines.map((line) => ({ ...line, article }));
}

/** Caches them for the next answer and evicts the least recently used. */
export function cacheSentences(article: Article, lines: readonly ArticleSentence[]): void {
  cached.set(keyOf(article), lines);
  const [oldest] = cached.keys();
  if (cached.size > mostArticles && oldest !== undefined) cached.delete(oldest);
}

function keyOf({ id, revision }: Article): string {
  return `${id}#${revision}`;
}

/** Ids are unique only within an archive; a command over files may read other texts under the same ids. */
function isSameText(one: Article, other: Article): boolean {
  return (
    one.language === other.language &&
    one.sentences.length === other.sentences.length &&
    one.blocks.length === other.blocks.length &&
    one.sentences.every(({ text, block }, index) => {
      const same = other.sentences[index];
      return same?.text === text && same.block === block;
    }) &&
    one.blocks.every(
      ({ kind, text }, index) => other.blocks[index]?.kind === kind && other.blocks[index]?.text === text,
    )
  );
}
