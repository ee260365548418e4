import type { Session, Sessions } from '../../src/chat/local/login-sessions.ts';

/** Sessions in memory. */
export function createMemorySessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    add: async (session) => void sessions.set(session.tokenDigest, session),
    find: async (tokenDigest) => sessions.get(tokenDigest),
    remove: async (tokenDigest) => void sessions.delete(tokenDigest),
    async removeExpired(now) {
      for (const { tokenDigest, expiresAt } of sessions.values())
        if (Temporal.Instant.compare(expiresAt, now) <= 0) sessions.delete(tokenDigest);
    },
  };
}
