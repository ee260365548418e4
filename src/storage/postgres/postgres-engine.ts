import { sql } from 'kysely';
import type { Engine } from '../engine.ts';
import { postgresDdl } from './postgres-ddl.ts';
import { postgresTerms } from './postgres-terms.ts';

/** Any number of processes on one database. */
export const postgresEngine: Engine = {
  name: 'postgres',
  ddl: postgresDdl,
  terms: postgresTerms,
  async analyze(db) {
    await sql`analyze`.execute(db);
  },
  async countOn(db, table, column) {
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), greatest(max(${sql.ref(column)}), 1), max(${sql.ref(column)}) is not null)
      from ${sql.table(table)}`.execute(db);
  },
  async hold(transaction, name) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
  },
};
