import type { ChannelRef, Platform } from '../../chat/chat.ts';
import type { AlertCandidate, AlertSources } from '../../deliveries/plan-alerts.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Articles } from '../articles/articles.ts';
import type { Feeds } from '../articles/feeds.ts';
import type { Database } from '../database.ts';
import type { Stories } from '../stories/stories.ts';
import type { StoryFacts } from '../stories/story-facts.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';

export type Alerts = ReturnType<typeof createAlerts>;

/** Queries for planning alerts. */
export function createAlerts(
  db: Database,
  queries: {
    readonly articles: Pick<Articles, 'list'>;
    readonly feeds: Pick<Feeds, 'positions'>;
    readonly subscriptions: Pick<Subscriptions, 'wantingAlerts'>;
    readonly stories: Pick<Stories, 'storiesOf'>;
    readonly storyFacts: Pick<StoryFacts, 'publishedOf'>;
  },
) {
  /** `topFeeds`: ids of the feeds whose order reflects the editors' priorities. */
  function sources(topFeeds: readonly string[]): AlertSources {
    return {
      subscribers: queries.subscriptions.wantingAlerts,

      async candidates({ since, until, atLeast }) {
        const recent = await publishedBetween(db, since, until);
        const stories = await queries.stories.storiesOf(recent);
        const many = [...Map.groupBy(recent, (id) => stories.get(id))].flatMap(([storyId, list]) =>
          storyId === undefined || list.length < atLeast ? [] : [[storyId, list] as const],
        );
        const ids = many.flatMap(([, list]) => list);
        if (ids.length === 0) return [];
        const [articles, positions, published] = await Promise.all([
          queries.articles.list({ ids }),
          queries.feeds.positions(ids, topFeeds),
          queries.storyFacts.publishedOf(many.map(([storyId]) => storyId)),
        ]);
        const byId = new Map(articles.map((article) => [article.id, article]));
        return many.map(([storyId, list]): AlertCandidate => {
          const places = list.flatMap((id) => positions.get(id) ?? []);
          return {
            storyId,
            articles: list.flatMap((id) => byId.get(id) ?? []),
            publishedAt: published.get(storyId) ?? [],
            ...(places.length > 0 ? { topPosition: Math.min(...places) } : {}),
          };
        });
      },

      async settled(storyIds) {
        const ids = [...storyIds];
        // The alerts of a merged story are stored under its old id.
        const meant = db
          .selectFrom('stories')
          .select('id')
          .where(({ eb, or }) => or([eb('id', 'in', ids), eb('merged_into', 'in', ids)]));
        const alerted = db
          .selectFrom('deliveries')
          .select(['channel_number as number', 'story_id'])
          .where('story_id', 'in', meant);
        const muted = db
          .selectFrom('muted_stories')
          .select(['channel_number as number', 'story_id'])
          .where('story_id', 'in', meant);
        const rows = await db
          .selectFrom(alerted.union(muted).as('d'))
          .innerJoin('channels as c', 'c.id', 'd.number')
          .innerJoin('stories as s', 's.id', 'd.story_id')
          .select(['s.id', 's.merged_into', 'c.platform', 'c.workspace_id', 'c.channel_id'])
          .execute();
        return rows.map(({ id, merged_into, ...row }) => ({ storyId: merged_into ?? id, channel: channelOf(row) }));
      },

      async raisedSince(since) {
        const rows = await db
          .selectFrom('deliveries as d')
          .innerJoin('channels as c', 'c.id', 'd.channel_number')
          .select(['c.platform', 'c.workspace_id', 'c.channel_id'])
          .where('d.story_id', 'is not', null)
          .where('d.due_at', '>', toIso(since))
          .where('d.state', 'in', ['due', 'claimed', 'retrying', 'sent'])
          .execute();
        return rows.map(channelOf);
      },
    };
  }

  return { sources };
}

/** Excludes silently archived articles; oldest first. */
async function publishedBetween(
  db: Database,
  since: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where('published_at', '>=', toIso(since))
    .where('published_at', '<=', toIso(until))
    .where('is_seed', '=', 0)
    .where('is_withdrawn', '=', 0)
    .orderBy('published_at')
    .execute();
  return rows.map(({ id }) => id);
}

function channelOf(row: {
  readonly platform: string;
  readonly workspace_id: string;
  readonly channel_id: string;
}): ChannelRef {
  return { platform: row.platform as Platform, workspaceId: row.workspace_id, channelId: row.channel_id };
}
