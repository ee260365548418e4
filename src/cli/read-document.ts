import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Http } from '../runtime/http.ts';
import { HttpError } from '../runtime/http-error.ts';
import { byteLimits } from '../text/limits.ts';
import { UserError } from '../user-error.ts';

/** The bytes of a file or an address that the operator named. */
export interface Document {
  /** As it was given. */
  readonly name: string;
  /** Where it came from after redirects; `file:` for a file. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Empty for a file. */
  readonly contentType: string;
}

/** Whether a name is an address to fetch rather than a file's. */
export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** Reads a file or fetches an address; what cannot be had is a UserError of one line. */
export async function readDocument(name: string, http: Http): Promise<Document> {
  return isAddress(name) ? fetchDocument(name, http) : readFileDocument(name);
}

async function readFileDocument(name: string): Promise<Document> {
  try {
    return { name, url: pathToFileURL(name).href, bytes: await readFile(name), contentType: '' };
  } catch (cause) {
    throw new UserError(`${name}: ${fileTrouble(cause)}`, { cause });
  }
}

/** Throws UserError for an imported file that is larger than any people keep. */
export function checkSize(text: string): void {
  if (text.length > byteLimits.importedFile)
    throw new UserError(
      `This file has ${text.length} characters; the limit is ${byteLimits.importedFile}. Import it in several parts.`,
    );
}

/** What the system says of a file or folder that cannot be read, in words. */
export function fileTrouble(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a folder, not a file';
  return `cannot be read (${code})`;
}

async function fetchDocument(name: string, http: Http): Promise<Document> {
  try {
    const { status, url, headers, body } = await http.get(name);
    if (status !== 200) throw new UserError(`${name}: the server answered with status ${status}`);
    return { name, url, bytes: body, contentType: headers.get('content-type') ?? '' };
  } catch (cause) {
    if (cause instanceof HttpError) throw new UserError(cause.message, { cause });
    throw cause;
  }
}
