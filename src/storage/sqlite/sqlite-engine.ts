import { sql } from 'kysely';
import { mayBeCut } from '../../text/terms.ts';
import { countedAtMost, rankedMatches, type TermIndex } from '../articles/term-index.ts';
import type { Engine } from '../engine.ts';

/** FTS5, see migrations/0006-marks-in-terms.ts. */
const sqliteTerms: TermIndex = {
  async put(db, number, { headline, body }) {
    await sql`delete from article_terms where rowid = ${number}`.execute(db);
    await sql`insert into article_terms (rowid, headline, body)
      values (${number}, ${headline.join(' ')}, ${body.join(' ')})`.execute(db);
  },

  async remove(db, number) {
    await sql`delete from article_terms where rowid = ${number}`.execute(db);
  },

  async holding(db, terms) {
    const counts = new Map<string, number>();
    for (const term of terms) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from (
        select 1 from article_terms where article_terms match ${quoteTerm(term)} limit ${countedAtMost})`.execute(db);
      counts.set(term, rows[0]?.count ?? 0);
    }
    return counts;
  },

  // A range of rows, not a list: SQLite asks the index once for a range and once for each row of a list.
  async search(db, terms, { mode, limit, alsoUncut = false }) {
    const match = terms
      .map((term) => `${quoteTerm(term)}${alsoUncut && mayBeCut(term) ? '*' : ''}`)
      .join(mode === 'any' ? ' OR ' : ' AND ');
    const { rows } = await sql<{ number: number; score: number }>`
      select rowid as number, -bm25(article_terms, 3.0, 1.0) as score from article_terms where article_terms match ${match}
      and rowid >= coalesce((
        select rowid from article_terms where article_terms match ${match} order by rowid desc limit 1 offset ${rankedMatches - 1}
      ), 0) order by rank limit ${limit}`.execute(db);
    return rows;
  },
};

/** A term as a query of FTS5 spells it. */
function quoteTerm(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/** One process with one connection: whatever is one transaction is alone. */
export const sqliteEngine: Engine = {
  name: 'sqlite',
  ddl: (statement) => statement,
  terms: sqliteTerms,
  analyze: async () => undefined,
  countOn: async () => undefined,
  hold: async () => undefined,
};
