import { sql } from 'kysely';
import { UserError } from '../../user-error.ts';
import { fromDocument } from '../articles/article-document.ts';
import { indexTerms } from '../articles/article-terms.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine.ts';
import { migrationNames } from '../migrate.ts';
import { type ArchiveTable, archiveTables } from './archive-tables.ts';
import type { ArchiveHeader } from './export-archive.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** A number of values that one statement accepts on either engine. */
const valuesTogether = 5_000;

/**
 * Imports the output of `exportArchive` into an empty archive, in one transaction. `onTable` is called at the start of each table. Returns
 * the number of rows. Throws UserError if the archive is not empty, or the export is from another version.
 */
export async function importArchive(
  db: Database,
  values: AsyncIterable<unknown>,
  onTable: (name: string) => void = () => undefined,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await checkEmpty(transaction);
    const tables = new Map(archiveTables.map((table) => [table.name as string, table]));
    let rows = 0;
    let writer: TableWriter | undefined;
    let isHeaded = false;
    for await (const value of values) {
      if (!isHeaded) {
        checkHeader(value);
        isHeaded = true;
        continue;
      }
      const [name, row] = value as readonly [string, Row];
      if (writer?.name !== name) {
        await writer?.end();
        const table = tables.get(name);
        if (!table)
          throw new UserError(`The file names the table "${name}", which there is not. Export anew with this version.`);
        writer = writeTable(transaction, table);
        onTable(name);
      }
      await writer.add(row);
      rows++;
    }
    await writer?.end();
    onTable('article_terms');
    await engineOf(transaction).analyze(transaction);
    await indexAll(transaction);
    return rows;
  });
}

function checkHeader(value: unknown): void {
  const { kurzwelle, schema } = value as Partial<ArchiveHeader>;
  if (kurzwelle !== 'archive') throw new UserError('The file is no archive that kurzwelle export --archive wrote.');
  const newest = migrationNames.at(-1);
  if (schema !== newest) {
    throw new UserError(
      `The file was written by another version (schema ${schema}, here ${newest}). Export anew with this version.`,
    );
  }
}

/** Feeds may exist already, even if the service never read one. */
async function checkEmpty(db: Database): Promise<void> {
  for (const name of ['articles', 'subscriptions', 'channels'] as const) {
    const row = await db.selectFrom(name).select(sql<number>`1`.as('one')).limit(1).executeTakeFirst();
    if (row)
      throw new UserError('The archive to import into is not empty. Import into a new database or data directory.');
  }
  for (const { name } of archiveTables.toReversed()) await db.deleteFrom(name).execute();
}

interface TableWriter {
  readonly name: string;
  add(row: Row): Promise<void>;
  end(): Promise<void>;
}

function writeTable(db: Database, { name, counts, refersToItself }: ArchiveTable): TableWriter {
  let waiting: Row[] = [];
  const referring: Row[] = [];

  async function flush(): Promise<void> {
    const [first] = waiting;
    if (!first) return;
    const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
    const tuples = sql.join(waiting.map((row) => sql`(${sql.join(Object.values(row))})`));
    await sql`insert into ${sql.table(name)} (${columns}) values ${tuples}`.execute(db);
    waiting = [];
  }

  async function add(row: Row): Promise<void> {
    waiting.push(row);
    if (waiting.length * Object.keys(row).length >= valuesTogether) await flush();
  }

  return {
    name,
    async add(row) {
      if (refersToItself && row[refersToItself] !== null) referring.push(row);
      else await add(row);
    },
    async end() {
      await flush();
      for (const row of referring) await add(row);
      await flush();
      if (counts) await engineOf(db).countOn(db, name, counts);
    },
  };
}

const articlesTogether = 200;

async function indexAll(db: Database): Promise<void> {
  for (let last = 0; ; ) {
    const page = await db
      .selectFrom('articles as a')
      .innerJoin('article_revisions as r', (join) =>
        join.onRef('r.article_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
      )
      .select(['a.number', 'r.document'])
      .where('a.number', '>', last)
      .orderBy('a.number')
      .limit(articlesTogether)
      .execute();
    for (const { document } of page) await indexTerms(db, fromDocument(document, []));
    if (page.length < articlesTogether) return;
    last = page.at(-1)?.number ?? last;
  }
}
