import { sql } from 'kysely';
import type { Engine } from '../engine.ts';
import { postgresDdl } from './postgres-ddl.ts';
import { postgresTerms } from './postgres-terms.ts';

/** Any number of processes on one database. */
export const postgresEngine: Engine = {
  name: 'postgres',
  ddl: postgresDdl,
  terms: postgresTerms,
  async hold(transaction, name) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
  },
};
