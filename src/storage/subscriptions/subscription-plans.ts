import { sql } from 'kysely';
import type { Plan, PlannedSubscription } from '../../deliveries/plan-due.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Subscription } from '../../subscriptions/subscription.ts';
import type { Database } from '../database.ts';
import { givenId, givenRows } from '../given-rows.ts';
import { joinedSubscriptions, toPlanned, toSubscription } from './subscription-rows.ts';

/** The next slot of a schedule that has none. */
const never = '9999-12-31T00:00:00.000Z';

/** Queries for planning: due subscriptions, planned slots, and the start of the next window. */
export function createSubscriptionPlans(db: Database) {
  const joined = joinedSubscriptions(db);
  return {
    /** Subscriptions that may have a slot to plan: due, or without a computed slot. Suspended ones too, to record or to probe. */
    async toPlan(now: Temporal.Instant, limit: number): Promise<readonly PlannedSubscription[]> {
      await resumeRested(db, now);
      const unknown = db.selectFrom('subscriptions').select('id').where('next_due_at', 'is', null);
      const due = db.selectFrom('subscriptions').select('id').where('next_due_at', '<=', toIso(now));
      const rows = await db
        .selectFrom('subscriptions')
        .select(['id', 'days', 'times', 'zone', 'due_since', 'planned_until', 'window_start'])
        .where('state', '!=', 'paused')
        .where('told_as', '!=', 'alerts')
        // Both halves use the index; with OR the whole table would be scanned every minute.
        .where('id', 'in', unknown.unionAll(due))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toPlanned);
    },

    /** Subscriptions with alerts whose channel works or may be retried. */
    async wantingAlerts(now: Temporal.Instant): Promise<readonly Subscription[]> {
      const rows = await joined
        .where('s.told_as', '!=', 'digest')
        .where(({ eb, or, and }) =>
          or([
            eb('s.state', '=', 'active'),
            and([eb('s.state', '=', 'suspended'), eb('s.probe_at', '<=', toIso(now))]),
          ]),
        )
        .orderBy('s.id')
        .execute();
      return rows.map(toSubscription);
    },

    async setPlanned(plans: readonly Omit<Plan, 'deliveries'>[]): Promise<void> {
      if (plans.length === 0) return;
      const rows = plans.map(({ subscriptionId, until, nextDueAt }) => [
        givenId(subscriptionId),
        toIso(until),
        nextDueAt ? toIso(nextDueAt) : never,
      ]);
      await sql`with given (id, planned_until, next_due_at) as (${givenRows(rows)})
        update subscriptions set planned_until = given.planned_until, next_due_at = given.next_due_at
        from given where subscriptions.id = given.id + 0`.execute(db);
    },

    /** Clears all computed slots, so that they are recomputed: a new release of the time zone data may have moved them. */
    async forgetNextDue(): Promise<void> {
      await db.updateTable('subscriptions').set({ next_due_at: null }).execute();
    },

    /** Ends windows, by subscription: the next one begins at that time, never earlier than before. */
    async endWindows(ends: ReadonlyMap<number, Temporal.Instant>): Promise<void> {
      if (ends.size === 0) return;
      const rows = [...ends].map(([id, end]) => [givenId(id), toIso(end)]);
      await sql`with given (id, window_end) as (${givenRows(rows)})
        update subscriptions set window_start = given.window_end
        from given where subscriptions.id = given.id + 0 and window_start < given.window_end`.execute(db);
    },
  };
}

/** Ends expired pauses. A slot exactly at the end is included. */
async function resumeRested(db: Database, now: Temporal.Instant): Promise<void> {
  const rested = await db
    .selectFrom('subscriptions')
    .select(['id', 'paused_until'])
    .where('state', '=', 'paused')
    .where('paused_until', '<=', toIso(now))
    .execute();
  for (const { id, paused_until } of rested) {
    const since = Temporal.Instant.from(paused_until ?? toIso(now)).subtract({ milliseconds: 1 });
    await db
      .updateTable('subscriptions')
      .set({ state: 'active', paused_until: null, next_due_at: null, due_since: toIso(since) })
      .where('id', '=', id)
      .execute();
  }
}
