import { mkdirSync } from 'node:fs';
import { type Database, type OpenDatabaseOptions, openDatabase } from '../storage/database.ts';
import { lockDataDirectory } from '../storage/sqlite/process-lock.ts';

/** Opens the archive of a data directory for this process alone. `close` gives everything back. */
export async function openDataDirectory(
  dataDir: string,
  options: OpenDatabaseOptions = {},
): Promise<{ readonly db: Database; close(): Promise<void> }> {
  mkdirSync(dataDir, { recursive: true });
  const lock = lockDataDirectory(dataDir);
  try {
    const db = await openDatabase(dataDir, options);
    return {
      db,
      async close() {
        await db.destroy();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
