import { sql } from 'kysely';
import type { RetentionStorage } from '../../deliveries/prune-ended.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';

/** Removes expired data, a chunk at a time. */
export function createRetention(db: Database): RetentionStorage {
  return {
    /**
     * Removes finished deliveries that were due before then. Keeps the newest sent one of each kind per subscription, and those on stories that
     * continue: without them the next briefing would repeat their news.
     */
    async removeDeliveries(before, limit) {
      const at = toIso(before);
      const { rows } = await sql<{ id: string }>`
        delete from deliveries where id in (
          select d.id from deliveries as d
          where d.due_at < ${at} and d.state in ('sent', 'missed', 'dead', 'suspended')
            and d.id <> coalesce((select n.id from deliveries as n where n.subscription_id = d.subscription_id and n.state = 'sent'
              and (n.story_id is null) = (d.story_id is null) order by n.sent_at desc limit 1), '')
            and not exists (select 1 from stories as s where s.id = d.story_id and s.updated_at >= ${at})
            and not exists (select 1 from briefing_statements as t
              join story_articles as m on m.article_id = t.article_id join stories as s on s.id = m.story_id
              where d.state = 'sent' and t.briefing_id = d.briefing_id and s.updated_at >= ${at})
          order by d.due_at limit ${limit}
        ) returning id`.execute(db);
      return rows.length;
    },

    /** Removes briefings composed before then that no delivery carries, with their statements. */
    async removeBriefings(before, limit) {
      const rows = await db
        .selectFrom('briefings as b')
        .select('b.id')
        .where('b.composed_at', '<', toIso(before))
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('deliveries as d').select('d.id').whereRef('d.briefing_id', '=', 'b.id'))),
        )
        .limit(limit)
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      // The briefing last, so that one left over after a kill is found again.
      await db.deleteFrom('briefing_statements').where('briefing_id', 'in', ids).execute();
      await db.deleteFrom('briefings').where('id', 'in', ids).execute();
      return ids.length;
    },
  };
}
