import { toIso } from '../runtime/clock.ts';
import type { Database } from './database.ts';

/** A running process of the service. */
export interface Instance {
  readonly id: string;
  readonly roles: readonly string[];
  readonly startedAt: Temporal.Instant;
}

export type Instances = ReturnType<typeof createInstances>;

/** Queries on the processes that share this database. */
export function createInstances(db: Database) {
  return {
    /** Records a heartbeat of a process; removes those not seen for a day. */
    async beat({ id, roles, startedAt }: Instance, now: Temporal.Instant): Promise<void> {
      const row = { roles: roles.join(','), started_at: toIso(startedAt), seen_at: toIso(now) };
      await db
        .insertInto('instances')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await db
        .deleteFrom('instances')
        .where('seen_at', '<', toIso(now.subtract({ hours: 24 })))
        .execute();
    },

    /** Processes alive since then, oldest first. */
    async aliveSince(since: Temporal.Instant): Promise<readonly Instance[]> {
      const rows = await db
        .selectFrom('instances')
        .selectAll()
        .where('seen_at', '>=', toIso(since))
        .orderBy('started_at')
        .orderBy('id')
        .execute();
      return rows.map(({ id, roles, started_at }) => ({
        id,
        roles: roles.split(','),
        startedAt: Temporal.Instant.from(started_at),
      }));
    },

    async leave(id: string): Promise<void> {
      await db.deleteFrom('instances').where('id', '=', id).execute();
    },
  };
}

export type ServiceFacts = ReturnType<typeof createServiceFacts>;

/** What was true of the service when a process last looked, by name. */
export function createServiceFacts(db: Database) {
  return {
    async find(name: string): Promise<string | undefined> {
      const row = await db.selectFrom('service_facts').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value;
    },

    async save(name: string, value: string): Promise<void> {
      await db
        .insertInto('service_facts')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
  };
}
