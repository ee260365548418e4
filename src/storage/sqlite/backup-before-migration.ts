import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../user-error.ts';
import { databaseTrouble } from '../database-trouble.ts';
import { backupSqlite } from './backup.ts';

/** So many copies are kept; the oldest go. */
const kept = 3;
const named = /^before-\d{4}-.*\.db$/;

/** Which archive is copied before it is migrated, and to whom the share done, 0 to 1, is told. */
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
