import { type Dialect, Kysely, type LogEvent } from 'kysely';
import type { Tables } from './tables.ts';

type Table = keyof Tables & string;

/** What this process writes to an archive; what other processes write to the same server is not seen. */
export interface Changes {
  /** Calls the listener with each table that was written to, and once more when the transaction ends; until the returned function is called. */
  watch(listener: (table: Table) => void): () => void;
}

const changesOfDatabase = new WeakMap<object, Changes>();
const silent: Changes = { watch: () => () => undefined };

/** Opens a database whose writes can be watched. */
export function openWatched(dialect: Dialect): Kysely<Tables> {
  const listeners = new Set<(table: Table) => void>();
  // Of several transactions at once it is not known whose commit it is; one notification too many does no harm.
  const uncommitted = new Set<Table>();
  const call = (tables: Iterable<Table>) => {
    for (const listener of listeners) for (const table of tables) listener(table);
  };
  const log = ({ level, query: { sql } }: LogEvent) => {
    if (level === 'error' || listeners.size === 0) return;
    if (sql === 'commit') {
      call(uncommitted);
      uncommitted.clear();
      return;
    }
    const [, written] = /^(?:insert into|update|delete from) "(\w+)"/u.exec(sql) ?? [];
    if (written === undefined) return;
    uncommitted.add(written as Table);
    call([written as Table]);
  };
  const db = new Kysely<Tables>({ dialect, log });
  changesOfDatabase.set(db, { watch: (listener) => subscribe(listeners, listener) });
  return db;
}

/** The changes of a database that `openWatched` opened; of any other, such as a transaction, none. */
export function changesOf(db: Kysely<Tables>): Changes {
  return changesOfDatabase.get(db) ?? silent;
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
