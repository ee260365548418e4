import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { databaseTrouble } from '../database-trouble.ts';

/** What the thread of a page check says once, when it is done. */
export interface PageReport {
  readonly damage: readonly string[];
}

/** This many lines are enough to know where to look; a damaged file can give millions. */
const mostDamage = 10;

parentPort?.postMessage({ damage: check(String(workerData)) } satisfies PageReport);

/** A table at a time, so that a stop waits for one table at most. */
function check(path: string): readonly string[] {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  const found: string[] = [];
  try {
    for (const { name } of database.prepare("select name from sqlite_schema where type = 'table'").all()) {
      const quoted = `"${String(name).replaceAll('"', '""')}"`;
      for (const { quick_check: line } of database.prepare(`pragma quick_check(${quoted})`).all())
        if (line !== 'ok') found.push(String(line));
      if (found.length >= mostDamage) break;
    }
  } catch (error) {
    if (databaseTrouble(error)?.kind !== 'damaged') throw error;
    found.push((error as Error).message);
  } finally {
    database.close();
  }
  return found.slice(0, mostDamage);
}
