import type { CompiledQuery, KyselyPlugin, QueryId, RootOperationNode } from 'kysely';
import type { Database } from '../../src/storage/database.ts';

export interface RecordedQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** What was being done when it was asked first. */
  readonly by: string;
}

export interface QueryRecorder {
  /** The database to work on; whatever is asked through it, transactions included, is recorded. */
  readonly db: Database;
  /** Runs a piece of work under its name. */
  during<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Every different statement, with the parameters of its first use. */
  queries(): readonly RecordedQuery[];
}

/** Records what is asked of a database, on either engine. Lists of other lengths count as the same statement. */
export function recordQueries(db: Database): QueryRecorder {
  const seen = new Map<string, RecordedQuery>();
  let by = '';
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const { sql, parameters } = compile(db, node, queryId);
      const form = sql.replace(/(?:(?:\?|\$\d+)(?:, )?)+/g, '?');
      if (!seen.has(form)) seen.set(form, { sql, parameters, by });
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    db: db.withPlugin(plugin),
    async during(name, work) {
      by = name;
      return work();
    },
    queries: () => [...seen.values()],
  };
}

function compile(db: Database, node: RootOperationNode, queryId: QueryId): CompiledQuery {
  return db.getExecutor().compileQuery(node, queryId);
}
