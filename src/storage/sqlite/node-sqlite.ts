import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import { createDamageNotice, type DamageNotice } from '../damage.ts';

export interface SqliteOptions {
  readonly readOnly?: boolean;
  /** Hears of damage that a statement comes upon; from then on the connection only reads. */
  readonly damage?: DamageNotice | undefined;
}

/** Statements kept prepared, those used last: a service has a few hundred that return, and lists of values make ever new ones. */
const statementCacheSize = 500;

/**
 * Kysely's SQLite dialect on Node's own node:sqlite, so that no native module is needed.
 * `path` is a file or `:memory:`. WAL, and `synchronous=FULL`: with NORMAL a power loss takes acknowledged commits.
 */
export function createSqliteDialect(
  path: string,
  { readOnly = false, damage = createDamageNotice() }: SqliteOptions = {},
): Dialect {
  const database = new DatabaseSync(path, { readOnly, timeout: 5_000 });
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  return dialectOf(database, path, damage);
}

/** A database in memory that begins as a copy of `image`, else empty. `serialize` gives the image of what is in it. */
export function createMemoryDialect(image?: Uint8Array): {
  readonly dialect: Dialect;
  readonly serialize: () => Uint8Array;
} {
  const database = new DatabaseSync(':memory:');
  if (image) database.deserialize(image);
  return { dialect: dialectOf(database, ':memory:', createDamageNotice()), serialize: () => database.serialize() };
}

function dialectOf(database: DatabaseSync, path: string, damage: DamageNotice): Dialect {
  database.exec('PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;');
  damage.onFound(() => database.exec('PRAGMA query_only = ON'));
  return new SqliteDialect({ database: adapt(database, damage, path) });
}

function adapt(database: DatabaseSync, damage: DamageNotice, path: string): SqliteDatabase {
  const statements = new Map<string, Prepared>();
  return {
    close() {
      statements.clear();
      const reader = damage.found() && path !== ':memory:' ? openReader(path) : undefined;
      database.close();
      reader?.close();
    },
    prepare(sql) {
      const statement = statements.get(sql) ?? judged(damage, () => prepare(database, sql, damage));
      statements.delete(sql);
      statements.set(sql, statement);
      if (statements.size > statementCacheSize) statements.delete(statements.keys().next().value ?? sql);
      return statement;
    },
  };
}

/** The last connection to close writes the log into the file, unless it may only read: then a damaged file stays as it is. */
function openReader(path: string): DatabaseSync {
  const reader = new DatabaseSync(path, { readOnly: true });
  try {
    reader.exec('SELECT count(*) FROM sqlite_schema');
  } catch {
    // A list of tables that cannot be read is damage, too, and found already.
  }
  return reader;
}

type Prepared = ReturnType<SqliteDatabase['prepare']>;

/**
 * Statements without rows give their numbers as bigints: deleting from the search index leaves a "last inserted row" beyond what a
 * JavaScript number holds (FTS5's own tombstones), and node:sqlite would throw after the next update has been done.
 */
function prepare(database: DatabaseSync, sql: string, damage: DamageNotice): Prepared {
  const statement: StatementSync = database.prepare(sql);
  const reader = statement.columns().length > 0;
  if (!reader) statement.setReadBigInts(true);
  return {
    reader,
    all: (parameters) => judged(damage, () => statement.all(...(parameters as SQLInputValue[]))),
    run(parameters) {
      // On a full disk SQLite rolls back by itself; an error of a second rollback would hide what happened.
      if (sql === 'rollback' && !database.isTransaction) return { changes: 0, lastInsertRowid: 0 };
      return judged(damage, () => statement.run(...(parameters as SQLInputValue[])));
    },
    *iterate(parameters) {
      try {
        yield* statement.iterate(...(parameters as SQLInputValue[]));
      } catch (error) {
        throw damage.judge(error);
      }
    },
  };
}

function judged<Result>(damage: DamageNotice, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw damage.judge(error);
  }
}
