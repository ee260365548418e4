import { sql } from 'kysely';
import type { Correction } from '../../briefings/news/find-corrections.ts';
import type { CorrectionEnd, CorrectionStorage } from '../../deliveries/correction.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine-of.ts';
import { chunksOf } from '../rows.ts';

export type Corrections = ReturnType<typeof createCorrections>;

/** Claimed delivery ids, each with its failed tries and the corrections already shown in its channel. */
export interface ClaimedIds {
  readonly deliveryId: string;
  readonly attempts: number;
  readonly shown: readonly Correction[];
}

/** Posts whose articles were revised, see deliveries/correction.ts. */
export function createCorrections(db: Database) {
  return {
    async notice({ now, changedSince, sentSince }: Parameters<CorrectionStorage['notice']>[0]): Promise<void> {
      const outdated = new Set([
        ...(await outdatedBy(db, 'a.id', await revisedSince(db, changedSince))),
        ...(await outdatedBy(db, 't.briefing_id', await briefingsSentSince(db, changedSince))),
      ]);
      for (const briefings of chunksOf([...outdated], together)) {
        await sql`insert into corrections (delivery_id, article_id, revision, noticed_at, state)
          select distinct d.id, a.id, a.revision, ${toIso(now)}, 'due' from briefing_statements as t
          join articles as a on a.id = t.article_id and a.revision > t.revision
          join deliveries as d on d.briefing_id = t.briefing_id
          where t.briefing_id in (${sql.join(briefings)}) and d.state = 'sent'
            and (a.recalled_at is not null or (t.sentence >= 0 and d.sent_at >= ${toIso(sentSince)}))
          on conflict do nothing`.execute(db);
      }
    },

    /** How many posts carry something of an article. */
    async postsCarrying(articleIds: readonly string[]): Promise<number> {
      const deliveries = new Set<string>();
      for (const ids of chunksOf(articleIds, together)) {
        const rows = await db
          .selectFrom('briefing_statements as t')
          .innerJoin('deliveries as d', 'd.briefing_id', 't.briefing_id')
          .select('d.id')
          .distinct()
          .where('t.article_id', 'in', ids)
          .where('d.state', '=', 'sent')
          .execute();
        for (const { id } of rows) deliveries.add(id);
      }
      return deliveries.size;
    },

    /** Claims posts that are due, ready for a retry, or left by an expired claim; each with all its revisions. */
    async claim({ now, until, limit }: Parameters<CorrectionStorage['claim']>[0]): Promise<readonly ClaimedIds[]> {
      const at = toIso(now);
      const isReady = sql`(state = 'due' or (state = 'retrying' and retry_at <= ${at}) or (state = 'claimed' and claimed_until <= ${at}))`;
      const claimRows = (alone: Database) =>
        sql<{ delivery_id: string; attempts: number }>`
        update corrections set state = 'claimed', claimed_until = ${toIso(until)} where ${isReady} and delivery_id in (
          select delivery_id from corrections where ${isReady} group by delivery_id order by min(noticed_at), delivery_id limit ${limit}
        ) returning delivery_id, attempts`.execute(alone);
      const { rows } = await db.transaction().execute(async (alone) => {
        await engineOf(alone).hold(alone, 'claim-corrections');
        return claimRows(alone);
      });
      const byDelivery = Map.groupBy(rows, ({ delivery_id }) => delivery_id);
      return Promise.all(
        [...byDelivery].map(async ([deliveryId, claimed]) => ({
          deliveryId,
          attempts: Math.max(...claimed.map(({ attempts }) => attempts)),
          shown: await shownOf(db, deliveryId),
        })),
      );
    },

    async end(deliveryId: string, { state, at, reason, shown }: CorrectionEnd): Promise<void> {
      const change = { state, ended_at: toIso(at), reason: reason ?? null, claimed_until: null, retry_at: null };
      await db
        .updateTable('corrections')
        .set({ ...change, shown: shown ? JSON.stringify(shown) : null })
        .where('delivery_id', '=', deliveryId)
        .where('state', '=', 'claimed')
        .execute();
    },

    async retry(deliveryId: string, at: Temporal.Instant, reason: string): Promise<void> {
      await db
        .updateTable('corrections')
        .set({ state: 'retrying', retry_at: toIso(at), claimed_until: null, reason, attempts: sql`attempts + 1` })
        .where('delivery_id', '=', deliveryId)
        .where('state', '=', 'claimed')
        .execute();
    },
  };
}

/**
 * This many keys per query. Queries use keys rather than times: how many rows a range of our instants has PostgreSQL
 * guesses too high, and then reads every statement and article each minute.
 */
const together = 100;

/** Those that were taken back too: their archive time stays. */
async function revisedSince(db: Database, since: Temporal.Instant): Promise<readonly string[]> {
  const revised = db.selectFrom('articles').select('id').where('revision', '>', 1);
  // In one query SQLite would look at all articles.
  const rows = await Promise.all(
    (['archived_at', 'recalled_at'] as const).map((at) => revised.where(at, '>=', toIso(since)).execute()),
  );
  return [...new Set(rows.flat().map(({ id }) => id))];
}

/** From the index on times alone: for a plain `distinct` SQLite would scan the whole index on briefings. */
async function briefingsSentSince(db: Database, since: Temporal.Instant): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn, val }) => fn.coalesce('briefing_id', val('')).as('briefing'))
    .distinct()
    .where('sent_at', '>=', toIso(since))
    .execute();
  return rows.map(({ briefing }) => briefing).filter((briefing) => briefing !== '');
}

/** Briefings that cite an outdated revision: of these articles, or among these briefings. */
async function outdatedBy(
  db: Database,
  key: 'a.id' | 't.briefing_id',
  ids: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const some of chunksOf(ids, together)) {
    const rows = await db
      .selectFrom('briefing_statements as t')
      .innerJoin('articles as a', (join) =>
        join.onRef('a.id', '=', 't.article_id').onRef('a.revision', '>', 't.revision'),
      )
      .select('t.briefing_id')
      .distinct()
      .where(key, 'in', some)
      .execute();
    found.push(...rows.map(({ briefing_id }) => briefing_id));
  }
  return found;
}

/** The corrections last shown in a channel's post. */
async function shownOf(db: Database, deliveryId: string): Promise<readonly Correction[]> {
  const row = await db
    .selectFrom('corrections')
    .select('shown')
    .where('delivery_id', '=', deliveryId)
    .where('shown', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.shown ? (JSON.parse(row.shown) as readonly Correction[]) : [];
}
