import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const prefix = 'kurzwelle-tests-';
const memoryFolder = '/dev/shm';
const leastFreeBytes = 2 * 1024 ** 3;

/**
 * One folder for all that the tests and the processes they start put into the system's temporary folder, removed with
 * whatever is in it when the last test is done, also where a test failed or a child was killed.
 */
export default function giveTemporaryFolder(): (() => void) | undefined {
  // Each project of a run asks, and those that come later use what the first was given.
  if (basename(tmpdir()).startsWith(prefix)) return undefined;
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(before ?? (hasRoomInMemory() ? memoryFolder : tmpdir()), prefix));
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** In memory, where there is room: an archive on a disk waits at each commit until the disk has it, most of a test's time. */
function hasRoomInMemory(): boolean {
  try {
    accessSync(memoryFolder, constants.W_OK);
    const { bavail, bsize } = statfsSync(memoryFolder);
    return bavail * bsize >= leastFreeBytes;
  } catch {
    return false;
  }
}
