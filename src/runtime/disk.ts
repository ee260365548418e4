import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that a data directory has left, and that its database takes. */
export interface DiskSpace {
  readonly free: number;
  readonly database: number;
}

/** Looks at a data directory. What a user without special rights may still write counts as free. */
export async function diskSpace(dataDir: string): Promise<DiskSpace> {
  const { bavail, bsize } = await statfs(dataDir);
  const files = ['kurzwelle.db', 'kurzwelle.db-wal'].map((name) =>
    statSync(join(dataDir, name), { throwIfNoEntry: false }),
  );
  return { free: bavail * bsize, database: files.reduce((sum, file) => sum + (file?.size ?? 0), 0) };
}
