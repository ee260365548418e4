import { type Kysely, sql } from 'kysely';

/** How much an archive holds, and how many of its articles hold each term. */
export interface TermCounts {
  readonly articles: number;
  /** Terms of an article, on average of the newest. */
  readonly length: number;
  holding(term: string): number;
}

/** So many rows are counted in a few milliseconds; of more, PostgreSQL's own statistics are near enough for a rank. */
const countedAtMost = 10_000;

/**
 * What ranking by BM25 has to know, exactly in a small archive. In a large one, what many articles hold is taken from the statistics that
 * ANALYZE (autovacuum, on its own) keeps of the vectors, and the rest, which is rare, counted up to a bound: to count a term that every
 * article holds would read the whole table.
 */
export async function countTerms<Tables>(
  db: Kysely<Tables>,
  terms: readonly string[],
  atMost = countedAtMost,
): Promise<TermCounts> {
  const { estimate, length } = await sizeOf(db);
  const isLarge = estimate > atMost;
  const articles = isLarge ? estimate : await countAll(db);
  const shares = isLarge ? await commonShares(db, terms) : new Map<string, number>();
  const count = async (term: string): Promise<[string, number]> => {
    const share = shares.get(term);
    return [term, share === undefined ? await countUpTo(db, term, atMost) : Math.round(share * articles)];
  };
  const counts = new Map(await Promise.all(terms.map(count)));
  return { articles, length, holding: (term) => counts.get(term) ?? 0 };
}

/** A term as a query of PostgreSQL spells it. */
export function quoteTerm(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

async function sizeOf<Tables>(db: Kysely<Tables>): Promise<{ readonly estimate: number; readonly length: number }> {
  const { rows } = await sql<{ estimate: number; length: number | null }>`
    select (select reltuples from pg_class where oid = 'article_terms'::regclass) as estimate,
      (select avg(length)::float8 from (select length from article_terms order by number desc limit 1000) as newest) as length`.execute(
    db,
  );
  return { estimate: rows[0]?.estimate ?? 0, length: rows[0]?.length ?? 1 };
}

async function countAll<Tables>(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from article_terms`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Of the terms that many articles hold, the share of articles. See https://www.postgresql.org/docs/current/view-pg-stats.html. */
async function commonShares<Tables>(
  db: Kysely<Tables>,
  terms: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ term: string; share: number }>`
    select term, share::float8 from pg_stats,
      unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (term, share)
    where schemaname = any(current_schemas(false)) and tablename = 'article_terms' and attname = 'terms'
      and term in (${sql.join(terms)})`.execute(db);
  return new Map(rows.map(({ term, share }) => [term, share]));
}

async function countUpTo<Tables>(db: Kysely<Tables>, term: string, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select 1 from article_terms where terms @@ ${quoteTerm(term)}::tsquery limit ${most}) as found`.execute(db);
  return rows[0]?.count ?? 0;
}
