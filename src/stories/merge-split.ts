import { type OpenStories, type OpenStory, termsOfArticles } from './open-stories.ts';
import { joinSettingsFor, type StorySettings } from './story-settings.ts';
import { compareWithStory, weighDocument } from './story-similarity.ts';
import { cosineOf, type Idf, vectorNorm, weighTerms } from './term-vector.ts';

/** Two stories to merge. The one that opened first keeps its id. */
export interface StoryMerge {
  readonly fromId: string;
  readonly intoId: string;
  readonly similarity: number;
}

/** A story to split: its later articles are about something else than its earlier ones. */
export interface StorySplit {
  readonly fromId: string;
  readonly articleIds: readonly string[];
  /** Of the two parts. */
  readonly similarity: number;
}

/**
 * The story to merge with this one, which got an article, if any: they began with different words and have converged; or a small one opened
 * when this one had fewer terms. `mayJoin` checks what else they must share.
 */
export function findMerge(
  story: OpenStory,
  stories: OpenStories,
  { idf, mayJoin }: { readonly idf: Idf; readonly mayJoin: (other: OpenStory) => boolean },
  settings: StorySettings,
): StoryMerge | undefined {
  const norm = vectorNorm(story.weights, idf);
  const near = stories
    .sharing(weighTerms(story.weights, idf), settings)
    .filter((other) => other !== story && daysApart(story, other) * 24 <= settings.windowHours)
    .map((other) => ({ other, cosine: cosineOf(story.weights, other.weights, idf, norm) }));
  const best =
    mostSimilar(near, mayJoin, (neighbor) => similarityOfConverged(story, neighbor, settings)) ??
    mostSimilar(near, mayJoin, (neighbor) => similarityOfStray(story, neighbor, idf, settings));
  if (!best) return undefined;
  const [into, from] = isOlder(story, best.other) ? [story, best.other] : [best.other, story];
  return { fromId: from.id, intoId: into.id, similarity: best.similarity };
}

interface Neighbor {
  readonly other: OpenStory;
  /** Of all terms of the two stories. */
  readonly cosine: number;
}

function mostSimilar(
  neighbors: readonly Neighbor[],
  mayJoin: (other: OpenStory) => boolean,
  similarityOf: (neighbor: Neighbor) => number | undefined,
): { other: OpenStory; similarity: number } | undefined {
  let best: { other: OpenStory; similarity: number } | undefined;
  for (const neighbor of neighbors) {
    const similarity = similarityOf(neighbor);
    if (similarity === undefined || (best && similarity <= best.similarity) || !mayJoin(neighbor.other)) continue;
    best = { other: neighbor.other, similarity };
  }
  return best;
}

/** Undefined if two stories have not converged. */
function similarityOfConverged(
  story: OpenStory,
  { other, cosine }: Neighbor,
  settings: StorySettings,
): number | undefined {
  // The stricter threshold: a text shares much with a bare headline of its kind.
  const textLength = Math.max(meanLength(story), meanLength(other));
  const { merge, agePerDay } = joinSettingsFor(textLength, settings);
  const similarity = cosine - agePerDay * daysApart(story, other);
  return similarity < merge ? undefined : similarity;
}

/** Undefined if the articles of the smaller story would not join the larger one if they arrived now; bare headlines never do. */
function similarityOfStray(
  story: OpenStory,
  { other: stray, cosine }: Neighbor,
  idf: Idf,
  settings: StorySettings,
): number | undefined {
  if (stray.articles.length > Math.min(settings.strayArticles, story.articles.length)) return undefined;
  const storyLength = meanLength(story);
  const { headlineShare } = joinSettingsFor(storyLength, settings);
  // An upper bound on the similarity with a story of texts: its size lowers the cosine, headline and names add at most this.
  if (cosine + headlineShare + settings.nameShare < settings.text.threshold) return undefined;
  const compared = stray.articles.map((article) => {
    const document = weighDocument({ ...article, weights: article.vector }, idf);
    const hoursSince = Math.max(0, article.at - story.lastAt, story.openedAt - article.at);
    const { threshold } = joinSettingsFor(article.textLength, settings);
    const { strayMargin } = joinSettingsFor(Math.min(article.textLength, storyLength), settings);
    return {
      similarity: compareWithStory(document, { story, hoursSince, idf }, settings),
      least: threshold + strayMargin,
    };
  });
  const similarity = mean(compared.map((each) => each.similarity));
  return similarity < mean(compared.map(({ least }) => least)) ? undefined : similarity;
}

function daysApart(a: OpenStory, b: OpenStory): number {
  return Math.max(0, b.openedAt - a.lastAt, a.openedAt - b.lastAt) / 24;
}

/** The later half of a story, if it shares too little with the earlier half. Checked only at a few sizes, to keep it cheap. */
export function findSplit(story: OpenStory, idf: Idf, settings: StorySettings): StorySplit | undefined {
  if (!settings.splitSizes.includes(story.articles.length)) return undefined;
  const inOrder = story.articles.toSorted((a, b) => a.at - b.at);
  const half = inOrder.length >> 1;
  const [early, late] = [inOrder.slice(0, half), inOrder.slice(half)];
  const similarity = cosineOf(termsOfArticles(early), termsOfArticles(late), idf);
  if (similarity >= joinSettingsFor(meanLength(story), settings).split) return undefined;
  return { fromId: story.id, articleIds: late.map(({ id }) => id), similarity };
}

function meanLength({ articles }: OpenStory): number {
  return mean(articles.map(({ textLength }) => textLength));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function isOlder(a: OpenStory, b: OpenStory): boolean {
  return a.openedAt < b.openedAt || (a.openedAt === b.openedAt && a.id < b.id);
}
