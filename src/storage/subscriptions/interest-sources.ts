import type { ChannelRef } from '../../chat/chat.ts';
import { toIso } from '../../runtime/clock.ts';
import type { InterestSources, StateMention } from '../../subscriptions/interest-reader.ts';
import type { Actors } from '../actors/actors.ts';
import type { Database } from '../database.ts';
import type { RelatedStories } from '../stories/story-links.ts';
import { channelNumber } from './channels.ts';

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

    async otherNames(name) {
      return (await actors.findByName(name)).flatMap((actor) => [actor.name, ...actor.aliases]);
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

export type MutedStories = ReturnType<typeof createMutedStories>;

/** Queries on the muted stories of a channel. */
export function createMutedStories(db: Database) {
  const ofChannel = ({ platform, workspaceId, channelId }: ChannelRef) =>
    db
      .selectFrom('channels')
      .select('id')
      .where('platform', '=', platform)
      .where('workspace_id', '=', workspaceId)
      .where('channel_id', '=', channelId);
  return {
    /** Ids of the stories, most recently muted first. */
    async list(channel: ChannelRef): Promise<readonly number[]> {
      const rows = await db
        .selectFrom('muted_stories')
        .select('story_id')
        .where('channel_number', '=', ofChannel(channel))
        .orderBy('muted_at', 'desc')
        .orderBy('story_id')
        .execute();
      return rows.map(({ story_id }) => story_id);
    },

    async add(
      channel: ChannelRef,
      storyId: number,
      { by, at, zone, language }: { by: string; at: Temporal.Instant; zone: string; language: string },
    ): Promise<void> {
      const number = await channelNumber(db, channel, { zone, language, at });
      await db
        .insertInto('muted_stories')
        .values({ channel_number: number, story_id: storyId, muted_by: by, muted_at: toIso(at) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async remove(channel: ChannelRef, storyId: number): Promise<void> {
      await db
        .deleteFrom('muted_stories')
        .where('channel_number', '=', ofChannel(channel))
        .where('story_id', '=', storyId)
        .execute();
    },
  };
}
