import type { Sessions } from '../chat/local/login-sessions.ts';
import { toIso } from '../runtime/clock.ts';
import type { Database } from './database.ts';

/** Who is logged in on the local page, stored so that a restart logs nobody out, and several processes know of each login. */
export function createPageSessions(db: Database): Sessions {
  return {
    async add({ tokenDigest, userName, groundsDigest, expiresAt }) {
      await db
        .insertInto('page_sessions')
        .values({
          token_digest: tokenDigest,
          user_name: userName,
          password_digest: groundsDigest,
          expires_at: toIso(expiresAt),
        })
        .execute();
    },

    async find(tokenDigest) {
      const row = await db
        .selectFrom('page_sessions')
        .selectAll()
        .where('token_digest', '=', tokenDigest)
        .executeTakeFirst();
      return (
        row && {
          tokenDigest,
          userName: row.user_name,
          groundsDigest: row.password_digest,
          expiresAt: Temporal.Instant.from(row.expires_at),
        }
      );
    },

    async remove(tokenDigest) {
      await db.deleteFrom('page_sessions').where('token_digest', '=', tokenDigest).execute();
    },

    async removeExpired(now) {
      await db.deleteFrom('page_sessions').where('expires_at', '<=', toIso(now)).execute();
    },
  };
}
