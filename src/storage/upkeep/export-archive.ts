import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import { migrationNames } from '../migrate.ts';
import { type ArchiveTable, archiveTables } from './archive-tables.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** The first line of an exported archive. */
export interface ArchiveHeader {
  readonly kurzwelle: 'archive';
  /** The newest migration, so that another version does not misread it. */
  readonly schema: string;
}

const pageSize = 500;

/** All stored state as JSON values: a header, then `[table, row]` for each row. Consistent if nobody writes meanwhile. */
export async function* exportArchive(db: Database): AsyncGenerator<ArchiveHeader | readonly [string, Row]> {
  yield { kurzwelle: 'archive', schema: migrationNames.at(-1) ?? '' };
  for (const table of archiveTables) {
    for (
      let page = await readAfter(db, table, undefined);
      page.length > 0;
      page = await readAfter(db, table, page.at(-1))
    ) {
      for (const row of page) yield [table.name, row];
    }
  }
}

async function readAfter(
  db: Kysely<never> | Database,
  { name, key }: ArchiveTable,
  last: Row | undefined,
): Promise<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const after = last ? sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})` : sql``;
  const { rows } =
    await sql<Row>`select * from ${sql.table(name)} ${after} order by ${columns} limit ${pageSize}`.execute(db);
  return rows;
}
