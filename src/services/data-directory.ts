import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createDamageNotice, type DamageNotice } from '../storage/damage.ts';
import { type Database, type OpenDatabaseOptions, openDatabase } from '../storage/database.ts';
import { DamagedArchiveError } from '../storage/database-trouble.ts';
import { type PageCheck, startPageCheck } from '../storage/sqlite/check-pages.ts';
import { lockDataDirectory } from '../storage/sqlite/process-lock.ts';
import { migrationsOfSqlite } from '../storage/upkeep/examine.ts';

export interface DataDirectoryOptions extends Omit<OpenDatabaseOptions, 'damage'> {
  /** Checks the pages of the archive, and waits so long for the result; a check that takes longer continues in the background. 0: no check. */
  readonly checkForMs?: number;
  /** Told where the check itself failed. */
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
  mkdirSync(dataDir, { recursive: true });
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
