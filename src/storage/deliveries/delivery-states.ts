import { type Selectable, sql } from 'kysely';
import type { PostRef } from '../../chat/chat.ts';
import type { Message } from '../../chat/message.ts';
import type { Delivery } from '../../deliveries/delivery.ts';
import { toIso } from '../../runtime/clock.ts';
import { type Reason, storedReason } from '../../wording/reason.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine-of.ts';
import { givenRows } from '../rows.ts';
import type { DeliveryRow } from '../tables.ts';
import { toDelivery } from './delivery-rows.ts';

/** How many deliveries to claim, and until when. */
export interface ClaimRequest {
  readonly now: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly limit: number;
}

/**
 * Claims deliveries that are due, ready for a retry, or left by an expired claim; the lease lasts until `until`. Only the oldest unfinished
 * one of each channel, so that slots keep their order; workspaces in round-robin order, so that a huge one does not delay the others.
 */
export async function claimDeliveries(db: Database, { now, until, limit }: ClaimRequest): Promise<readonly Delivery[]> {
  const at = toIso(now);
  if (!(await isAnyReady(db, at))) return [];
  // One instance at a time: of two that rank concurrently, one would find everything taken, and idle.
  const { rows } = await db.transaction().execute(async (alone) => {
    await engineOf(alone).hold(alone, 'claim');
    return claimRows(alone, at, toIso(until), limit);
  });
  return rows.map(toDelivery).toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
}

/** No lease is this long: one that ends later was made before the clock was set back. */
const noLeaseHours = 1;

function readyAt(at: string) {
  const setBack = toIso(Temporal.Instant.from(at).add({ hours: noLeaseHours }));
  return sql<boolean>`(state = 'due' or (state = 'retrying' and retry_at <= ${at})
    or (state = 'claimed' and (claimed_until <= ${at} or claimed_until > ${setBack})))`;
}

/** Most polls find nothing and can skip ranking. */
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

/** A cross join, so that SQLite starts with the few that wait, whatever its estimates, and not with all channels. */
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

    /** Of one that was sent, as it was edited. */
    async setPost(id: string, post: PostRef): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ post: JSON.stringify(post) })
        .where('id', '=', id)
        .execute();
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
