import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { UserError } from '../user-error.ts';
import { up as foundation } from './migrations/0001-foundation.ts';
import { up as deliveriesAtScale } from './migrations/0003-deliveries-at-scale.ts';
import { up as marksInTerms } from './migrations/0006-marks-in-terms.ts';
import { up as reasons } from './migrations/0016-reasons.ts';
import { up as readings } from './migrations/0018-readings.ts';
import { runStatements, statementMigrations } from './migrations/statements.ts';

/** Those that need more than statements. Listed by hand, so that bundling or a stray file has no effect. */
const codeMigrations = {
  '0001-foundation': { up: foundation },
  '0003-deliveries-at-scale': { up: deliveriesAtScale },
  '0006-marks-in-terms': { up: marksInTerms },
  '0016-reasons': { up: reasons },
  '0018-readings': { up: readings },
} as const satisfies Record<string, Migration>;

const byStatements = Object.fromEntries(
  Object.entries(statementMigrations).map(([name, statements]) => [
    name,
    { up: (db) => runStatements(db, statements) } satisfies Migration,
  ]),
) as Record<keyof typeof statementMigrations, Migration>;

/** All by name, forward only; names begin with the number by which they run. */
export const migrations = { ...codeMigrations, ...byStatements };

/** In the order in which they run. */
export const migrationNames: readonly string[] = Object.keys(migrations).toSorted();

/** Applied and pending migrations of a database. */
export interface MigrationState {
  /** Those that `migrate` will run, in order. */
  readonly pending: readonly string[];
  /** Those applied by a newer version of the program. */
  readonly unknown: readonly string[];
}

/** Reads the migration state of a database. Read-only. */
export async function migrationState<T>(db: Kysely<T>): Promise<MigrationState> {
  const done = await migrationsDone(db);
  return {
    pending: migrationNames.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !migrationNames.includes(name)),
  };
}

async function migrationsDone<T>(db: Kysely<T>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  return (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    ({ name }) => name,
  );
}

/**
 * Brings the schema up to date, or as far as the migration of that name. Throws UserError for the archive of a newer version, else the
 * failing migration's error; what came before it stays.
 */
export async function migrate<T>(db: Kysely<T>, upTo?: string): Promise<void> {
  const { unknown } = await migrationState(db);
  if (unknown.length > 0) {
    throw new UserError(
      `This archive was written by a newer version of Kurzwelle (${unknown.join(', ')}). Install that version, or restore a backup from before it.`,
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'unknown';
  throw new Error(`Migration ${failed} failed`, { cause: error });
}
