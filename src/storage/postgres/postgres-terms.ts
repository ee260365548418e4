import { type RawBuilder, sql } from 'kysely';
import { rankedMatches, type TermIndex } from '../articles/term-index.ts';
import { countTerms, quoteTerm } from './term-counts.ts';

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

  async search(db, asked, { mode, limit }) {
    const terms = asked.filter((term) => term !== '');
    if (terms.length === 0) return [];
    const match = terms.map(quoteTerm).join(mode === 'any' ? ' | ' : ' & ');
    const { articles, length, holding } = await countTerms(db, terms);
    const found = sql`select number, headline, terms, length from article_terms
      where terms @@ ${match}::tsquery order by number desc limit ${rankedMatches}`;
    const parts = terms.map((term) => scoreOf(term, rarityOf(holding(term), articles), length));
    const { rows } = await sql<{ number: number; score: number }>`
      select number, (${sql.join(parts, sql` + `)})::float8 as score from (${found}) as found
      order by score desc, number desc limit ${limit}`.execute(db);
    return rows;
  },
};

function vectorOf(terms: readonly string[]): string {
  return terms.map((term, index) => `${quoteTerm(term)}:${Math.min(index + 1, lastPosition)}`).join(' ');
}

function scoreOf(term: string, weight: number, averageLength: number): RawBuilder<number> {
  const frequency = sql`(${timesIn('terms', term)} + ${sql.lit(headlineWeight - 1)} * ${timesIn('headline', term)})`;
  const brake = sql`${sql.lit(saturation)} * (${sql.lit(1 - lengthShare)} + ${sql.lit(lengthShare / averageLength)} * length)`;
  return sql`${sql.lit(weight * (saturation + 1))} * ${frequency} / (${frequency} + ${brake})`;
}

/**
 * How often a vector holds a term. `ts_rank` of one term gives 6/π² of the sum of 1/i² up to that number, which this turns around: the
 * only way to it that does not unfold the vector.
 */
function timesIn(column: 'terms' | 'headline', term: string): RawBuilder<number> {
  return sql`round(1 / (1.6449340668482264 * (1 - ts_rank('{1,1,1,1}', ${sql.ref(column)}, ${quoteTerm(term)}::tsquery)::float8)) - 0.5)`;
}

function rarityOf(count: number, articles: number): number {
  return Math.max(1e-6, Math.log((articles - count + 0.5) / (count + 0.5)));
}
