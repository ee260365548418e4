import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { loadConfig } from '../../config/config.ts';
import { openDataBeside } from '../../services/open-data.ts';
import { exportArchive } from '../../storage/upkeep/export-archive.ts';
import { UserError } from '../../user-error.ts';
import { createProgress } from '../progress.ts';

/**
 * `kurzwelle export --archive <file>`: everything the service remembers as JSON Lines, compressed where the name ends with .gz. Tokens of
 * Slack workspaces stay sealed by KURZWELLE_TOKEN_KEY. The service should not run, or the file may hold parts of two moments.
 */
export async function exportWhole(file: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const db = await openDataBeside(loadConfig(env), env);
  const progress = createProgress({ title: 'Exporting' });
  let lines = 0;
  async function* asLines(): AsyncGenerator<string> {
    for await (const value of exportArchive(db)) {
      progress.at(++lines, Array.isArray(value) ? String(value[0]) : undefined);
      yield `${JSON.stringify(value)}\n`;
    }
  }
  try {
    const zip = file.endsWith('.gz') ? [createGzip()] : [];
    await pipeline([Readable.from(asLines()), ...zip, createWriteStream(file, { flags: 'wx' })]);
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new UserError(
      isThere ? `${file} exists. Choose another name.` : `${file} could not be written: ${(cause as Error).message}.`,
      { cause },
    );
  } finally {
    progress.end();
    await db.destroy();
  }
  console.log(`${file}: ${lines - 1} rows. Bring them in elsewhere with: kurzwelle import ${file}`);
}
