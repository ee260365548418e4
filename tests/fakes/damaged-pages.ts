import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { createRandom } from './random.ts';

const pageBytes = 4_096;

/** The leaf pages of a table, by the root page that SQLite names; from an untouched file. */
export function pagesOf(path: string, table: string): readonly number[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const { rootpage } = database.prepare('select rootpage from sqlite_master where name = ?').get(table) as {
    rootpage: number;
  };
  database.close();
  const bytes = readFileSync(path);
  const root = bytes.subarray((rootpage - 1) * pageBytes);
  // https://www.sqlite.org/fileformat.html#b_tree_pages: an interior page lists its children.
  expect(root[0]).toBe(0x05);
  return Array.from({ length: root.readUInt16BE(3) }, (_, cell) => root.readUInt32BE(root.readUInt16BE(12 + 2 * cell)));
}

/** All pages but the first, without which nothing can be opened. */
export function pagesOfFile(path: string): readonly number[] {
  return Array.from({ length: statSync(path).size / pageBytes - 1 }, (_, index) => index + 2);
}

/** Overwrites so many of these pages with noise, as a failing disk does; which, the seed says. */
export function overwritePages(path: string, pages: readonly number[], { seed = 1, count = 5 } = {}): void {
  const random = createRandom(seed);
  const left = [...pages];
  const file = openSync(path, 'r+');
  for (let done = 0; done < count; done++) {
    const [page = 2] = left.splice(Math.floor(random() * left.length), 1);
    const noise = Buffer.from(Array.from({ length: pageBytes }, () => Math.floor(random() * 256)));
    writeSync(file, noise, 0, pageBytes, (page - 1) * pageBytes);
  }
  closeSync(file);
}
