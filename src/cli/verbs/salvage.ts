import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { loadConfig } from '../../config/config.ts';
import { readSecret } from '../../config/environment.ts';
import { checkArchive } from '../../services/open-data.ts';
import { databaseTrouble } from '../../storage/database-trouble.ts';
import { type Salvaged, salvageArchive } from '../../storage/sqlite/salvage.ts';
import { UserError } from '../../user-error.ts';
import { createProgress } from '../progress.ts';

/** `kurzwelle export --archive <file> --salvage`: what is readable of a damaged archive. The damaged one is not touched. */
export async function salvage(file: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (readSecret('DATABASE_URL', env) !== undefined)
    throw new UserError(
      'The archive is on a PostgreSQL server. Restore it by the means of the server; docs/backup.md says how.',
    );
  const path = checkArchive(loadConfig(env).dataDir);
  const tables: Salvaged[] = [];
  const progress = createProgress({ title: 'Saving what is readable' });
  const zip = file.endsWith('.gz') ? [createGzip()] : [];
  function* lines(): Generator<string> {
    let rows = 0;
    for (const value of salvageArchive(path, (table) => tables.push(table))) {
      progress.at(rows++, tables.at(-1)?.table);
      yield `${JSON.stringify(value)}\n`;
    }
  }
  try {
    await pipeline([Readable.from(lines()), ...zip, createWriteStream(file, { flags: 'wx', mode: 0o600 })]);
  } catch (cause) {
    if (databaseTrouble(cause)?.kind === 'damaged')
      throw new UserError(`Nothing of ${path} can be read. Restore a backup; docs/backup.md says how.`, { cause });
    throw new UserError(`${file} could not be written: ${(cause as Error).message}. Choose another name or place.`, {
      cause,
    });
  } finally {
    progress.end();
  }
  process.stdout.write(`${summary(tables, file)}\n`);
}

function summary(tables: readonly Salvaged[], file: string): string {
  const sum = (field: 'rows' | 'unreadable' | 'orphans') => tables.reduce((all, table) => all + table[field], 0);
  const harmed = tables.filter(({ unreadable, orphans }) => unreadable + orphans > 0);
  const lines = harmed.map(
    ({ table, rows, unreadable, orphans }) =>
      `  ${table}: ${rows} rows saved, ${unreadable} row numbers unreadable, ${orphans} left out because what they belong to is lost`,
  );
  return [
    `${file}: ${sum('rows')} rows saved. ${harmed.length === 0 ? 'Nothing that is exported was damaged.' : 'Damaged:'}`,
    ...lines,
    `Put dataDir aside, and bring them in with: kurzwelle import ${file}`,
  ].join('\n');
}
