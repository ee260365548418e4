import { sql } from 'kysely';
import { openMemoryDatabase } from '../src/storage/database.ts';
import { fillBulkArchive } from './lib/bulk-archive.ts';

// Bytes that one row of what readers bring takes on SQLite, its indexes included. Run from the project root: node bench/row-sizes.ts

const db = await openMemoryDatabase();
await fillBulkArchive(db, 20_000);
const { rows: indexes } = await sql<{ name: string; tbl_name: string }>`
  select name, tbl_name from sqlite_master where type in ('table', 'index')`.execute(db);
const tableOf = new Map(indexes.map(({ name, tbl_name }) => [name, tbl_name]));
const { rows: sizes } = await sql<{ name: string; bytes: number }>`
  select name, sum(pgsize) as bytes from dbstat group by name`.execute(db);
const bytes: Record<string, number> = {};
for (const { name, bytes: more } of sizes) {
  const table = tableOf.get(name) ?? name;
  bytes[table] = (bytes[table] ?? 0) + more;
}
for (const table of ['channels', 'subscriptions', 'deliveries', 'briefing_statements'] as const) {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  console.log(`${table}: ${Math.round((bytes[table] ?? 0) / (rows[0]?.count ?? 1))} bytes a row`);
}
await db.destroy();
