import { type Selectable, sql } from 'kysely';
import type { ChannelRef, Platform, PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Delivery, DeliveryState } from '../deliveries/delivery.ts';
import type { Preparation } from '../deliveries/outbox-storage.ts';
import { toIso } from '../runtime/clock.ts';
import { chunksOf } from './chunks.ts';
import type { Database } from './database.ts';
import { engineOf } from './engine.ts';
import { givenRows } from './given-rows.ts';
import type { DeliveryRow } from './schema.ts';

export type Deliveries = ReturnType<typeof createDeliveries>;

/** What operators look at: a delivery with where it goes, and the message that a platform would not take. */
export interface DeliveryRecord {
  readonly delivery: Delivery;
  readonly channel: ChannelRef;
  readonly interest: string;
  readonly payload?: Message;
}

/** The outbox. */
export function createDeliveries(db: Database) {
  return {
    /** Makes deliveries known; gives the number of those that were not: a subscription has one for each slot. */
    async insert(deliveries: readonly Delivery[]): Promise<number> {
      let inserted = 0;
      for (const chunk of chunksOf(deliveries, 500)) inserted += await insertChunk(db, chunk);
      return inserted;
    },

    /** The newest instant that any slot was due: what is archived from now on belongs into a window after it. */
    async newestDue(): Promise<Temporal.Instant | undefined> {
      const row = await db
        .selectFrom('deliveries')
        .select('due_at')
        .orderBy('due_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && Temporal.Instant.from(row.due_at);
    },

    /**
     * Takes deliveries that are due, ready for another try, or left behind by a claim that ran out; nobody else can take them until
     * `until`. Of a channel only the oldest unfinished one, so that its slots keep their order; workspaces take turns, so that a huge
     * one does not delay the others.
     */
    async claim({ now, until, limit }: { now: Temporal.Instant; until: Temporal.Instant; limit: number }) {
      const at = toIso(now);
      if (!(await isAnyReady(db, at))) return [];
      // One instance at a time: of two that rank at once, one would find everything it ranked taken, and rest.
      const { rows } = await db.transaction().execute(async (alone) => {
        await engineOf(alone).hold(alone, 'claim');
        return claimRows(alone, at, toIso(until), limit);
      });
      return rows.map(toDelivery).toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
    },

    /** Remembers, before they are sent, which briefing each delivery carries and where its window begins. */
    async setBriefings(preparations: readonly Preparation[]): Promise<void> {
      if (preparations.length === 0) return;
      const rows = preparations.map((one) => [one.deliveryId, one.briefingId, toIso(one.windowStart)]);
      await sql`with given (id, briefing_id, window_start) as (${givenRows(rows)})
        update deliveries set briefing_id = given.briefing_id, window_start = given.window_start
        from given where deliveries.id = given.id || ''`.execute(db);
    },

    /** Gives claims back until then, as if they had not been made. `mayBePosted`: an earlier try may stand in the channel. */
    async release(
      ids: readonly string[],
      { until, mayBePosted }: { readonly until: Temporal.Instant; readonly mayBePosted: boolean },
    ): Promise<void> {
      if (ids.length === 0) return;
      await db
        .updateTable('deliveries')
        .set({ state: 'retrying', retry_at: toIso(until), claimed_until: null })
        .$if(!mayBePosted, (query) => query.set({ briefing_id: null }))
        .where('id', 'in', [...ids])
        .where('state', '=', 'claimed')
        .execute();
    },

    async markSent(sent: readonly { id: string; post: PostRef; sentAt: Temporal.Instant }[]): Promise<void> {
      if (sent.length === 0) return;
      const rows = sent.map(({ id, post, sentAt }) => [id, JSON.stringify(post), toIso(sentAt)]);
      await sql`with given (id, post, sent_at) as (${givenRows(rows)})
        update deliveries set state = 'sent', claimed_until = null, retry_at = null, reason = null, post = given.post, sent_at = given.sent_at
        from given where deliveries.id = given.id || ''`.execute(db);
    },

    /** These change nothing that was sent meanwhile, by whoever took over a claim that had run out. */
    async markRetrying(id: string, retryAt: Temporal.Instant, reason: string): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ state: 'retrying', retry_at: toIso(retryAt), claimed_until: null, reason, attempts: sql`attempts + 1` })
        .where('id', '=', id)
        .where('state', '!=', 'sent')
        .execute();
    },

    async mark(id: string, state: 'suspended' | 'missed', reason: string): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ ...finished, state, reason })
        .where('id', '=', id)
        .where('state', '!=', 'sent')
        .execute();
    },

    /** Forgets a claimed delivery, as if it had never been planned. */
    async withdraw(id: string): Promise<void> {
      await db.deleteFrom('deliveries').where('id', '=', id).where('state', '=', 'claimed').execute();
    },

    /** A dead letter keeps what the platform would not take. */
    async markDead(id: string, reason: string, payload: Message | undefined): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ ...finished, state: 'dead', reason, attempts: sql`attempts + 1` })
        .set({ payload: payload === undefined ? null : JSON.stringify(payload) })
        .where('id', '=', id)
        .where('state', '!=', 'sent')
        .execute();
    },

    /** Has a delivery that ended otherwise than sent tried again, with all its tries. */
    async retry(id: string, at: Temporal.Instant): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ state: 'retrying', attempts: 0, retry_at: toIso(at), claimed_until: null, is_by_hand: 1 })
        .where('id', '=', id)
        .execute();
    },

    async find(id: string): Promise<DeliveryRecord | undefined> {
      const row = await db
        .selectFrom('deliveries as d')
        .innerJoin('subscriptions as s', 's.id', 'd.subscription_id')
        .innerJoin('channels as c', 'c.id', 's.channel_number')
        .selectAll('d')
        .select(['s.interest', 'c.platform', 'c.workspace_id', 'c.channel_id'])
        .where('d.id', '=', id)
        .executeTakeFirst();
      if (!row) return undefined;
      return {
        delivery: toDelivery(row),
        channel: { platform: row.platform as Platform, workspaceId: row.workspace_id, channelId: row.channel_id },
        interest: row.interest,
        ...(row.payload === null ? {} : { payload: JSON.parse(row.payload) as Message }),
      };
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

    /** When each of these subscriptions was last sent anything, by its id. */
    async lastSentOf(subscriptionIds: readonly number[]): Promise<ReadonlyMap<number, Temporal.Instant>> {
      if (subscriptionIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('deliveries')
        .select(({ fn }) => ['subscription_id', fn.max('sent_at').as('sent_at')])
        .where('subscription_id', 'in', [...subscriptionIds])
        .where('sent_at', 'is not', null)
        .groupBy('subscription_id')
        .execute();
      return new Map(
        rows.flatMap(({ subscription_id: id, sent_at: at }) => (at ? [[id, Temporal.Instant.from(at)]] : [])),
      );
    },

    async counts(): Promise<Readonly<Partial<Record<DeliveryState, number>>>> {
      const rows = await db
        .selectFrom('deliveries')
        .select(({ fn }) => ['state', fn.countAll<number>().as('deliveries')])
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map(({ state, deliveries }) => [state, Number(deliveries)]));
    },
  };
}

