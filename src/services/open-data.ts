import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { readSecret } from '../config/environment.ts';
import type { Log } from '../runtime/log.ts';
import { createDamageNotice, type DamageNotice } from '../storage/damage.ts';
import { type Database, type OpenDatabaseOptions, openDatabase, openPostgresDatabase } from '../storage/database.ts';
import { DamagedArchiveError } from '../storage/database-trouble.ts';
import { type PageCheck, startPageCheck } from '../storage/sqlite/check-pages.ts';
import { lockDataDirectory } from '../storage/sqlite/process-lock.ts';
import { migrationsOfSqlite } from '../storage/upkeep/examine.ts';
import { UserError } from '../user-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The archive, and the server's address where it is on one. */
export interface OpenedData {
  readonly db: Database;
  /** The server's address where the archive is on PostgreSQL; a secret. */
  readonly url?: string;
  readonly damage: DamageNotice;
  close(): Promise<void>;
}

/**
 * The archive, to work on it: on the server that DATABASE_URL names, with whoever else works there, or in the data directory, which is
 * this process's alone. Throws UserError where the server cannot be reached or another process holds the directory.
 */
export async function openData(
  { dataDir, database }: Pick<Config, 'dataDir' | 'database'>,
  env: Environment,
  log?: Log,
  options: DataDirectoryOptions = {},
): Promise<OpenedData> {
  const url = readSecret('DATABASE_URL', env);
  const onBackup = (copy: string): void => log?.info({ copy }, 'the archive was copied before its migration');
  const onUnchecked = (err: unknown): void => log?.warn({ err }, 'the pages of the archive could not be checked');
  if (url === undefined) return openDataDirectory(dataDir, { onBackup, onUnchecked, ...options });
  const damage = createDamageNotice();
  const db = await openServer(url, { poolSize: database.connections, log, damage });
  return { db, url, damage, close: () => db.destroy() };
}

/**
 * The archive, for a verb that looks at it or changes little, beside a running service. Throws UserError where there is none: an empty
 * one made on the way would answer everything with "not in the archive", and hide that the folder is the wrong one.
 */
export async function openDataBeside({ dataDir }: Pick<Config, 'dataDir'>, env: Environment): Promise<Database> {
  const url = readSecret('DATABASE_URL', env);
  if (url !== undefined) return openServer(url, { poolSize: 2 });
  checkArchive(dataDir);
  return openDatabase(dataDir);
}

/** Throws UserError where the data directory holds no archive. */
export function checkArchive(dataDir: string): string {
  const file = join(dataDir, 'kurzwelle.db');
  if (!existsSync(file))
    throw new UserError(
      `There is no archive at ${file} yet. Start the service once with npm start, or correct dataDir or the folder you are in.`,
    );
  return file;
}

async function openServer(
  url: string,
  { log, ...options }: { readonly poolSize: number; readonly log?: Log | undefined; readonly damage?: DamageNotice },
): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new UserError('DATABASE_URL must begin with postgres://, such as postgres://user:password@host/database.');
  }
  try {
    const db = await openPostgresDatabase(url, {
      ...options,
      onLost: (err) => log?.warn({ err }, 'a connection to the database broke; the next query opens another'),
    });
    if (log) await compareClocks(db, log);
    return db;
  } catch (cause) {
    throw new UserError(`The database of DATABASE_URL cannot be used: ${messageOf(cause)}. See docs/postgresql.md.`, {
      cause,
    });
  }
}

/** Claims are leases by the clock: processes whose clocks differ by minutes could take each other's. */
async function compareClocks(db: Database, log: Log): Promise<void> {
  const { serverTimeMs } = await import('../storage/postgres/node-postgres.ts');
  const beforeMs = Date.now();
  const differenceMs = beforeMs - (await serverTimeMs(db));
  const facts = { differenceSeconds: Math.round(differenceMs / 1_000) };
  if (Math.abs(differenceMs) > clockToleranceMs + (Date.now() - beforeMs))
    log.error(
      facts,
      "this machine's clock differs from the database server's; deliveries may be doubled. Set it by NTP",
    );
}

