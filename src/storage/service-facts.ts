import type { Database } from './database.ts';

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
