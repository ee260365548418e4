import type { DeskSources } from '../briefings/briefing-desk.ts';
import type { BriefingSettings } from '../briefings/compose-briefing.ts';
import { centralityOf } from '../briefings/ranking/actor-centrality.ts';
import type { Config } from '../config/config.ts';
import type { Storage } from '../storage/storage.ts';

/** What the operator set for all briefings. */
export function deskSettings(config: Config): BriefingSettings {
  const { briefings, breaking } = config;
  return {
    ...{
      weights: briefings.ranking,
      pictures: briefings.pictures,
      sentencesPerArticle: briefings.sentencesPerArticle,
      breaking,
    },
    get publishers() {
      return new Map(config.feeds.list.map(({ namespace, name }) => [namespace, name]));
    },
  };
}

/** Where a desk finds what briefings are composed of. */
export function deskSources(
  { articles, relatedStories, feeds, briefings, storyFacts }: Storage,
  config: Config,
): DeskSources {
  return {
    listArticles: articles.list,
    storiesOf: relatedStories.eventsOf,
    topPositions(ids) {
      const topFeeds = config.feeds.list.filter(({ isTop }) => isTop).map(({ id }) => id);
      return feeds.positions(ids, topFeeds);
    },
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
