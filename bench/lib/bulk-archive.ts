import { type RawBuilder, sql } from 'kysely';
import { toDocument } from '../../src/storage/articles/article-document.ts';
import type { Database } from '../../src/storage/database.ts';
import { engineOf } from '../../src/storage/engine-of.ts';
import { makeTestArticle } from '../../tests/fixtures/make-test-article.ts';
import { bulkRows } from './bulk-rows.ts';

/** The newest article of a bulk archive is a minute older. */
export const bulkNow = Temporal.Instant.from('2026-01-01T00:00:00Z');

/** Minutes between two articles. */
const everyMinutes = 5;

/** Every article holds a rare term, one of a thousand, and some that all hold. */
const termRows = {
  sqlite: { into: 'rowid, headline, body', values: "i, 'actor vote well' || i, 'council common' || (i % 1000)" },
  postgres: {
    into: 'number, headline, terms, length',
    values: `i, '''actor'':1 ''vote'':2'::tsvector,
      ('''actor'':1 ''vote'':2 ''well' || i || ''':3 ''council'':4 ''common' || (i % 1000) || ''':5')::tsvector, 5`,
  },
} as const;

/**
 * Fills every large table with as many rows as so many articles bring, made by the database itself: a million in a minute or two. They
 * are all alike but for their names and numbers, which is enough for a planner. Works on both engines.
 */
export async function fillBulkArchive(db: Database, articles: number): Promise<void> {
  const at = (place: string) => instantOf(db, articles, place);
  const document = bulkDocument();
  const measures = { articles, document, at, now: literal(bulkNow), due: literal(bulkNow.add({ hours: 8 })) };
  for (const { table, rows, columns } of bulkRows(measures)) {
    const [names, values] = [Object.keys(columns), Object.values(columns)].map((list) => list.join(', '));
    await sql`insert into ${sql.raw(`${table} (${names})`)} ${numbered(rows, `${values}`)}`.execute(db);
  }
  const { into, values } = termRows[engineOf(db).name];
  await sql`insert into article_terms (${sql.raw(into)}) ${numbered(articles, values)}`.execute(db);
  await engineOf(db).countOn(db, 'articles', 'number');
  for (const table of ['actors', 'affairs', 'stories', 'channels', 'subscriptions'])
    await engineOf(db).countOn(db, table, 'id');
}

/** A row of these expressions for each number `i` from 1 on. */
function numbered(rows: number, values: string): RawBuilder<unknown> {
  return sql.raw(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows}) select ${values} from n`,
  );
}

/** The instant so many articles after the first, as the archive spells it. */
function instantOf(db: Database, articles: number, place: string): string {
  const first = Math.floor(bulkNow.epochMilliseconds / 1_000) - articles * everyMinutes * 60;
  const seconds = `${first} + (${place}) * ${everyMinutes * 60}`;
  return engineOf(db).name === 'sqlite'
    ? `strftime('%Y-%m-%dT%H:%M:%fZ', ${seconds}, 'unixepoch')`
    : `to_char(to_timestamp(${seconds}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function literal(instant: Temporal.Instant): string {
  return `'${instant.toString({ fractionalSecondDigits: 3 })}'`;
}

function bulkDocument(): string {
  return toDocument(
    makeTestArticle({
      id: 'bulk:NUMBER',
      headline: 'Actor 1 votes on wellNUMBER',
      lead: 'Actor 1 said that wellNUMBER is closed.',
      paragraphs: ['The council met Actor 2 in Sarwana.'],
      at: bulkNow.subtract({ hours: 1 }).toString(),
    }),
  );
}
