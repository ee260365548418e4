import { examinePostgres, examineSqlite } from '../../storage/upkeep/examine.ts';

/** Run by check-database.ts: SQLite's look at every page cannot be interrupted, a process can be ended. */
const where = process.env.KURZWELLE_EXAMINED ?? '';
try {
  const report = await (/^postgres(?:ql)?:/.test(where) ? examinePostgres(where) : examineSqlite(where));
  process.stdout.write(JSON.stringify(report));
} catch (error) {
  // The first line: no stack, and no address, which may hold a password.
  process.stderr.write(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  process.exitCode = 1;
}
