import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { loadConfig } from '../../config/config.ts';
import { openData } from '../../services/open-data.ts';
import { createStorage } from '../../storage/storage.ts';
import { importArchive } from '../../storage/upkeep/move-archive.ts';
import { topicNames } from '../../subscriptions/topic-names.ts';
import { UserError } from '../../user-error.ts';
import { createProgress } from '../terminal-output.ts';
import { importSubscriptions, parseSubscriptions } from './import-subscriptions.ts';

/** `kurzwelle import file.yaml`: brings in what `kurzwelle export --subscriptions` wrote, all or nothing. The service must not run. */
export async function importFile(path: string): Promise<void> {
  const config = loadConfig(process.env);
  const channels = parseSubscriptions(readText(path), topicNames(config.topics));
  const data = await openData(config, process.env);
  try {
    const result = await importSubscriptions(channels, createStorage(data.db), Temporal.Now.instant());
    console.log(`${result.added} added, ${result.changed} changed, ${result.unchanged} unchanged.`);
    if (result.unknownMuted > 0)
      console.log(`${result.unknownMuted} muted stories are not in this archive and were left out.`);
  } finally {
    await data.close();
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const what = isMissing ? `There is no file "${path}".` : `Cannot read "${path}".`;
    throw new UserError(`${what} Use a file written by kurzwelle export --subscriptions.`, { cause });
  }
}

/** Whether a file is an exported archive, by its name. */
export function isArchiveFile(file: string): boolean {
  return /\.jsonl(\.gz)?$/.test(file);
}

/** `kurzwelle import <file.jsonl[.gz]>`: what `kurzwelle export --archive` wrote, into an empty archive, all or nothing. The service must not run. */
export async function importWhole(file: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (!existsSync(file))
    throw new UserError(`There is no file ${file}. Use one written by kurzwelle export --archive.`);
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
    console.log(`${rows} rows imported. Subscriptions continue with their next scheduled time.`);
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
    throw new UserError(`Cannot read ${file} after line ${line}: ${(cause as Error).message}. Is the file complete?`, {
      cause,
    });
  }
}
