import { sql } from 'kysely';
import type { PostRef } from '../../chat/chat.ts';
import type { Message } from '../../chat/message.ts';
import { toIso } from '../../runtime/clock.ts';
import { type Reason, storedReason } from '../../wording/reason.ts';
import type { Database } from '../database.ts';
import { givenRows } from '../given-rows.ts';

/** The outcomes of a try: sent, to be retried, or finished. */
export function createDeliveryEnds(db: Database) {
  return {
    /** Releases claims until then, as if they had not been made. `mayBePosted`: an earlier try may have reached the channel. */
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

    /** These do not change what was sent meanwhile by the next holder of an expired lease. */
    async markRetrying(id: string, retryAt: Temporal.Instant, reason: Reason): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({
          state: 'retrying',
          retry_at: toIso(retryAt),
          claimed_until: null,
          reason: storedReason(reason),
          attempts: sql`attempts + 1`,
        })
        .where('id', '=', id)
        .where('state', '!=', 'sent')
        .execute();
    },

    async mark(id: string, state: 'suspended' | 'missed', reason: Reason): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ ...finished, state, reason: storedReason(reason) })
        .where('id', '=', id)
        .where('state', '!=', 'sent')
        .execute();
    },

    /** Removes a claimed delivery, as if it had never been planned. */
    async withdraw(id: string): Promise<void> {
      await db.deleteFrom('deliveries').where('id', '=', id).where('state', '=', 'claimed').execute();
    },

    /** A dead letter keeps the message that the platform refused. */
    async markDead(id: string, reason: Reason, payload: Message | undefined): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ ...finished, state: 'dead', reason: storedReason(reason), attempts: sql`attempts + 1` })
        .set({ payload: payload === undefined ? null : JSON.stringify(payload) })
        .where('id', '=', id)
        .where('state', '!=', 'sent')
        .execute();
    },

    /** Retries a delivery that ended without being sent, with a fresh number of tries. */
    async retry(id: string, at: Temporal.Instant): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ state: 'retrying', attempts: 0, retry_at: toIso(at), claimed_until: null, is_by_hand: 1 })
        .where('id', '=', id)
        .execute();
    },
  };
}

const finished = { claimed_until: null, retry_at: null } as const;
