import { CompiledQuery, type DatabaseConnection, type Dialect, type Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { DamageNotice } from '../damage.ts';
import { noteLostConnection } from '../database-trouble.ts';

export interface PostgresOptions {
  /** The most connections of a process. */
  readonly poolSize?: number;
  /** Called when a connection breaks; its queries fail by themselves, and the next one opens another. */
  readonly onLost?: (error: Error) => void;
  /** Hears of damage that a statement comes upon; from then on all connections of this process only read. */
  readonly damage?: DamageNotice | undefined;
}

/** How long a query waits for a connection. */
const connectMs = 10_000;
/** Both sides notice a dead peer after some 20 seconds. */
export const keepAlive = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: connectMs,
  options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3',
};
/** Types that `pg` gives as text because JavaScript's numbers are shorter: counts and ids of ours never are that long. */
const numberTypes: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

/** Kysely's PostgreSQL dialect on `pg`. Errors of idle connections are caught on pool and client: unheard, they would end the process. */
export function createPostgresDialect(
  url: string,
  { poolSize = 10, onLost = () => undefined, damage }: PostgresOptions = {},
): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    ...keepAlive,
    application_name: 'kurzwelle',
    types: { getTypeParser },
  });
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', noteLostConnection).on('error', onLost));
  if (!damage) return new PostgresDialect({ pool });
  return new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => judgeErrors(connection, damage),
    async onReserveConnection(connection) {
      if (damage.found()) await connection.executeQuery(onlyRead);
    },
  });
}

const onlyRead = CompiledQuery.raw('set default_transaction_read_only = on');

function judgeErrors(connection: DatabaseConnection, damage: DamageNotice): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (...query) => {
    try {
      return await execute(...query);
    } catch (error) {
      throw damage.judge(error);
    }
  };
}

function getTypeParser(id: number, format?: 'text' | 'binary') {
  return numberTypes.includes(id) ? Number : pg.types.getTypeParser(id, format as 'text');
}

/** The time of the server, in milliseconds since 1970. */
export async function serverTimeMs<Tables>(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ ms: number }>`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`.execute(
    db,
  );
  return rows[0]?.ms ?? 0;
}
