import { type OpenStories, type OpenStory, termsOfArticles } from './open-stories.ts';
import { joinSettingsFor, type StorySettings } from './story-settings.ts';
import { cosineOf, type Idf, weighTerms } from './term-vector.ts';

/** Two stories that turned out to be one. The one that opened first keeps its id. */
export interface StoryMerge {
  readonly fromId: string;
  readonly intoId: string;
  readonly similarity: number;
}

/** A story whose later articles tell something else than its earlier ones. */
export interface StorySplit {
  readonly fromId: string;
  readonly articleIds: readonly string[];
  /** Of the two parts. */
  readonly similarity: number;
}

/** The story that this one has grown together with, if any: each may have begun with its own words, and now they share them. */
export function findMerge(
  story: OpenStory,
  stories: OpenStories,
  idf: Idf,
  settings: StorySettings,
): StoryMerge | undefined {
  let best: { other: OpenStory; similarity: number } | undefined;
  for (const other of stories.sharing(weighTerms(story.weights, idf), settings)) {
    const daysApart = Math.max(0, other.openedAt - story.lastAt, story.openedAt - other.lastAt) / 24;
    if (other === story || daysApart * 24 > settings.windowHours) continue;
    // The stricter of the two: a text shares much with a bare headline of its kind.
    const textLength = Math.max(meanLength(story), meanLength(other));
    const { merge, agePerDay } = joinSettingsFor(textLength, settings);
    const similarity = cosineOf(story.weights, other.weights, idf) - agePerDay * daysApart;
    if (similarity < merge) continue;
    if (!best || similarity > best.similarity) best = { other, similarity };
  }
  if (!best) return undefined;
  const [into, from] = isOlder(story, best.other) ? [story, best.other] : [best.other, story];
  return { fromId: from.id, intoId: into.id, similarity: best.similarity };
}

/** The later half of a story, if it shares too little with the earlier one. Asked at few sizes, so that it costs little. */
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
  return articles.reduce((sum, { textLength }) => sum + textLength, 0) / articles.length;
}

function isOlder(a: OpenStory, b: OpenStory): boolean {
  return a.openedAt < b.openedAt || (a.openedAt === b.openedAt && a.id < b.id);
}
