import { networkCodes } from '../runtime/log.ts';

/** Why the database, on either engine, cannot run a statement, apart from our own errors. */
export interface DatabaseTrouble {
  readonly kind: 'full' | 'read-only' | 'damaged' | 'busy' | 'disk';
  /** One sentence on what is wrong, one on what to do. */
  readonly text: string;
}

/** Damage that a check of the pages found, or a write that was refused because there is damage. */
export class DamagedArchiveError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DamagedArchiveError';
  }
}

const remedies: Readonly<Record<DatabaseTrouble['kind'], string>> = {
  full: 'The disk is full: nothing can be written to the archive, but it is intact. Free some space; a running service then continues by itself.',
  'read-only': 'Cannot write to the archive. Make dataDir writable for this user, or choose another.',
  damaged:
    'The archive is damaged. Stop the service, keep a copy of the database, and restore a backup or save what is readable; see docs/backup.md.',
  busy: 'Another process has locked the archive for too long. Wait until it has finished, or stop it.',
  disk: 'The disk reported an error. Check the system log, and make sure that dataDir exists and is writable.',
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
/** Of the system, and of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const byCode: Readonly<Record<string, DatabaseTrouble['kind']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'disk',
  '25006': 'read-only',
  '53100': 'full',
  '58030': 'disk',
  XX001: 'damaged',
  XX002: 'damaged',
};

/** The trouble with disk or data reported by this error or one of its causes; undefined for any other error. */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const kind = kindOf(each);
    if (kind) return { kind, text: `${remedies[kind]} (${each.message})` };
  }
  return undefined;
}

function kindOf(error: Error & { errcode?: unknown; code?: unknown }): DatabaseTrouble['kind'] | undefined {
  if (error instanceof DamagedArchiveError) return 'damaged';
  // Extended codes of SQLite carry the plain one in their lowest byte.
  return typeof error.errcode === 'number' ? ofSqlite[error.errcode & 0xff] : byCode[String(error.code)];
}

/**
 * Classes of SQLSTATE in which the server, not the query, is why: connections, rolled back for others, no room, out of order, stopped by
 * its operator, the system, itself. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ofServer: ReadonlySet<string> = new Set(['08', '40', '53', '55', '57', '58', 'XX']);

/** Whether the database is in trouble, on either engine: the same may work later. For errors of storage, not of other connections. */
export function isDatabaseOutage(error: unknown): boolean {
  if (databaseTrouble(error)) return true;
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code } = each as Error & { code?: unknown };
    if (isLostConnection(each) || networkCodes.has(code)) return true;
    if (typeof code === 'string' && code.length === 5 && ofServer.has(code.slice(0, 2))) return true;
  }
  return false;
}

const lost = new WeakSet<Error>();

/** Remembers why a connection ended: its queries fail with that very error, which has no code to know it by. */
export function noteLostConnection(error: Error): void {
  lost.add(error);
}

/** Whether a query failed because its connection had ended. */
function isLostConnection(error: Error): boolean {
  return lost.has(error);
}
