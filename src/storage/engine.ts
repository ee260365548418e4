import type { Kysely } from 'kysely';
import type { TermIndex } from './articles/term-index.ts';

/** The differences between the two databases; all other queries are shared. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** Translates a statement of a migration from SQLite's syntax to this engine's. */
  ddl(statement: string): string;
  readonly terms: TermIndex;
  /** Updates the planner's statistics after many writes: queries in the same transaction would be planned for empty tables. */
  analyze<Tables>(db: Kysely<Tables>): Promise<void>;
  /** Advances an auto-increment column past the existing rows. */
  countOn<Tables>(db: Kysely<Tables>, table: string, column: string): Promise<void>;
  /** Takes the named lock until the end of this transaction, and waits for other transactions, of any process, that hold it. */
  hold<Tables>(transaction: Kysely<Tables>, name: string): Promise<void>;
}
