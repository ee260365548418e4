import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { fillSyntheticArchive } from './synthetic-archive.ts';

/** An archive of invented news in a folder, where it is kept for the next time; half of one is not taken for a whole. */
export async function openSyntheticArchive(
  folder: string,
  articles: number,
  say: (line: string) => void = console.error,
): Promise<Database> {
  if (existsSync(join(folder, 'kurzwelle.db'))) return openDatabase(folder);
  const building = `${folder}-${process.pid}`;
  mkdirSync(building, { recursive: true });
  say(`inventing ${articles} articles, kept in ${folder} for the next time`);
  const db = await openDatabase(building);
  try {
    await sql`pragma synchronous = off`.execute(db);
    await sql`pragma cache_size = -400000`.execute(db);
    await fillSyntheticArchive(db, { articles });
    await sql`analyze`.execute(db);
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
  return openDatabase(folder);
}
