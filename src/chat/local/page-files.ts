import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

/** A file of the page as it is served. */
export interface PageFile {
  readonly contentType: string;
  readonly body: string;
}

const folder = new URL('./page/', import.meta.url);
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of the page by name, read once: nothing else in the file system can be asked for. */
export async function readPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const names = (await readdir(folder)).filter((name) => contentTypes[extname(name)] !== undefined);
  const files = names.map(async (name) => {
    const body = await readFile(new URL(name, folder), 'utf8');
    return [name, { contentType: contentTypes[extname(name)] ?? '', body }] as const;
  });
  return new Map(await Promise.all(files));
}
