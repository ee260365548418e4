/** What hinders working with a database file, apart from errors of ours. */
export interface DatabaseTrouble {
  readonly kind: 'full' | 'read-only' | 'damaged' | 'busy' | 'disk';
  /** One sentence on what is wrong, one on what to do. */
  readonly text: string;
}

const remedies: Readonly<Record<DatabaseTrouble['kind'], string>> = {
  full: 'The disk is full: nothing more is written to the archive, and what is in it stays whole. Free some space; a running service goes on by itself.',
  'read-only': 'The archive cannot be written to. Give this user the right to write to dataDir, or choose another.',
  damaged:
    'The archive is damaged. Stop the service, keep a copy of dataDir, and restore a backup or save what is readable: docs/backup.md says how.',
  busy: 'Another process writes to the archive for too long. Wait until it is done, or stop it.',
  disk: 'The disk did not do what it was asked to. Look at the messages of the system, and whether dataDir is there and may be written to.',
};

/** https://www.sqlite.org/rescode.html */
const ofSqlite: Readonly<Record<number, DatabaseTrouble['kind']>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'disk',
  11: 'damaged',
  13: 'full',
  14: 'disk',
  26: 'damaged',
};
const ofSystem: Readonly<Record<string, DatabaseTrouble['kind']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'disk',
};

/** What SQLite or the system says of the disk or the file, in this error or one that caused it; undefined of any other error. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { errcode, code } = each as Error & { errcode?: unknown; code?: unknown };
    // Extended codes carry the plain one in their lowest byte.
    const kind = typeof errcode === 'number' ? ofSqlite[errcode & 0xff] : ofSystem[String(code)];
    if (kind) return { kind, text: `${remedies[kind]} (${each.message})` };
  }
  return undefined;
}
