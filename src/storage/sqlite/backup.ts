import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';

/** Pages copied before others have their turn: 4 MB. */
const pagesAtOnce = 1_000;

/**
 * Copies an archive, also while a service writes to it: the copy is as of one moment. Whole or not there at all, and on the disk when it
 * resolves. `onProgress` hears a share from 0 to 1.
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
