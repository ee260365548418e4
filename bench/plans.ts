import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase, openPostgresDatabase } from '../src/storage/database.ts';
import { createServerDatabase } from '../tests/fakes/server-database.ts';
import { fillBulkArchive } from './lib/bulk-archive.ts';
import { exerciseService } from './lib/exercise-service.ts';
import { findFullScans } from './lib/explain-plans.ts';
import { recordQueries } from './lib/record-queries.ts';

// Whether every query of the service keeps to its indexes in a large archive: everything a service does is done once, and each different
// query is explained. Exits with 1 where one reads a growing table from end to end. Run from the project root:
// node bench/plans.ts [articles, 200000], on SQLite; TEST_DATABASE_URL=... node bench/plans.ts 1000000 postgres

const articles = Number(process.argv[2] ?? 200_000);
const opened = process.argv[3] === 'postgres' ? await openServer() : await openFile();
try {
  const begun = performance.now();
  await fillBulkArchive(opened.db, articles);
  await sql`analyze`.execute(opened.db);
  console.log(`${articles} articles made in ${Math.round((performance.now() - begun) / 1_000)} s`);
  const recorder = recordQueries(opened.db);
  for (const [command, said] of await exerciseService(recorder)) console.log(`/${command}: ${said.join(' | ')}`);
  const { wrong, accepted } = await findFullScans(opened.db, recorder.queries());
  console.log(
    `${recorder.queries().length} different queries; ${accepted.length} read a growing table from end to end and may, ${wrong.length} may not`,
  );
  for (const { by, table, plan, sql: query } of wrong) console.log(`\n${by}: ${table}: ${plan}\n  ${query}`);
  if (wrong.length > 0) process.exitCode = 1;
} finally {
  await opened.close();
}

interface Opened {
  readonly db: Database;
  close(): Promise<void>;
}

async function openFile(): Promise<Opened> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  const db = await openDatabase(dataDir);
  await sql`pragma synchronous = off`.execute(db);
  return {
    db,
    async close() {
      await db.destroy();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function openServer(): Promise<Opened> {
  const { url, drop } = await createServerDatabase();
  const db = await openPostgresDatabase(url, { poolSize: 4 });
  return {
    db,
    async close() {
      await db.destroy();
      await drop();
    },
  };
}
