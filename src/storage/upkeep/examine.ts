import { type Dialect, Kysely, sql } from 'kysely';
import { type MigrationState, migrationState } from '../migrate.ts';
import { createSqliteDialect } from '../sqlite/node-sqlite.ts';

/** What somebody who looks at a database from outside finds. Nothing is changed by looking. */
export interface DatabaseReport extends MigrationState {
  /** Of the server or library. */
  readonly version: string;
  /** What is damaged, in the engine's words. */
  readonly damage: readonly string[];
}

const mostDamage = 10;

/** Looks at the file of an archive, every page of it; also beside a running service. */
export async function examineSqlite(path: string): Promise<DatabaseReport> {
  return examine(createSqliteDialect(path, { readOnly: true }), async (db) => {
    const [version] = (await sql<{ version: string }>`select sqlite_version() as version`.execute(db)).rows;
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(${sql.lit(mostDamage)})`.execute(db);
    const damage = rows.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
    return { version: `SQLite ${version?.version}`, damage };
  });
}

/** Looks at an archive on a server. Its pages are the server's to check. */
export async function examinePostgres(url: string): Promise<DatabaseReport> {
  return examine(await postgresDialect(url), async (db) => {
    const [row] = (await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db))
      .rows;
    return { version: `PostgreSQL ${row?.version}`, damage: [] };
  });
}

/** What migrations the file of an archive has been through; a look at one table. */
export async function migrationsOfSqlite(path: string): Promise<MigrationState> {
  return lookAt(createSqliteDialect(path, { readOnly: true }), migrationState);
}

/** The same of an archive on a server. */
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
