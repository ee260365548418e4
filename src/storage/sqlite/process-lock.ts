import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../user-error.ts';
import { databaseTrouble } from '../database-trouble.ts';

/**
 * Makes this process the only service on a data directory until `release`. The lock is SQLite's own exclusive lock on a file of its
 * own: the system gives it back even after kill -9, and a reused process id cannot fool it. The pid file only names the holder.
 * Throws UserError with the other's process id.
 */
export function lockDataDirectory(dataDir: string): { release(): void } {
  const pidFile = pidFileOf(dataDir);
  const lock = new DatabaseSync(join(dataDir, 'kurzwelle.lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    if (databaseTrouble(cause)?.kind !== 'busy') throw cause;
    throw new UserError(
      `The data directory ${dataDir} is in use by process ${readHolder(dataDir)}. Stop that process, or choose another dataDir.`,
      { cause },
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}

/** Who wrote the pid file, a process id: the holder, where somebody holds the lock. */
function readHolder(dataDir: string): string {
  try {
    return readFileSync(pidFileOf(dataDir), 'utf8').trim();
  } catch {
    return '(unknown)';
  }
}

function pidFileOf(dataDir: string): string {
  return join(dataDir, 'kurzwelle.pid');
}

/** The process id of the service that holds a data directory; undefined where none does. Asking takes nothing away from anybody. */
export function lockHolder(dataDir: string): string | undefined {
  const path = join(dataDir, 'kurzwelle.lock');
  if (!existsSync(path)) return undefined;
  const lock = new DatabaseSync(path, { readOnly: true });
  try {
    lock.exec('BEGIN; SELECT count(*) FROM sqlite_schema; COMMIT;');
    return undefined;
  } catch {
    return readHolder(dataDir);
  } finally {
    lock.close();
  }
}
