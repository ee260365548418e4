import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { loadConfig } from '../../config/config.ts';
import { openData } from '../../services/open-data.ts';
import { importArchive } from '../../storage/upkeep/import-archive.ts';
import { UserError } from '../../user-error.ts';
import { createProgress } from '../progress.ts';

/** Whether a file is an exported archive, by its name. */
export function isArchiveFile(file: string): boolean {
  return /\.jsonl(\.gz)?$/.test(file);
}

/** `kurzwelle import <file.jsonl[.gz]>`: what `kurzwelle export --archive` wrote, into an empty archive, all or nothing. The service must not run. */
export async function importWhole(file: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (!existsSync(file))
    throw new UserError(`There is no file ${file}. Give one that kurzwelle export --archive wrote.`);
  const data = await openData(loadConfig(env), env);
  const progress = createProgress({ title: 'Importing' });
  let table = '';
  const onTable = (name: string): void => {
    table = name;
  };
  try {
    const onLine = (line: number): void => progress.at(line, table);
    const rows = await importArchive(data.db, readValues(file, onLine), onTable);
    progress.end();
    console.log(`${rows} rows are in. Subscriptions go on with their next slot.`);
  } finally {
    await data.close();
  }
}

async function* readValues(file: string, onLine: (line: number) => void): AsyncGenerator<unknown> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => input.destroy(error));
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      onLine(++line);
      yield JSON.parse(text);
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${file} cannot be read after line ${line}: ${(cause as Error).message}. Is it whole?`, {
      cause,
    });
  }
}
