import type { BriefingStory } from './briefing.ts';
import type { StoryMaterial } from './compose-briefing.ts';

/** What makes a story important, as parts of one sum. */
const rankWeights = {
  /** Natural logarithm of the number of articles in the window. */
  articles: 1,
  /** 1 for just published, halved every 12 hours. */
  freshness: 0.8,
  /** 1 for the first place of an editors' top feed, falling with the place. */
  prominence: 1.5,
  /** An update of what readers were told is worth less than a new story... */
  update: -0.2,
  /** ... unless a number moved. */
  moved: 0.6,
  /** Share of the agencies behind it: 1 from three on. */
  agencies: 0.3,
} as const;

export interface RankedStory {
  readonly story: BriefingStory;
  readonly score: number;
  /** The summands, by name of their weight. */
  readonly parts: Readonly<Record<keyof typeof rankWeights, number>>;
}

/** Orders the stories of a briefing, most important first; equal ones by id, so that the order never depends on chance. */
export function rankStories(
  stories: readonly { readonly story: BriefingStory; readonly material: StoryMaterial }[],
  now: Temporal.Instant,
): readonly RankedStory[] {
  return stories
    .map(({ story, material }) => {
      const newest = story.publishedAt.toSorted().at(-1) ?? now.toString();
      const hours = Math.max(0, Temporal.Instant.from(newest).until(now).total('hours'));
      const parts = {
        articles: rankWeights.articles * Math.log(1 + story.articleCount),
        freshness: rankWeights.freshness * 0.5 ** (hours / 12),
        prominence: material.topPosition === undefined ? 0 : rankWeights.prominence / (1 + material.topPosition / 4),
        update: story.isUpdate ? rankWeights.update : 0,
        moved: story.moved.length > 0 ? rankWeights.moved : 0,
        agencies: rankWeights.agencies * Math.min(1, story.agencies.length / 3),
      };
      return { story, parts, score: Object.values(parts).reduce((sum, part) => sum + part, 0) };
    })
    .toSorted((a, b) => b.score - a.score || (a.story.storyId < b.story.storyId ? -1 : 1));
}
