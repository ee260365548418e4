import { CompiledQuery } from 'kysely';
import type { Database } from '../../src/storage/database.ts';
import { engineOf } from '../../src/storage/engine-of.ts';
import type { RecordedQuery } from './record-queries.ts';

/** Tables that grow with the archive or its readers. */
const growing = new Set(
  'articles article_revisions article_topics article_terms entries actors actor_aliases actor_words actor_mentions actor_roles quotes stories story_articles channels subscriptions briefings briefing_statements deliveries'.split(
    ' ',
  ),
);

/** Reads a table to its end and may: how the statement begins, and why it does no harm. */
const accepted: readonly { readonly query: string; readonly why: string }[] = [
  { query: 'select (select count(*) as "count" from "articles")', why: 'counts articles, on an index alone' },
  { query: 'select "state", count(*) as "deliveries"', why: 'counts what is kept of deliveries, on an index alone' },
  { query: 'select count(*) as "subscriptions"', why: 'counts subscriptions, on an index alone' },
  { query: 'select "language", max("updated_at")', why: 'once, with the first article after a start' },
  { query: 'update "subscriptions" set "next_due_at"', why: 'all of them, when the rules of zones changed' },
  { query: 'select distinct "interest" from "subscriptions"', why: 'an hourly pass' },
];

export interface FullScan extends RecordedQuery {
  readonly table: string;
  /** The line of the plan. */
  readonly plan: string;
}

/** The queries whose plan reads a growing table from end to end, and those that may. */
export async function findFullScans(
  db: Database,
  queries: readonly RecordedQuery[],
): Promise<{ readonly wrong: readonly FullScan[]; readonly accepted: readonly FullScan[] }> {
  const scansOf = engineOf(db).name === 'sqlite' ? sqliteScans : postgresScans;
  const scans: FullScan[] = [];
  for (const query of queries) {
    // A row that is inserted reads nothing; what SQLite says of it is the check of foreign keys.
    if (!/^\s*(?:select|with|update|delete|insert (?!.*\bvalues\b))/is.test(query.sql)) continue;
    for (const { table, plan } of await scansOf(db, query))
      if (growing.has(table)) scans.push({ ...query, table, plan });
  }
  const isAccepted = ({ sql }: FullScan) => accepted.some(({ query }) => sql.startsWith(query));
  return { wrong: scans.filter((scan) => !isAccepted(scan)), accepted: scans.filter(isAccepted) };
}

type Scans = readonly { readonly table: string; readonly plan: string }[];

/**
 * `SCAN a` reads all of a table. `SCAN a USING INDEX` walks along an index, which ends early where nothing has to be sorted and a limit
 * is set. See https://www.sqlite.org/eqp.html.
 */
async function sqliteScans(db: Database, { sql, parameters }: RecordedQuery): Promise<Scans> {
  const { rows } = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  );
  const details = rows.map(({ detail }) => detail);
  const isSorted = details.some((detail) => /^USE TEMP B-TREE FOR (?:ORDER|GROUP) BY/.test(detail));
  const endsEarly = /\blimit\b/i.test(sql) && !isSorted;
  return details.flatMap((plan) => {
    const name = /^SCAN (\S+)/.exec(plan)?.[1];
    if (name === undefined || plan.includes('VIRTUAL TABLE')) return [];
    if (plan.includes('USING') && endsEarly) return [];
    return [{ table: tableOf(name, sql), plan }];
  });
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** A table of fewer rows PostgreSQL is right to read whole, in some 30 ms for 100,000, where it would look up thousands of them. */
const fewRows = 200_000;

/** Where tables are small, with scans forbidden: one that is planned all the same has no index to take instead. */
async function postgresScans(db: Database, { sql, parameters }: RecordedQuery): Promise<Scans> {
  const large = await largeTables(db);
  return db.transaction().execute(async (transaction) => {
    if (large.size === 0) await transaction.executeQuery(CompiledQuery.raw('set local enable_seqscan = off'));
    const { rows } = await transaction.executeQuery<{ 'QUERY PLAN': unknown }>(
      CompiledQuery.raw(`explain (format json) ${sql}`, [...parameters]),
    );
    const told = rows[0]?.['QUERY PLAN'];
    const [root] = (typeof told === 'string' ? JSON.parse(told) : told) as readonly [{ readonly Plan: PlanNode }];
    return scansIn(root.Plan, false).filter(({ table }) => large.size === 0 || large.has(table));
  });
}

async function largeTables(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await db.executeQuery<{ relname: string }>(
    CompiledQuery.raw(`select relname from pg_class where relkind = 'r' and reltuples > ${fewRows}`),
  );
  return new Set(rows.map(({ relname }) => relname));
}

/** Under a limit with nothing to sort a scan ends early. */
function scansIn(node: PlanNode, isLimited: boolean): Scans {
  const type = node['Node Type'];
  const limited = type === 'Limit' || (isLimited && !/Sort|Aggregate|Hash/.test(type));
  const below = (node.Plans ?? []).flatMap((plan) => scansIn(plan, limited));
  const table = node['Relation Name'];
  if (type !== 'Seq Scan' || table === undefined || limited) return below;
  return [{ table, plan: `Seq Scan on ${table}` }, ...below];
}

/** A plan names tables as the query does. */
function tableOf(name: string, sql: string): string {
  const plain = sql.replaceAll('"', '');
  return new RegExp(`\\b(\\w+) as ${name}\\b`, 'i').exec(plain)?.[1] ?? name;
}
