import type { Archive, StorySummary } from '../answers/archive.ts';
import type { Actors } from './actors/actors.ts';
import type { Articles } from './articles/articles.ts';
import type { Affairs } from './stories/affairs.ts';
import type { Stories } from './stories/stories.ts';

/** The archive as answers read it, over the queries of each noun. */
export function createArchive({
  articles,
  actors,
  stories,
  affairs,
}: {
  articles: Articles;
  actors: Actors;
  stories: Stories;
  affairs: Affairs;
}): Archive {
  return {
    extent: () => articles.extent(),
    languages: () => articles.languages(),
    findArticle: (id, revision) => articles.find(id, revision),
    listArticles: (query) => articles.list(query),
    searchArticles: (terms, options) => articles.search(terms, options),
    countArticles: (terms) => articles.holding(terms),
    findActors: (name) => actors.findByName(name),
    similarActors: (name, limit) => actors.similar(name, limit),
    completeActors: (prefix, limit) => actors.complete(prefix, limit),
    getActor: (id) => actors.get(id),
    findActor: (id) => actors.find(id),
    mentionDaysOf: (actorId) => actors.mentionDays(actorId),
    mentionsOf: (actorId, limit) => actors.mentions(actorId, limit),
    rolesOf: (actorId) => actors.roles(actorId),
    rolesIn: (articleIds) => actors.rolesIn(articleIds),
    quotesOf: (actorId, limit) => actors.quotes(actorId, limit),
    relationsOf: (actorId, limit) => actors.relations(actorId, limit),
    actorsIn: (articleIds, limit) => actors.inArticles(articleIds, limit),
    findStory: (id) => stories.find(id),
    listStories: (options) => stories.list(options),
    storyOf: (articleId) => stories.storyOf(articleId),
    async affairOf(storyId) {
      const story = await stories.find(storyId);
      return story?.affairId === undefined ? undefined : affairs.find(story.affairId);
    },
    storiesOfAffair: (affairId, limit) => stories.list({ affairId, limit }),
    async storiesOfActor(actorId, limit) {
      const found: { story: StorySummary; articles: number }[] = [];
      for (const { storyId, articles: count } of await actors.storyIds(actorId, limit)) {
        const story = await stories.find(storyId);
        if (story) found.push({ story, articles: count });
      }
      return found;
    },
  };
}
