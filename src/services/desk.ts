import type { DeskSources } from '../briefings/briefing-desk.ts';
import type { BriefingSettings } from '../briefings/compose-briefing.ts';
import { centralityOf } from '../briefings/ranking/actor-centrality.ts';
import type { Config } from '../config/config.ts';
import type { Storage } from '../storage/storage.ts';

/** What the operator set for all briefings. */
export function deskSettings({ briefings, breaking, feeds }: Config): BriefingSettings {
  const publishers = new Map(feeds.list.map(({ namespace, name }) => [namespace, name]));
  return { weights: briefings.ranking, pictures: briefings.pictures, breaking, publishers };
}

/** Where a desk finds what briefings are composed of. */
export function deskSources(
  { articles, relatedStories, feeds, briefings, storyFacts }: Storage,
  config: Config,
): DeskSources {
  const topFeeds = config.feeds.list.filter(({ isTop }) => isTop).map(({ id }) => id);
  return {
    listArticles: articles.list,
    storiesOf: relatedStories.eventsOf,
    topPositions: (ids) => feeds.positions(ids, topFeeds),
    async centralityOf(ids) {
      const mentions = await storyFacts.mentionsIn(ids);
      return centralityOf(mentions, await storyFacts.mostArticlesOfOneActor());
    },
    publishedOf: storyFacts.publishedOf,
    affairsOf: storyFacts.affairsOf,
    findBriefing: briefings.find,
    saveBriefing: briefings.save,
  };
}
