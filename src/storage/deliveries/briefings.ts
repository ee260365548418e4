import type { Briefing, Citation, DeliveredStatement } from '../../briefings/briefing.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { chunksOf } from '../rows.ts';
import { storiesOfSameEvent } from '../stories/story-facts.ts';
import { statementRows } from './statement-rows.ts';

export type Briefings = ReturnType<typeof createBriefings>;

/** Where and when an article was delivered. */
export interface DeliveredBriefing {
  readonly subscriptionId: number;
  readonly interest: string;
  readonly channel: { readonly platform: string; readonly channelId: string };
  readonly slot: string;
  readonly sentAt: Temporal.Instant;
}

/** Briefings, shared by all subscriptions they were sent to, and the statements each subscription received in them. */
export function createBriefings(db: Database) {
  return {
    async find(id: string): Promise<Briefing | undefined> {
      const row = await db.selectFrom('briefings').select('document').where('id', '=', id).executeTakeFirst();
      return row && (JSON.parse(row.document) as Briefing);
    },

    async save(briefing: Briefing, composedAt: Temporal.Instant): Promise<void> {
      for (const rows of chunksOf(statementRows(briefing), 500)) {
        await db
          .insertInto('briefing_statements')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      // Last, since an existing briefing row implies that it is complete.
      await db
        .insertInto('briefings')
        .values({ id: briefing.id, document: JSON.stringify(briefing), composed_at: toIso(composedAt) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** Every sent briefing that contains an article, oldest first. */
    async deliveriesOf(articleId: string): Promise<readonly DeliveredBriefing[]> {
      const rows = await db
        .selectFrom('deliveries as d')
        .innerJoin('subscriptions as s', 's.id', 'd.subscription_id')
        .innerJoin('channels as c', 'c.id', 's.channel_number')
        .select(['d.subscription_id', 's.interest', 'c.platform', 'c.channel_id', 'd.slot', 'd.sent_at'])
        .where('d.sent_at', 'is not', null)
        .where(
          'd.briefing_id',
          'in',
          db.selectFrom('briefing_statements').select('briefing_id').where('article_id', '=', articleId),
        )
        .orderBy('d.sent_at')
        .execute();
      return rows.map((row) => ({
        subscriptionId: row.subscription_id,
        interest: row.interest,
        channel: { platform: row.platform, channelId: row.channel_id },
        slot: row.slot,
        sentAt: Temporal.Instant.from(row.sent_at ?? ''),
      }));
    },

    /** The briefings that delivered these stories to a subscription, oldest first: of those sent since the first article arrived, the newest few hundred. */
    async briefingsDelivered(subscriptionId: number, storyIds: readonly number[]): Promise<readonly string[]> {
      const meant = [...(await storiesOfSameEvent(db, storyIds)).values()].flatMap((ids) => [...ids]);
      if (meant.length === 0) return [];
      // By archive time: DW re-dates articles when it revises them.
      const firstArchived = db
        .selectFrom('story_articles as s')
        .innerJoin('article_revisions as r', 'r.article_id', 's.article_id')
        .select(({ fn }) => fn.min('r.archived_at').as('at'))
        .where('s.story_id', 'in', meant);
      const sent = db
        .selectFrom('deliveries')
        .select(['briefing_id', 'sent_at'])
        .where('subscription_id', '=', subscriptionId)
        .where('sent_at', '>=', firstArchived)
        .where('briefing_id', 'is not', null)
        .orderBy('sent_at', 'desc')
        .limit(briefingsLookedAt);
      const rows = await db
        .selectFrom(sent.as('d'))
        .select('d.briefing_id')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('briefing_statements as t')
              .innerJoin('story_articles as m', 'm.article_id', 't.article_id')
              .select('t.story_id')
              .whereRef('t.briefing_id', '=', 'd.briefing_id')
              .where('m.story_id', 'in', meant),
          ),
        )
        .orderBy('d.sent_at')
        .execute();
      return rows.flatMap(({ briefing_id }) => briefing_id ?? []);
    },

    /** The statements of these briefings on these stories, with the citations as delivered. */
    async deliveredStatements(
      briefingIds: readonly string[],
      storyIds: readonly number[],
    ): Promise<ReadonlyMap<number, readonly DeliveredStatement[]>> {
      if (briefingIds.length === 0) return new Map();
      const meant = await storiesOfSameEvent(db, storyIds);
      const rows = await db
        .selectFrom('briefing_statements as t')
        .innerJoin('story_articles as m', 'm.article_id', 't.article_id')
        .innerJoin('briefings as b', 'b.id', 't.briefing_id')
        .innerJoin('articles as a', 'a.id', 't.article_id')
        .innerJoin('article_revisions as r', (join) =>
          join.onRef('r.article_id', '=', 't.article_id').onRef('r.revision', '=', 't.revision'),
        )
        .select([
          'm.story_id',
          't.article_id',
          't.revision',
          't.sentence',
          't.text',
          'a.url',
          'r.published_at',
          'r.headline',
        ])
        .where('t.briefing_id', 'in', [...briefingIds])
        .where('m.story_id', 'in', [...new Set([...meant.values()].flatMap((ids) => [...ids]))])
        .orderBy('b.composed_at')
        .execute();
      const statements = rows.map((row): { storyId: number; delivered: DeliveredStatement } => {
        const citation: Citation = {
          articleId: row.article_id,
          revision: row.revision,
          sentence: row.sentence,
          quote: row.text,
          url: row.url,
          publishedAt: row.published_at,
          headline: row.headline,
        };
        return { storyId: row.story_id, delivered: { text: row.text, citation } };
      });
      const deliveredOf = (ids: ReadonlySet<number>) =>
        statements.filter(({ storyId }) => ids.has(storyId)).map(({ delivered }) => delivered);
      return new Map(
        [...meant]
          .map(([asked, ids]) => [asked, deliveredOf(ids)] as const)
          .filter(([, delivered]) => delivered.length > 0),
      );
    },
  };
}

/** More briefings than a story of months has with four slots a day. */
const briefingsLookedAt = 400;
