import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { UserError } from '../../user-error.ts';
import { databaseTrouble } from '../database-trouble.ts';

/** Pages copied before others have their turn: 4 MB. */
const pagesAtOnce = 1_000;

/**
 * Copies an archive, also while a service writes to it: the copy is as of one moment. Whole or not there at all, and on the disk when it
 * resolves. `onProgress` gets a share from 0 to 1.
 */
export async function backupSqlite(
  from: string,
  to: string,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  const unfinished = `${to}.unfinished`;
  // Secrets in it are encrypted, and who subscribed to what is nobody else's business all the same.
  closeSync(openSync(unfinished, 'w', 0o600));
  try {
    await backup(source, unfinished, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => onProgress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages),
    });
    finish(unfinished);
    renameSync(unfinished, to);
  } finally {
    source.close();
    rmSync(unfinished, { force: true });
  }
}

/** One file and no log beside it, so that whoever looks at it leaves nothing; the next start switches back. */
function finish(path: string): void {
  const copy = new DatabaseSync(path);
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** This many copies are kept; older ones are deleted. */
const kept = 3;
const named = /^before-\d{4}-.*\.db$/;

/** The archive to copy before its migration, and a callback for the share done, 0 to 1. */
export interface MigrationBackup {
  readonly dataDir: string;
  /** The first migration to come; names the copy. */
  readonly before: string;
  readonly now?: Temporal.Instant;
  readonly onProgress?: (share: number) => void;
}

/** Folder of the copies that are made before migrations. */
export function migrationBackups(dataDir: string): string {
  return join(dataDir, 'backups');
}

/**
 * Copies an archive before its schema is changed, and lets the oldest such copies go. Gives the copy's path. Throws UserError where there is
 * no room for it: then nothing is migrated.
 */
export async function backupBeforeMigration({
  dataDir,
  before,
  now = Temporal.Now.instant(),
  onProgress,
}: MigrationBackup): Promise<string> {
  const folder = migrationBackups(dataDir);
  const at = now.toString({ smallestUnit: 'millisecond' }).replaceAll(':', '-');
  const copy = join(folder, `before-${before}-${at}.db`);
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    await backupSqlite(join(dataDir, 'kurzwelle.db'), copy, onProgress);
  } catch (cause) {
    if (databaseTrouble(cause)?.kind === 'damaged') throw cause;
    throw new UserError(
      `The archive is to be migrated, and ${folder} cannot take a copy of it before: ${(cause as Error).message}. Free as much space as the archive has; nothing was changed.`,
      { cause },
    );
  }
  forgetOldest(folder);
  return copy;
}

/** By their instants, which end their names. */
function forgetOldest(folder: string): void {
  const instantOf = (name: string): string => name.slice(-'2026-01-01T00-00-00.000Z.db'.length);
  const copies = readdirSync(folder)
    .filter((name) => named.test(name))
    .toSorted((one, other) => (instantOf(one) < instantOf(other) ? 1 : -1));
  for (const name of copies.slice(kept)) rmSync(join(folder, name));
}
