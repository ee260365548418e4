import type { Article } from '../articles/article.ts';
import type { Line } from './lines.ts';

/** So many articles are kept read, some 80 KB each: those that people ask about today. */
const mostArticles = 200;
const kept = new Map<string, readonly Line[]>();

/** The lines of an article as they were read for an earlier answer; undefined where they were not, or where its text is another. */
export function recallLines(article: Article): readonly Line[] | undefined {
  const key = keyOf(article);
  const lines = kept.get(key);
  const before = lines?.[0]?.article;
  if (!lines || !before || !isSameText(before, article)) return undefined;
  kept.delete(key);
  kept.set(key, lines);
  return before === article ? lines : lines.map((line) => ({ ...line, article }));
}

/** Keeps them for the next answer, in place of those not asked about for longest. */
export function keepLines(article: Article, lines: readonly Line[]): void {
  kept.set(keyOf(article), lines);
  const [oldest] = kept.keys();
  if (kept.size > mostArticles && oldest !== undefined) kept.delete(oldest);
}

function keyOf({ id, revision }: Article): string {
  return `${id}#${revision}`;
}

/** An id is one article in one archive only; a command over files reads others under the same ids. */
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
