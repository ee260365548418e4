import { type Kysely, sql } from 'kysely';
import type { Article } from '../../articles/article.ts';
import { termsOf } from '../../text/terms.ts';
import { engineOf } from '../engine-of.ts';

/**
 * Indexes all articles again, marks being part of a term: vowel signs of Hindi and Bengali are marks, and words without them are
 * others. The terms themselves changed too, see `fold` in text/terms.ts. No archive on PostgreSQL is that old.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (engineOf(db).name !== 'sqlite') return;
  await sql.raw('drop table article_terms').execute(db);
  await sql.raw(newTable).execute(db);
  for (let page = await readAfter(0, db); page.length > 0; page = await readAfter(page.at(-1)?.number ?? 0, db)) {
    for (const { number, document } of page) await index(number, JSON.parse(document) as Article, db);
  }
}

const newTable = `create virtual table article_terms using fts5 (
  headline, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'")`;

async function readAfter(number: number, db: Kysely<unknown>) {
  const { rows } = await sql<{ number: number; document: string }>`
    select a.number, r.document from articles a join article_revisions r on r.article_id = a.id and r.revision = a.revision
    where a.number > ${number} order by a.number limit 200`.execute(db);
  return rows;
}

async function index(number: number, { headline, language, sentences }: Article, db: Kysely<unknown>): Promise<void> {
  const body = sentences.map(({ text }) => text).join('\n');
  const [headlineTerms, bodyTerms] = [headline, body].map((text) => termsOf(text, language).join(' '));
  await sql`insert into article_terms (rowid, headline, body) values (${number}, ${headlineTerms}, ${bodyTerms})`.execute(
    db,
  );
}
