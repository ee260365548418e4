import type { ChannelRef, Platform } from '../../chat/chat.ts';
import type { Message } from '../../chat/message.ts';
import type { Delivery, DeliveryState } from '../../deliveries/delivery.ts';
import type { Database } from '../database.ts';
import { toDelivery } from './delivery-rows.ts';

/** A delivery for operators, with its channel and the message that a platform refused. */
export interface DeliveryRecord {
  readonly delivery: Delivery;
  readonly channel: ChannelRef;
  readonly interest: string;
  readonly payload?: Message;
}

/** Read queries on deliveries. */
export function createDeliveryRecords(db: Database) {
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
