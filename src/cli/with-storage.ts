import { loadConfig } from '../config/config.ts';
import { openDataBeside } from '../services/open-data.ts';
import { createStorage, type Storage } from '../storage/storage.ts';

/** Works on the configured archive, beside a running service, and closes it. */
export async function withStorage(work: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = createStorage(await openDataBeside(loadConfig(process.env), process.env));
  try {
    await work(storage);
  } finally {
    await storage.close();
  }
}
