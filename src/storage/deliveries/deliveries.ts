import { sql } from 'kysely';
import type { ChannelRef, Platform } from '../../chat/chat.ts';
import type { Message } from '../../chat/message.ts';
import type { DeadEnd, Delivery, DeliveryState } from '../../deliveries/delivery.ts';
import type { Preparation } from '../../deliveries/outbox-storage.ts';
import { toIso } from '../../runtime/clock.ts';
import { readReason, reason } from '../../wording/reason.ts';
import type { Database } from '../database.ts';
import { chunksOf, givenRows } from '../rows.ts';
import { toDelivery, toDeliveryRow } from './delivery-rows.ts';
import { type ClaimRequest, claimDeliveries, createDeliveryEnds } from './delivery-states.ts';

export type Deliveries = ReturnType<typeof createDeliveries>;

/** The outbox. */
export function createDeliveries(db: Database) {
  return {
    ...createDeliveryRecords(db),
    ...createDeliveryEnds(db),

    /** Inserts deliveries and returns how many were new: a subscription has one per slot. */
    async insert(deliveries: readonly Delivery[]): Promise<number> {
      let inserted = 0;
      for (const chunk of chunksOf(deliveries, 500)) inserted += await insertChunk(db, chunk);
      return inserted;
    },

    claim: (request: ClaimRequest) => claimDeliveries(db, request),

    /** Records, before sending, which briefing each delivery carries and where its window begins. */
    async setBriefings(preparations: readonly Preparation[]): Promise<void> {
      if (preparations.length === 0) return;
      const rows = preparations.map((one) => [one.deliveryId, one.briefingId, toIso(one.windowStart)]);
      await sql`with given (id, briefing_id, window_start) as (${givenRows(rows)})
        update deliveries set briefing_id = given.briefing_id, window_start = given.window_start
        from given where deliveries.id = given.id || ''`.execute(db);
    },
  };
}

async function insertChunk(db: Database, deliveries: readonly Delivery[]): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('deliveries')
    .values(deliveries.map(toDeliveryRow))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0);
}

/** A delivery for operators, with its channel and the message that a platform refused. */
export interface DeliveryRecord {
  readonly delivery: Delivery;
  readonly channel: ChannelRef;
  readonly interest: string;
  readonly payload?: Message;
}

/** Read queries on deliveries. */
function createDeliveryRecords(db: Database) {
  return {
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

    /** When each of these subscriptions last received anything, by id. */
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

    /** The newest instant at which any slot was due: what is archived from now on belongs to a later window. */
    async newestDue(): Promise<Temporal.Instant | undefined> {
      const row = await db
        .selectFrom('deliveries')
        .select('due_at')
        .orderBy('due_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && Temporal.Instant.from(row.due_at);
    },
  };
}

/** The most to report to the operator; more have a common cause. */
const most = 20;

/** Subscriptions whose latest finished delivery is dead, with that delivery; newest first. */
export async function findDeadEnds(db: Database): Promise<readonly DeadEnd[]> {
  const rows = await db
    .selectFrom('deliveries as d')
    .innerJoin('channels as c', 'c.id', 'd.channel_number')
    .select(['d.id', 'd.subscription_id', 'd.due_at', 'd.reason', 'c.platform', 'c.workspace_id', 'c.channel_id'])
    .where('d.state', '=', 'dead')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as later')
            .select('later.id')
            .whereRef('later.subscription_id', '=', 'd.subscription_id')
            .where('later.state', 'in', ['sent', 'dead'])
            .whereRef('later.due_at', '>', 'd.due_at'),
        ),
      ),
    )
    .orderBy('d.due_at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    deliveryId: row.id,
    subscriptionId: row.subscription_id,
    channel: { platform: row.platform as Platform, workspaceId: row.workspace_id, channelId: row.channel_id },
    dueAt: Temporal.Instant.from(row.due_at),
    reason: row.reason === null ? reason('unknown') : readReason(row.reason),
  }));
}
