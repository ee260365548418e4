import { type Kysely, sql } from 'kysely';
import { UserError } from '../../user-error.ts';
import { fromDocument, indexTerms } from '../articles/article-document.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine-of.ts';
import { migrationNames } from '../migrate.ts';
import type { Tables } from '../tables.ts';

/** A table of an exported archive. */
export interface ArchiveTable {
  readonly name: keyof Tables;
  /** The columns that order it. */
  readonly key: readonly string[];
  /** The auto-increment column. */
  readonly counts?: string;
  /** A column that references another row of the same table, which has no such reference itself. */
  readonly refersToItself?: string;
}

/**
 * The tables of an archive, each after those it references. Without the terms of articles, which are recomputed, and the processes that
 * share it.
 */
export const archiveTables: readonly ArchiveTable[] = [
  { name: 'feeds', key: ['id'] },
  { name: 'entries', key: ['feed_id', 'article_id'] },
  { name: 'articles', key: ['number'], counts: 'number' },
  { name: 'article_revisions', key: ['article_id', 'revision'] },
  { name: 'article_topics', key: ['article_id', 'topic'] },
  { name: 'actors', key: ['id'], counts: 'id' },
  { name: 'actor_aliases', key: ['actor_id', 'folded'] },
  { name: 'actor_words', key: ['word', 'actor_id'] },
  { name: 'actor_mentions', key: ['actor_id', 'article_id', 'sentence'] },
  { name: 'actor_roles', key: ['id'], counts: 'id' },
  { name: 'actor_merges', key: ['actor_id'] },
  { name: 'actor_links', key: ['article_id', 'folded'] },
  { name: 'quotes', key: ['id'], counts: 'id' },
  { name: 'affairs', key: ['id'], counts: 'id' },
  { name: 'stories', key: ['id'], counts: 'id', refersToItself: 'merged_into' },
  { name: 'story_articles', key: ['story_id', 'article_id'] },
  { name: 'story_moves', key: ['number'], counts: 'number' },
  { name: 'story_links', key: ['story_id', 'other_id'] },
  { name: 'story_backgrounds', key: ['name'] },
  { name: 'channels', key: ['id'], counts: 'id' },
  { name: 'subscriptions', key: ['id'], counts: 'id' },
  { name: 'muted_stories', key: ['channel_number', 'story_id'] },
  { name: 'briefings', key: ['id'] },
  { name: 'briefing_statements', key: ['briefing_id', 'story_id', 'article_id', 'revision', 'sentence'] },
  { name: 'deliveries', key: ['id'] },
  { name: 'owner_notices', key: ['id'] },
  { name: 'corrections', key: ['delivery_id', 'article_id', 'revision'] },
  { name: 'local_posts', key: ['message_id'] },
  { name: 'page_sessions', key: ['token_digest'] },
  { name: 'line_reports', key: ['statement', 'kind', 'platform', 'workspace_id', 'channel_id'] },
  { name: 'generated_texts', key: ['cache_key'] },
  { name: 'slack_installations', key: ['id'] },
  { name: 'slack_organization_workspaces', key: ['workspace_id'] },
  { name: 'slack_used_states', key: ['nonce'] },
  { name: 'service_facts', key: ['name'] },
];

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
          throw new UserError(
            `The file has a table "${name}" that this version does not know. Export it again with this version.`,
          );
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
      `The file was written by another version (schema ${schema}, here ${newest}). Export it again with this version.`,
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
