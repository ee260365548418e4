import type { OpenStory } from './open-stories.ts';
import { cosineOf, type Idf } from './term-vector.ts';

/** Articles this much older than the newest no longer name a story. */
const recentHours = 48;
/** More than this many are not compared; the newest are. */
const mostCompared = 12;

/** The recent article most similar to the story as a whole; of equals the newest. */
export function centralArticle({ articles, weights, lastAt }: OpenStory, idf: Idf): string | undefined {
  const recent = articles
    .filter(({ at }) => at >= lastAt - recentHours)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, mostCompared);
  let best: { id: string; centrality: number } | undefined;
  for (const { id, vector } of recent) {
    const centrality = recent.length === 1 ? 1 : cosineOf(vector, weights, idf);
    if (!best || centrality > best.centrality) best = { id, centrality };
  }
  return best?.id;
}
