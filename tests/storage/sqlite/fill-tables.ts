import { DatabaseSync } from 'node:sqlite';
import { readReason, reasonInEnglish } from '../../../src/wording/reason.ts';

type Row = Readonly<Record<string, string | number | null>>;
/** Whether a value is kept: as it was or, where a reason was a sentence, as the code of that sentence. */
export function isKept(after: unknown, before: unknown): boolean {
  return after === before || (typeof after === 'string' && reasonInEnglish(readReason(after)) === before);
}

export type Rows = ReadonlyMap<string, readonly Row[]>;

const at = '2026-03-02T08:00:00.000Z';
/** What migrations read of documents. */
const documents: Readonly<Record<string, object>> = {
  article_revisions: { id: 'dw:1', headline: 'Bridge opens', language: 'en', sentences: ['It opens.'], blocks: [] },
  briefings: { id: 'b1', stories: [], also: [] },
};

/** Puts one row with a value in every column into each table of a database, whatever its schema is. */
export function fillTables(path: string): void {
  const database = new DatabaseSync(path);
  // Rows refer to each other by their keys, which are all the same; the check comes after the migration.
  database.exec('PRAGMA foreign_keys = OFF');
  for (const table of tablesOf(database)) {
    const columns = database.prepare(`pragma table_info(${table})`).all() as { name: string; type: string }[];
    const names = columns.map(({ name }) => name);
    const marks = columns.map(() => '?').join(', ');
    database
      .prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`)
      .run(...columns.map((column) => valueFor(table, column)));
  }
  database.close();
}

/** All rows by table, but those of the migrations' own and of the search index. */
export function readTables(path: string): Rows {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = new Map(
    tablesOf(database).map((table) => [table, database.prepare(`select * from ${table}`).all() as Row[]]),
  );
  database.close();
  return rows;
}

/** What SQLite itself finds wrong: damage, and rows that refer to none. */
export function faultsOf(path: string): readonly unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const faults = [
    ...database
      .prepare('pragma integrity_check')
      .all()
      .filter(({ integrity_check }) => integrity_check !== 'ok'),
    ...database.prepare('pragma foreign_key_check').all(),
  ];
  database.close();
  return faults;
}

function tablesOf(database: DatabaseSync): string[] {
  return database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !name.startsWith('kysely_') && !name.startsWith('article_terms'));
}

/** A value that migrations can read. */
export function valueFor(table: string, { name, type }: { name: string; type: string }): string | number {
  if (/int/i.test(type)) return 1;
  if (/real|float/i.test(type)) return 0.5;
  if (name === 'document') return JSON.stringify(documents[table] ?? {});
  if (/_at$|_until$|^window_|_since$/.test(name)) return at;
  if (name === 'article_id' || name === 'title_article_id' || (table === 'articles' && name === 'id')) return 'dw:1';
  if (name === 'briefing_id' || (table === 'briefings' && name === 'id')) return 'b1';
  if (name === 'feed_id' || (table === 'feeds' && name === 'id')) return 'rss-en-top';
  if (name === 'delivery_id' || (table === 'deliveries' && name === 'id')) return 'd1';
  if (name === 'state') return 'sent';
  return `${name} of ${table}`;
}
