import { readFileSync } from 'node:fs';
import { loadConfig } from '../../config/config.ts';
import { openData } from '../../services/open-data.ts';
import { createStorage } from '../../storage/storage.ts';
import { topicNames } from '../../subscriptions/topic-names.ts';
import { UserError } from '../../user-error.ts';
import { importSubscriptions } from './import-subscriptions.ts';
import { parseSubscriptions } from './parse-subscriptions.ts';

/** `kurzwelle import file.yaml`: brings in what `kurzwelle export --subscriptions` wrote, all or nothing. The service must not run. */
export async function importFile(path: string): Promise<void> {
  const config = loadConfig(process.env);
  const channels = parseSubscriptions(readText(path), topicNames(config.topics));
  const data = await openData(config, process.env);
  try {
    const result = await importSubscriptions(channels, createStorage(data.db), Temporal.Now.instant());
    console.log(`${result.added} added, ${result.changed} changed, ${result.unchanged} as they were.`);
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
    throw new UserError(`Cannot read "${path}". Give a file that kurzwelle export --subscriptions wrote.`, { cause });
  }
}