const clockToleranceMs = 10_000;

/** Connecting to several addresses of one name fails with an error for each, and without a message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause === undefined ? error.message : `${error.message}: ${messageOf(cause)}`;
}

export interface DataDirectoryOptions extends Omit<OpenDatabaseOptions, 'damage'> {
  /** Checks the pages of the archive, waiting this long for the result; a longer check continues in the background. 0: no check. */
  readonly checkForMs?: number;
  /** Called if the check itself failed. */
  readonly onUnchecked?: (error: unknown) => void;
}

/** The archive of a data directory, this process's alone. */
export interface DataDirectory {
  readonly db: Database;
  readonly damage: DamageNotice;
  /** Gives everything back. */
  close(): Promise<void>;
}

/**
 * Opens the archive of a data directory for this process alone. A damaged one is opened to be read, see damage.ts; but one that would have
 * to be migrated is not opened: throws DamagedArchiveError.
 */
export async function openDataDirectory(
  dataDir: string,
  { checkForMs = 0, onUnchecked = () => undefined, ...options }: DataDirectoryOptions = {},
): Promise<DataDirectory> {
  makeWritable(dataDir);
  const lock = lockDataDirectory(dataDir);
  const damage = createDamageNotice();
  const path = join(dataDir, 'kurzwelle.db');
  const check = checkForMs > 0 && existsSync(path) ? startPageCheck(path) : undefined;
  try {
    if (check) {
      const checked = heed(check, damage).catch(onUnchecked);
      await noLongerThan(checkForMs, checked);
      await refuseToMigrate(path, damage);
    }
    const db = await openDatabase(dataDir, { ...options, damage });
    return {
      db,
      damage,
      async close() {
        await check?.stop();
        await db.destroy();
        lock.release();
      },
    };
  } catch (error) {
    await check?.stop();
    lock.release();
    throw error;
  }
}

/** Makes the folder where it is missing. Throws UserError where it cannot be made or written to. */
function makeWritable(dataDir: string): void {
  const path = resolve(dataDir);
  try {
    makeFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new UserError(`Cannot use the data folder ${path}: ${folderTrouble[code] ?? `${code}. ${otherFolder}`}`, {
      cause,
    });
  }
}

/**
 * Makes a folder and those above it that are missing. Not by `recursive`, which never returns where the file system answers ENOENT to a new
 * folder, as /proc does. https://github.com/nodejs/node/issues/31481
 */
export function makeFolder(path: string): void {
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(path);
}

const otherFolder = 'Make it a folder that this user can write to, or set another dataDir in kurzwelle.yaml.';
const isFile = 'it is a file, or part of its path is. Move that file, or set another dataDir in kurzwelle.yaml.';
const noRights = `this user may not write there. ${otherFolder}`;
const folderTrouble: Readonly<Record<string, string>> = {
  EEXIST: isFile,
  ENOTDIR: isFile,
  ENOENT: `no folder can be made there. ${otherFolder}`,
  EACCES: noRights,
  EPERM: noRights,
  EROFS: 'the file system is read-only. Mount a volume there, or set another dataDir in kurzwelle.yaml.',
  ENOSPC: 'the disk is full. Free some space, or set another dataDir in kurzwelle.yaml.',
};

async function noLongerThan(ms: number, work: Promise<void>): Promise<void> {
  const waiting = new AbortController();
  const late = setTimeout(ms, undefined, { signal: waiting.signal }).catch(() => undefined);
  await Promise.race([work, late]);
  waiting.abort();
}

async function heed(check: PageCheck, damage: DamageNotice): Promise<void> {
  const found = await check.damage;
  if (found.length > 0) damage.judge(new DamagedArchiveError(found.join('; ')));
}

async function refuseToMigrate(path: string, damage: DamageNotice): Promise<void> {
  const found = damage.found();
  if (!found) return;
  const { pending } = await migrationsOfSqlite(path);
  if (pending.length > 0) throw new DamagedArchiveError(`not migrated: ${found.text}`);
}
