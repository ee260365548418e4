import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { type Database, openMemoryDatabase, openPostgresDatabase } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { createPostgresDialect } from '../../src/storage/postgres/node-postgres.ts';
import { createSqliteDialect } from '../../src/storage/sqlite/node-sqlite.ts';
import { createServerDatabase, templateVariable } from './server-database.ts';

/** On which database this run's tests work; a vitest project sets it, see vitest.config.ts. */
export const testEngine = process.env.KURZWELLE_TEST_ENGINE ?? 'sqlite';

/** An empty archive, brought up to date, that is gone when it is closed: on SQLite, PGlite or a server's database of its own. */
export async function openTestDatabase(): Promise<Database> {
  if (testEngine === 'sqlite') return openMemoryDatabase();
  if (testEngine === 'postgres') {
    const made = await createServerDatabase(process.env[templateVariable]);
    return dropWhenClosed(await openPostgresDatabase(made.url, { poolSize: 4 }), made.drop);
  }
  const db: Database = new Kysely({ dialect: isMigrated ? await truncatedPglite() : await emptyPglite() });
  if (!isMigrated) await migrate(db);
  isMigrated = true;
  return db;
}

/** An empty database without our tables, for tests that make older ones. */
export async function openEmptyDatabase<Tables>(): Promise<Kysely<Tables>> {
  if (testEngine === 'sqlite') return new Kysely<Tables>({ dialect: createSqliteDialect(':memory:') });
  if (testEngine === 'postgres') {
    const made = await createServerDatabase();
    return dropWhenClosed(new Kysely<Tables>({ dialect: createPostgresDialect(made.url) }), made.drop);
  }
  return new Kysely<Tables>({ dialect: await emptyPglite() });
}

function dropWhenClosed<Tables>(db: Kysely<Tables>, drop: () => Promise<void>): Kysely<Tables> {
  const close = db.destroy.bind(db);
  db.destroy = async () => {
    await close();
    await drop();
  };
  return db;
}

/** One for all tests, which come one after the other: it takes seconds to start. Closing it only ends the use of it. */
let shared: PGlite | undefined;

/** Whether it has the newest schema, so that emptying its tables makes it as good as new: migrating takes a hundred times as long. */
let isMigrated = false;

async function truncatedPglite(): Promise<PGliteDialect> {
  const pglite = await sharedPglite();
  const { rows } = await pglite.query<{ names: string }>(
    `select string_agg(quote_ident(tablename), ', ') as names from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`,
  );
  await pglite.exec(`truncate ${rows[0]?.names} restart identity cascade`);
  return new PGliteDialect({ pglite });
}

async function emptyPglite(): Promise<PGliteDialect> {
  isMigrated = false;
  const pglite = await sharedPglite();
  await pglite.exec('drop schema public cascade; create schema public;');
  return new PGliteDialect({ pglite });
}

async function sharedPglite(): Promise<PGlite> {
  const parsers = { [types.INT8]: Number, [types.NUMERIC]: Number };
  shared ??= await PGlite.create({ parsers });
  shared.close = async () => undefined;
  return shared;
}
