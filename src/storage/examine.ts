import { type Dialect, Kysely, sql } from 'kysely';
import { migrationNames } from './migrate.ts';
import { createPostgresDialect } from './postgres/node-postgres.ts';
import { createSqliteDialect } from './sqlite/node-sqlite.ts';

/** What somebody who looks at a database from outside finds. Nothing is changed by looking. */
export interface DatabaseReport {
  /** Of the server or library. */
  readonly version: string;
  /** Migrations that the next start will do. */
  readonly pending: readonly string[];
  /** Migrations that a newer version of the program did. */
  readonly unknown: readonly string[];
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
  return examine(createPostgresDialect(url), async (db) => {
    const [row] = (await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db))
      .rows;
    return { version: `PostgreSQL ${row?.version}`, damage: [] };
  });
}

async function examine(
  dialect: Dialect,
  look: (db: Kysely<unknown>) => Promise<Pick<DatabaseReport, 'version' | 'damage'>>,
): Promise<DatabaseReport> {
  const db = new Kysely<unknown>({ dialect });
  try {
    return { ...(await look(db)), ...compare(await migrationsDone(db)) };
  } finally {
    await db.destroy();
  }
}

async function migrationsDone(db: Kysely<unknown>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  return (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    ({ name }) => name,
  );
}

function compare(done: readonly string[]): Pick<DatabaseReport, 'pending' | 'unknown'> {
  return {
    pending: migrationNames.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !migrationNames.includes(name)),
  };
}
