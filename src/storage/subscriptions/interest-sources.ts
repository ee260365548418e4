import type { InterestSources, StateMention } from '../../subscriptions/interest-reader.ts';
import type { Actors } from '../actors/actors.ts';
import type { Database } from '../database.ts';
import type { RelatedStories } from '../stories/related-stories.ts';

/** Queries for matching interests: the actors and states that articles name. */
export function createInterestSources(
  db: Database,
  {
    actors,
    relatedStories,
  }: { actors: Pick<Actors, 'findByName'>; relatedStories: Pick<RelatedStories, 'followedAs'> },
): InterestSources {
  return {
    storiesOf: relatedStories.followedAs,

    async mentioning(name, articleIds) {
      const ids = (await actors.findByName(name)).map(({ id }) => id);
      if (ids.length === 0 || articleIds.length === 0) return new Set();
      const rows = await db
        .selectFrom('actor_mentions')
        .select('article_id')
        .distinct()
        .where('actor_id', 'in', ids)
        .where('article_id', 'in', [...articleIds])
        .execute();
      return new Set(rows.map(({ article_id }) => article_id));
    },

    async statesIn(articleIds) {
      if (articleIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('actor_mentions as m')
        .innerJoin('actors as a', 'a.id', 'm.actor_id')
        .select(['m.article_id', 'm.sentence', 'a.country'])
        .where('a.country', 'is not', null)
        .where('m.article_id', 'in', [...articleIds])
        .execute();
      const byArticle = Map.groupBy(rows, ({ article_id }) => article_id);
      return new Map([...byArticle].map(([id, mentions]) => [id, statesOf(mentions)]));
    },
  };
}

function statesOf(mentions: readonly { country: string | null; sentence: number }[]): readonly StateMention[] {
  const byCountry = Map.groupBy(mentions, ({ country }) => country ?? '');
  return [...byCountry].map(([country, list]) => ({ country, sentences: list.map(({ sentence }) => sentence) }));
}
