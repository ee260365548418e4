import { type Selectable, sql } from 'kysely';
import type { Briefing, Citation } from '../briefings/briefing.ts';
import type { ToldStatement } from '../briefings/story-news.ts';
import type { PostRef } from '../chat/chat.ts';
import type { Delivery, DeliveryState } from '../deliveries/delivery.ts';
import { toIso } from '../runtime/clock.ts';
import type { Database } from './database.ts';
import type { DeliveryRow } from './schema.ts';

export type Deliveries = ReturnType<typeof createDeliveries>;

/** The outbox, the briefings it sends, and what each subscription was told. */
export function createDeliveries(db: Database) {
  return {
    /** Makes a delivery known; false when the subscription has one for that slot already. */
    async insert(delivery: Delivery): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('deliveries')
        .values({
          id: delivery.id,
          subscription_id: delivery.subscriptionId,
          slot: delivery.slot,
          due_at: toIso(delivery.dueAt),
          window_start: toIso(delivery.windowStart),
          window_end: toIso(delivery.windowEnd),
          state: delivery.state,
          attempts: 0,
          reason: delivery.reason ?? null,
          is_late: delivery.isLate ? 1 : 0,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return Number(numInsertedOrUpdatedRows ?? 0) > 0;
    },

    /** The newest slot that was ever planned for a subscription. */
    async lastPlanned(subscriptionId: number): Promise<Temporal.Instant | undefined> {
      const row = await db
        .selectFrom('deliveries')
        .select('due_at')
        .where('subscription_id', '=', subscriptionId)
        .orderBy('due_at', 'desc')
        .executeTakeFirst();
      return row && Temporal.Instant.from(row.due_at);
    },

    /** Takes the oldest delivery that is due, ready for another try, or left behind by a claim that ran out; nobody else can take it until `until`. */
    async claim(now: Temporal.Instant, until: Temporal.Instant): Promise<Delivery | undefined> {
      const at = toIso(now);
      const row = await db
        .updateTable('deliveries')
        .set({ state: 'claimed', claimed_until: toIso(until), attempts: sql`attempts + 1` })
        .where(
          'id',
          '=',
          db
            .selectFrom('deliveries')
            .select('id')
            .where((eb) =>
              eb.or([
                eb('state', '=', 'due').and('due_at', '<=', at),
                eb('state', '=', 'retrying').and('retry_at', '<=', at),
                eb('state', '=', 'claimed').and('claimed_until', '<=', at),
              ]),
            )
            .orderBy('due_at')
            .orderBy('id')
            .limit(1),
        )
        .returningAll()
        .executeTakeFirst();
      return row && toDelivery(row);
    },

    async markSent(id: string, facts: { post: PostRef; briefingId: string; sentAt: Temporal.Instant }): Promise<void> {
      await update(db, id, {
        state: 'sent',
        post: JSON.stringify(facts.post),
        briefing_id: facts.briefingId,
        sent_at: toIso(facts.sentAt),
        reason: null,
        claimed_until: null,
        retry_at: null,
      });
    },

    async markRetrying(id: string, retryAt: Temporal.Instant, reason: string): Promise<void> {
      await update(db, id, { state: 'retrying', retry_at: toIso(retryAt), claimed_until: null, reason });
    },

    async mark(
      id: string,
      state: Extract<DeliveryState, 'suspended' | 'dead' | 'missed'>,
      reason: string,
    ): Promise<void> {
      await update(db, id, { state, reason, claimed_until: null, retry_at: null });
    },

    async list(options: {
      state?: DeliveryState;
      subscriptionId?: number;
      limit: number;
    }): Promise<readonly Delivery[]> {
      let select = db.selectFrom('deliveries').selectAll().orderBy('due_at', 'desc').limit(options.limit);
      if (options.state) select = select.where('state', '=', options.state);
      if (options.subscriptionId !== undefined) select = select.where('subscription_id', '=', options.subscriptionId);
      return (await select.execute()).map(toDelivery);
    },

    async counts(): Promise<Readonly<Partial<Record<DeliveryState, number>>>> {
      const rows = await db
        .selectFrom('deliveries')
        .select(({ fn }) => ['state', fn.countAll<number>().as('deliveries')])
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map(({ state, deliveries }) => [state, Number(deliveries)]));
    },

    async findBriefing(id: string): Promise<Briefing | undefined> {
      const row = await db.selectFrom('briefings').select('document').where('id', '=', id).executeTakeFirst();
      return row && (JSON.parse(row.document) as Briefing);
    },

    async saveBriefing(briefing: Briefing, composedAt: Temporal.Instant): Promise<void> {
      await db
        .insertInto('briefings')
        .values({ id: briefing.id, document: JSON.stringify(briefing), composed_at: toIso(composedAt) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** Remembers what a briefing told a subscription, so that the next one says only what is new. */
    async recordTold(subscriptionId: number, briefing: Briefing, at: Temporal.Instant): Promise<void> {
      for (const story of briefing.stories) {
        const statements = [...story.statements, ...(story.whyItMatters ? [story.whyItMatters] : [])];
        for (const { text, citations } of statements) {
          const [first] = citations;
          if (!first) continue;
          await db
            .insertInto('told')
            .values({
              subscription_id: subscriptionId,
              story_id: Number(story.storyId),
              article_id: first.articleId,
              revision: first.revision,
              sentence: first.sentence,
              text,
              told_at: toIso(at),
            })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      }
    },

    /** What a subscription was told of these stories, with the citations of then. */
    async toldOf(
      subscriptionId: number,
      storyIds: readonly number[],
    ): Promise<ReadonlyMap<number, readonly ToldStatement[]>> {
      if (storyIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('told as t')
        .innerJoin('articles as a', 'a.id', 't.article_id')
        .innerJoin('article_revisions as r', (join) =>
          join.onRef('r.article_id', '=', 't.article_id').onRef('r.revision', '=', 't.revision'),
        )
        .select([
          't.story_id',
          't.article_id',
          't.revision',
          't.sentence',
          't.text',
          'a.url',
          'r.published_at',
          'r.headline',
        ])
        .where('t.subscription_id', '=', subscriptionId)
        .where('t.story_id', 'in', [...storyIds])
        .orderBy('t.told_at')
        .execute();
      const statements = rows.map((row): { storyId: number; told: ToldStatement } => {
        const citation: Citation = {
          articleId: row.article_id,
          revision: row.revision,
          sentence: row.sentence,
          quote: row.text,
          url: row.url,
          publishedAt: row.published_at,
          headline: row.headline,
        };
        return { storyId: row.story_id, told: { text: row.text, citation } };
      });
      const byStory = Map.groupBy(statements, ({ storyId }) => storyId);
      return new Map([...byStory].map(([storyId, list]) => [storyId, list.map(({ told }) => told)]));
    },
  };
}

async function update(db: Database, id: string, change: Partial<DeliveryRow>): Promise<void> {
  await db.updateTable('deliveries').set(change).where('id', '=', id).execute();
}

function toDelivery(row: Selectable<DeliveryRow>): Delivery {
  return {
    id: row.id,
    subscriptionId: row.subscription_id,
    slot: row.slot,
    dueAt: Temporal.Instant.from(row.due_at),
    windowStart: Temporal.Instant.from(row.window_start),
    windowEnd: Temporal.Instant.from(row.window_end),
    state: row.state as DeliveryState,
    attempts: row.attempts,
    ...(row.retry_at === null ? {} : { retryAt: Temporal.Instant.from(row.retry_at) }),
    ...(row.briefing_id === null ? {} : { briefingId: row.briefing_id }),
    ...(row.post === null ? {} : { post: JSON.parse(row.post) as PostRef }),
    ...(row.sent_at === null ? {} : { sentAt: Temporal.Instant.from(row.sent_at) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    isLate: row.is_late === 1,
  };
}
