import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Finding, failure, ok, warning } from './finding.ts';

const [leastBytes, fewBytes] = [100 * 2 ** 20, 2 ** 30] as const;

/** Whether the data directory can be written, and what is free there. */
export async function checkDataDirectory(dataDir: string, freeBytes = freeBytesOf): Promise<readonly Finding[]> {
  const path = resolve(dataDir);
  const probe = join(path, `.doctor-${process.pid}`);
  try {
    mkdirSync(path, { recursive: true });
    try {
      writeFileSync(probe, 'kurzwelle', { flush: true });
    } finally {
      rmSync(probe, { force: true });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return [
      failure(
        `${path} cannot be written (${code})`,
        writeRemedies[code ?? ''] ?? `make ${path} writable for this user, or choose another dataDir`,
      ),
    ];
  }
  const free = await freeBytes(path);
  const text = `${path}: ${Math.round(free / 2 ** 20)} MB free`;
  const remedy = 'free some space, or move dataDir; a full archive is some hundred megabytes';
  if (free < leastBytes) return [failure(text, remedy)];
  return [free < fewBytes ? warning(text, remedy) : ok(text)];
}

const writeRemedies: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space, or choose another dataDir',
  EROFS: 'the file system is read-only; mount a volume there, or choose another dataDir',
  ENOTDIR: 'something that is no folder is in the way; choose another dataDir',
};

async function freeBytesOf(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}
