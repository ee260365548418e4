import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely';

/** Statements kept prepared, those used last: a service has a few hundred that return, and lists of values make ever new ones. */
const statementCacheSize = 500;

/**
 * Kysely's SQLite dialect on Node's own node:sqlite, so that no native module is needed.
 * `path` is a file or `:memory:`. WAL, and `synchronous=FULL`: with NORMAL a power loss takes acknowledged commits.
 */
export function createSqliteDialect(path: string, options: { readOnly?: boolean } = {}): Dialect {
  const database = new DatabaseSync(path, { readOnly: options.readOnly ?? false, timeout: 5_000 });
  if (!options.readOnly) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec('PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;');
  return new SqliteDialect({ database: adapt(database) });
}

function adapt(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, Prepared>();
  return {
    close() {
      statements.clear();
      database.close();
    },
    prepare(sql) {
      const statement = statements.get(sql) ?? prepare(database, sql);
      statements.delete(sql);
      statements.set(sql, statement);
      if (statements.size > statementCacheSize) statements.delete(statements.keys().next().value ?? sql);
      return statement;
    },
  };
}

type Prepared = ReturnType<SqliteDatabase['prepare']>;

/**
 * Statements without rows give their numbers as bigints: deleting from the search index leaves a "last inserted row" beyond what a
 * JavaScript number holds (FTS5's own tombstones), and node:sqlite would throw after the next update has been done.
 */
function prepare(database: DatabaseSync, sql: string): Prepared {
  const statement: StatementSync = database.prepare(sql);
  const reader = statement.columns().length > 0;
  if (!reader) statement.setReadBigInts(true);
  return {
    reader,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run(parameters) {
      // On a full disk SQLite rolls back by itself; an error of a second rollback would hide what happened.
      if (sql === 'rollback' && !database.isTransaction) return { changes: 0, lastInsertRowid: 0 };
      return statement.run(...(parameters as SQLInputValue[]));
    },
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
