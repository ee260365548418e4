import { existsSync, statSync } from 'node:fs';
import { loadConfig } from '../../config/config.ts';
import { readSecret } from '../../config/environment.ts';
import { checkArchive } from '../../services/open-data.ts';
import { backupSqlite } from '../../storage/sqlite/backup.ts';
import { examineSqlite } from '../../storage/upkeep/examine.ts';
import { UserError } from '../../user-error.ts';
import { createProgress } from '../terminal-output.ts';

/** `kurzwelle backup <file>`: copies the archive, beside a running service, and looks at every page of the copy. */
export async function backup(
  file: string,
  { force = false }: { readonly force?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (readSecret('DATABASE_URL', env) !== undefined)
    throw new UserError('The archive is on a PostgreSQL server. Use pg_dump; see docs/backup.md.');
  const from = checkArchive(loadConfig(env).dataDir);
  if (existsSync(file) && !force)
    throw new UserError(`${file} exists. Choose another name, or use --force to replace it.`);
  await copy(from, file);
  const { damage } = await examineSqlite(file);
  if (damage.length > 0)
    throw new UserError(`The archive is damaged, and so is the copy ${file}: ${damage[0]}. See docs/backup.md.`);
  process.stdout.write(`${file}: ${Math.ceil(statSync(file).size / 2 ** 20)} MB, whole\n`);
}

async function copy(from: string, file: string): Promise<void> {
  const progress = createProgress({ title: 'Copying the archive', total: 1 });
  try {
    await backupSqlite(from, file, progress.at);
  } catch (cause) {
    throw new UserError(`Cannot write ${file}: ${(cause as Error).message}. Check the folder and its free space.`, {
      cause,
    });
  } finally {
    progress.end();
  }
}
