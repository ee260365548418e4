import { type Kysely, PostgresAdapter } from 'kysely';
import type { TermIndex } from './articles/term-index.ts';
import { postgresEngine } from './postgres/postgres-engine.ts';
import { sqliteEngine } from './sqlite/sqlite-engine.ts';

/** What the two databases do differently; everything else is one set of queries for both. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** A statement of a migration, written as SQLite takes it, in the words of this engine. */
  ddl(statement: string): string;
  readonly terms: TermIndex;
  /** Learns anew how much is where, after much was written: queries in the same transaction would be planned for empty tables. */
  analyze<Tables>(db: Kysely<Tables>): Promise<void>;
  /** Has a column that counts itself go on after the rows there are. */
  countOn<Tables>(db: Kysely<Tables>, table: string, column: string): Promise<void>;
  /** Waits until no other transaction, of any process, holds this name, and holds it to the end of this one. */
  hold<Tables>(transaction: Kysely<Tables>, name: string): Promise<void>;
}

/** The engine that a database runs on; of a transaction, that of its database. */
export function engineOf<Tables>(db: Kysely<Tables>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? postgresEngine : sqliteEngine;
}
