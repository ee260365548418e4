import { sql } from 'kysely';
import type { Delivery } from '../../deliveries/delivery.ts';
import type { Preparation } from '../../deliveries/outbox-storage.ts';
import { toIso } from '../../runtime/clock.ts';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../database.ts';
import { givenRows } from '../given-rows.ts';
import { type ClaimRequest, claimDeliveries } from './claim-deliveries.ts';
import { createDeliveryEnds } from './delivery-ends.ts';
import { createDeliveryRecords } from './delivery-records.ts';
import { toDeliveryRow } from './delivery-rows.ts';

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
