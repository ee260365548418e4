import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openWatched } from './changes.ts';
import type { DamageNotice } from './damage.ts';
import { migrate, migrationNames } from './migrate.ts';
import type { PostgresOptions } from './postgres/node-postgres.ts';
import { backupBeforeMigration } from './sqlite/backup.ts';
import { createMemoryDialect, createSqliteDialect } from './sqlite/node-sqlite.ts';
import type { Tables } from './tables.ts';
import { migrationsOfSqlite } from './upkeep/examine.ts';

/** The archive, on either engine; also within a transaction. */
export type Database = Kysely<Tables>;

/** Callbacks for the copy made before a migration, and for its progress, 0 to 1. */
export interface OpenDatabaseOptions {
  /** Called with the copy that was made before migrating the archive. */
  readonly onBackup?: (path: string) => void;
  /** Called with the progress of that copy, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Is notified of damage. */
  readonly damage?: DamageNotice | undefined;
}

/** Opens (and creates) the archive in a data directory and brings its schema up to date, after a copy of it was made. */
export async function openDatabase(dataDir: string, options: OpenDatabaseOptions = {}): Promise<Database> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'kurzwelle.db');
  await backupWhereMigrated(dataDir, path, options);
  return upToDate(openWatched(createSqliteDialect(path, { damage: options.damage })));
}

async function backupWhereMigrated(
  dataDir: string,
  path: string,
  { onBackup, ...options }: OpenDatabaseOptions,
): Promise<void> {
  if (!existsSync(path)) return;
  const { pending, unknown } = await migrationsOfSqlite(path);
  const [before] = pending;
  // If all migrations are pending, the file is new, or the first start was interrupted.
  if (before === undefined || pending.length === migrationNames.length || unknown.length > 0) return;
  const copy = await backupBeforeMigration({ dataDir, before, ...options });
  onBackup?.(copy);
}

/**
 * Opens the archive on a PostgreSQL server and migrates its schema; safe to run concurrently. The driver is loaded only here, since most
 * archives are a file.
 */
export async function openPostgresDatabase(url: string, options: PostgresOptions = {}): Promise<Database> {
  const { createPostgresDialect } = await import('./postgres/node-postgres.ts');
  return upToDate(openWatched(createPostgresDialect(url, options)));
}

/** An empty archive in memory: for `--from`, batches, tests and the demo. Only the first of a process runs the migrations. */
export async function openMemoryDatabase(): Promise<Database> {
  const { dialect, serialize } = createMemoryDialect(emptyArchive);
  const db = openWatched(dialect);
  if (emptyArchive) return db;
  await upToDate(db);
  emptyArchive = serialize();
  return db;
}

let emptyArchive: Uint8Array | undefined;

async function upToDate(db: Database): Promise<Database> {
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}
