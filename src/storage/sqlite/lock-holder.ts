import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readHolder } from './process-lock.ts';

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