/** No claim holds for so long: one of a time after that was made before the clock was set back. */
const noLeaseHours = 1;

function readyAt(at: string) {
  const setBack = toIso(Temporal.Instant.from(at).add({ hours: noLeaseHours }));
  return sql<boolean>`(state = 'due' or (state = 'retrying' and retry_at <= ${at})
    or (state = 'claimed' and (claimed_until <= ${at} or claimed_until > ${setBack})))`;
}

/** Most looks find nothing: they need not rank anything. */
async function isAnyReady(db: Database, at: string): Promise<boolean> {
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('state', 'in', ['due', 'retrying', 'claimed'])
    .where('due_at', '<=', at)
    .where(readyAt(at))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Crossed, so that SQLite begins with the few that wait, whatever it guesses of them, and not with all channels. */
function claimRows(db: Database, at: string, until: string, limit: number) {
  return sql<Selectable<DeliveryRow>>`
    update deliveries set state = 'claimed', claimed_until = ${until} where id in (
      select id from (
        select h.id, h.due_at, row_number() over (partition by c.platform, c.workspace_id order by h.due_at, h.id) as turn
        from (
          select id, channel_number, due_at, row_number() over (partition by channel_number order by due_at, id) as place,
            case when ${readyAt(at)} then 1 else 0 end as is_ready
          from deliveries where state in ('due', 'retrying', 'claimed') and due_at <= ${at}
        ) as h cross join channels as c
        where c.id = h.channel_number and h.place = 1 and h.is_ready = 1
      ) as ranked order by turn, due_at, id limit ${limit}
    ) returning *`.execute(db);
}

const finished = { claimed_until: null, retry_at: null } as const;

async function insertChunk(db: Database, deliveries: readonly Delivery[]): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('deliveries')
    .values(
      deliveries.map((delivery) => ({
        id: delivery.id,
        subscription_id: delivery.subscriptionId,
        channel_number: sql<number>`(select channel_number from subscriptions where id = ${delivery.subscriptionId})`,
        story_id: delivery.storyId ?? null,
        slot: delivery.slot,
        due_at: toIso(delivery.dueAt),
        window_start: toIso(delivery.windowStart),
        window_end: toIso(delivery.windowEnd),
        state: delivery.state,
        attempts: 0,
        reason: delivery.reason ?? null,
        is_late: delivery.isLate ? 1 : 0,
        is_by_hand: delivery.isByHand ? 1 : 0,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

function toDelivery(row: Selectable<DeliveryRow>): Delivery {
  return {
    id: row.id,
    subscriptionId: row.subscription_id,
    ...(row.story_id === null ? {} : { storyId: row.story_id }),
    slot: row.slot,
    dueAt: Temporal.Instant.from(row.due_at),
    windowStart: Temporal.Instant.from(row.window_start),
    windowEnd: Temporal.Instant.from(row.window_end),
    state: row.state as DeliveryState,
    attempts: row.attempts,
    ...(row.claimed_until === null ? {} : { claimedUntil: Temporal.Instant.from(row.claimed_until) }),
    ...(row.retry_at === null ? {} : { retryAt: Temporal.Instant.from(row.retry_at) }),
    ...(row.briefing_id === null ? {} : { briefingId: row.briefing_id }),
    ...(row.post === null ? {} : { post: JSON.parse(row.post) as PostRef }),
    ...(row.sent_at === null ? {} : { sentAt: Temporal.Instant.from(row.sent_at) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    isLate: row.is_late === 1,
    isByHand: row.is_by_hand === 1,
  };
}
