import { type Kysely, type RawBuilder, sql } from 'kysely';
import { mayBeCut } from '../../text/terms.ts';
import { countedAtMost, rankedMatches, type TermIndex } from '../articles/term-index.ts';

/** As FTS5 ranks: https://www.sqlite.org/fts5.html#the_bm25_function */
const saturation = 1.2;
const lengthShare = 0.75;
const headlineWeight = 3;
/** PostgreSQL keeps positions up to here; of more it knows no more. */
const lastPosition = 16_383;

/** What `article_terms` is on PostgreSQL: terms with their positions in the order of the text, headline first. */
export const postgresTermTable = [
  `create table article_terms (
    number integer primary key references articles (number) on delete cascade,
    headline tsvector not null, terms tsvector not null, length integer not null)`,
  'create index article_terms_by_term on article_terms using gin (terms)',
];

/** Vectors made of our terms, without PostgreSQL's parser and dictionaries, under a GIN index, ranked by BM25 as FTS5 does. */
export const postgresTerms: TermIndex = {
  async put(db, number, { headline, body }) {
    const all = [...headline, ...body];
    await sql`insert into article_terms (number, headline, terms, length)
      values (${number}, ${vectorOf(headline)}::tsvector, ${vectorOf(all)}::tsvector, ${all.length})
      on conflict (number) do update set headline = excluded.headline, terms = excluded.terms, length = excluded.length`.execute(
      db,
    );
  },

  async remove(db, number) {
    await sql`delete from article_terms where number = ${number}`.execute(db);
  },

  async holding(db, terms) {
    const { holding } = await countTerms(db, terms);
    return new Map(terms.map((term) => [term, holding(term)]));
  },

  async search(db, asked, { mode, limit, alsoUncut = false }) {
    const terms = asked.filter((term) => term !== '');
    if (terms.length === 0) return [];
    const query = (term: string): string => `${quoteTerm(term)}${alsoUncut && mayBeCut(term) ? ':*' : ''}`;
    const match = terms.map(query).join(mode === 'any' ? ' | ' : ' & ');
    const { articles, length, holding } = await countTerms(db, terms);
    const found = sql`select number, headline, terms, length from article_terms
      where terms @@ ${match}::tsquery order by number desc limit ${rankedMatches}`;
    const parts = terms.map((term) => scoreOf(query(term), rarityOf(holding(term), articles), length));
    const { rows } = await sql<{ number: number; score: number }>`
      select number, (${sql.join(parts, sql` + `)})::float8 as score from (${found}) as found
      order by score desc, number desc limit ${limit}`.execute(db);
    return rows;
  },
};

function vectorOf(terms: readonly string[]): string {
  return terms.map((term, index) => `${quoteTerm(term)}:${Math.min(index + 1, lastPosition)}`).join(' ');
}

/** `query`: one term as PostgreSQL asks for it. */
function scoreOf(query: string, weight: number, averageLength: number): RawBuilder<number> {
  const frequency = sql`(${timesIn('terms', query)} + ${sql.lit(headlineWeight - 1)} * ${timesIn('headline', query)})`;
  const brake = sql`${sql.lit(saturation)} * (${sql.lit(1 - lengthShare)} + ${sql.lit(lengthShare / Math.max(averageLength, 1))} * length)`;
  return sql`${sql.lit(weight * (saturation + 1))} * ${frequency} / (${frequency} + ${brake})`;
}

/**
 * How often a vector holds a term. `ts_rank` of one term gives 6/π² of the sum of 1/i² up to that number, which this turns around: the
 * only way to it that does not unfold the vector.
 */
function timesIn(column: 'terms' | 'headline', query: string): RawBuilder<number> {
  return sql`round(1 / (1.6449340668482264 * (1 - ts_rank('{1,1,1,1}', ${sql.ref(column)}, ${query}::tsquery)::float8)) - 0.5)`;
}

function rarityOf(count: number, articles: number): number {
  return Math.max(1e-6, Math.log((articles - count + 0.5) / (count + 0.5)));
}

/** How much an archive holds, and how many of its articles hold each term. */
export interface TermCounts {
  readonly articles: number;
  /** Terms of an article, on average of the newest. */
  readonly length: number;
  holding(term: string): number;
}

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
function quoteTerm(term: string): string {
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
