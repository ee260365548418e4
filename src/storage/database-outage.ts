import { isLostConnection } from './postgres/lost-connections.ts';
import { databaseTrouble } from './sqlite/database-trouble.ts';

/**
 * Classes of SQLSTATE in which the server, not the query, is why: connections, rolled back for others, no room, out of order, stopped by
 * its operator, the system, itself. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const ofServer: ReadonlySet<string> = new Set(['08', '40', '53', '55', '57', '58', 'XX']);
const ofNetwork: ReadonlySet<string> = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN'.split(' '),
);

/** Whether the database is in trouble, on either engine: the same may work later. For errors of storage, not of other connections. */
export function isDatabaseOutage(error: unknown): boolean {
  if (databaseTrouble(error)) return true;
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code } = each as Error & { code?: unknown };
    if (isLostConnection(each) || ofNetwork.has(String(code))) return true;
    if (typeof code === 'string' && code.length === 5 && ofServer.has(code.slice(0, 2))) return true;
  }
  return false;
}
