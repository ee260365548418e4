import { type Dialect, Kysely, sql } from 'kysely';
import { type MigrationState, migrationState } from '../migrate.ts';
import { createSqliteDialect } from '../sqlite/node-sqlite.ts';

/** The findings of a read-only examination of a database. */
export interface DatabaseReport extends MigrationState {
  /** The version of the server or library. */
  readonly version: string;
  /** The damage, as reported by the engine. */
  readonly damage: readonly string[];
}

const mostDamage = 10;

/** Examines every page of an archive file; also while the service runs. */
export async function examineSqlite(path: string): Promise<DatabaseReport> {
  return examine(createSqliteDialect(path, { readOnly: true }), async (db) => {
    const [version] = (await sql<{ version: string }>`select sqlite_version() as version`.execute(db)).rows;
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(${sql.lit(mostDamage)})`.execute(db);
    const damage = rows.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
    return { version: `SQLite ${version?.version}`, damage };
  });
}

/** Examines an archive on a server. Checking its pages is left to the server. */
export async function examinePostgres(url: string): Promise<DatabaseReport> {
  return examine(await postgresDialect(url), async (db) => {
    const [row] = (await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db))
      .rows;
    return { version: `PostgreSQL ${row?.version}`, damage: [] };
  });
}

/** The migration state of an archive file; reads only one table. */
export async function migrationsOfSqlite(path: string): Promise<MigrationState> {
  return lookAt(createSqliteDialect(path, { readOnly: true }), migrationState);
}

/** The same for an archive on a server. */
export async function migrationsOfPostgres(url: string): Promise<MigrationState> {
  return lookAt(await postgresDialect(url), migrationState);
}

async function postgresDialect(url: string): Promise<Dialect> {
  return (await import('../postgres/node-postgres.ts')).createPostgresDialect(url);
}

function examine(
  dialect: Dialect,
  look: (db: Kysely<unknown>) => Promise<Pick<DatabaseReport, 'version' | 'damage'>>,
): Promise<DatabaseReport> {
  return lookAt(dialect, async (db) => ({ ...(await look(db)), ...(await migrationState(db)) }));
}

async function lookAt<Found>(dialect: Dialect, look: (db: Kysely<unknown>) => Promise<Found>): Promise<Found> {
  const db = new Kysely<unknown>({ dialect });
  try {
    return await look(db);
  } finally {
    await db.destroy();
  }
}
