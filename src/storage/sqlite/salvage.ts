import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { migrationNames } from '../migrate.ts';
import { type ArchiveHeader, archiveTables } from '../upkeep/move-archive.ts';

type Row = Record<string, string | number | null>;

/** What a damaged archive gave, by table. */
export interface Salvaged {
  readonly table: string;
  readonly rows: number;
  /** Row numbers under which nothing could be read: lost rows, or numbers that no row had. */
  readonly unreadable: number;
  /** Rows that were readable, and refer to one that was not. */
  readonly orphans: number;
}

const pageSize = 200;
/** After this many readable rows in a row, the damaged page has been passed. */
const soundAgain = 20;

/**
 * Everything that can be read of a damaged archive, in the form of `exportArchive`: pages are read in the order of the table itself, without
 * its indexes, and around what is damaged row by row. Rows whose parent is lost are left out, so that the rest can be imported.
 * Throws what SQLite says where not even the list of tables can be read.
 */
export function* salvageArchive(
  path: string,
  onTable: (salvaged: Salvaged) => void,
): Generator<ArchiveHeader | readonly [string, Row]> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const schema = namesOf(database, 'select name from kysely_migration order by name desc limit 1')[0];
    yield { kurzwelle: 'archive', schema: schema ?? migrationNames.at(-1) ?? '' };
    const parents = createParents(database);
    for (const { name } of archiveTables) {
      const { rows, unreadable } = readTable(database, name);
      const whole = parents.keep(name, rows);
      for (const row of whole) yield [name, row];
      onTable({ table: name, rows: whole.length, unreadable, orphans: rows.length - whole.length });
    }
  } finally {
    database.close();
  }
}

function namesOf(database: DatabaseSync, sql: string): string[] {
  try {
    return database
      .prepare(sql)
      .all()
      .map(({ name }) => String(name));
  } catch {
    // Where the table of migrations is damaged, too, the archive is taken for one of this version.
    return [];
  }
}

function readTable(database: DatabaseSync, table: string): { readonly rows: Row[]; readonly unreadable: number } {
  const rows: Row[] = [];
  const page = database.prepare(
    `select rowid as salvaged_rowid, * from ${table} where rowid > ? order by rowid limit ${pageSize}`,
  );
  const single = database.prepare(`select rowid as salvaged_rowid, * from ${table} where rowid = ?`);
  let unreadable = 0;
  let last = 0;
  const take = (found: readonly Row[]): void => {
    for (const { salvaged_rowid, ...row } of found) {
      last = Number(salvaged_rowid);
      rows.push(row);
    }
  };
  for (;;) {
    const found = tryRead(page, last);
    if (found) {
      take(found);
      if (found.length < pageSize) return { rows, unreadable };
      continue;
    }
    const end = lastNumber(database, table, last);
    for (let sound = 0; last < end && sound < soundAgain; ) {
      const before = last;
      const one = tryRead(single, last + 1);
      if (one) take(one);
      else unreadable++;
      sound = one && one.length > 0 ? sound + 1 : 0;
      last = before + 1;
    }
    if (last >= end) return { rows, unreadable };
  }
}

function tryRead(statement: StatementSync, number: number): Row[] | undefined {
  try {
    return statement.all(number) as Row[];
  } catch {
    return undefined;
  }
}

/** Beyond the damage nobody knows the end of the table, unless its last page is whole. */
const guessedRows = 100_000;

function lastNumber(database: DatabaseSync, table: string, from: number): number {
  try {
    const row = database.prepare(`select max(rowid) as last from ${table}`).get() as { last: number | null };
    return row.last ?? from;
  } catch {
    return from + guessedRows;
  }
}

interface ForeignKey {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** Knows the keys that were saved, by table and column. */
function createParents(database: DatabaseSync) {
  const keysOf = (table: string): ForeignKey[] =>
    database.prepare(`pragma foreign_key_list(${table})`).all() as unknown as ForeignKey[];
  const wanted = archiveTables.flatMap(({ name }) => keysOf(name));
  const saved = new Map<string, Set<unknown>>();
  const setOf = (table: string, column: string): Set<unknown> => {
    const key = `${table}.${column}`;
    const set = saved.get(key) ?? new Set();
    saved.set(key, set);
    return set;
  };
  return {
    /** The rows whose parents are saved; one that names another of its own table forgets it where that is lost. */
    keep(table: string, rows: readonly Row[]): readonly Row[] {
      const keys = keysOf(table);
      const others = keys.filter((key) => key.table !== table);
      const whole = rows.filter((row) =>
        others.every(({ table: parent, from, to }) => row[from] === null || setOf(parent, to).has(row[from])),
      );
      for (const { table: parent, to } of wanted)
        if (parent === table) for (const row of whole) setOf(table, to).add(row[to]);
      for (const { from, to } of keys.filter((key) => key.table === table))
        for (const row of whole) if (row[from] !== null && !setOf(table, to).has(row[from])) row[from] = null;
      return whole;
    },
  };
}
