import type { ArticleSentence } from '../article-sentences.ts';

const farthestAntecedent = 2;

/** The sentences needed before one that needs context, back to the first that is self-contained. */
export function antecedents(line: ArticleSentence, lines: readonly ArticleSentence[]): readonly ArticleSentence[] {
  if (!line.needsContext) return [];
  const at = lines.indexOf(line);
  const before = lines
    .slice(Math.max(0, at - farthestAntecedent), at)
    .filter(({ subhead }) => subhead?.text === line.subhead?.text);
  const anchor = before.findLastIndex(({ needsContext }) => !needsContext);
  return anchor < 0 ? before.slice(-1) : before.slice(anchor);
}
