import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { decodeDocument } from '../../feeds/decode-document.ts';
import type { Http } from '../../runtime/http.ts';
import { HttpError } from '../../runtime/http-error.ts';
import { UserError } from '../../user-error.ts';

/** A document to inspect, decoded. */
export interface Source {
  /** As the operator gave it. */
  readonly name: string;
  readonly url: string;
  readonly text: string;
  readonly isPlainText: boolean;
}

/** Reads a file or fetches an address; what cannot be had is a UserError of one line. */
export async function loadSource(name: string, http: Http): Promise<Source> {
  return /^https?:\/\//i.test(name) ? fetchSource(name, http) : readSource(name);
}

async function readSource(name: string): Promise<Source> {
  try {
    const text = decodeDocument(await readFile(name));
    return { name, url: pathToFileURL(name).href, text, isPlainText: /\.txt$/i.test(name) };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const what =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'is a folder, not a file'
          : `cannot be read (${code})`;
    throw new UserError(`${name}: ${what}`, { cause });
  }
}

async function fetchSource(name: string, http: Http): Promise<Source> {
  try {
    const { status, url, headers, body } = await http.get(name);
    if (status !== 200) throw new UserError(`${name}: the server answered with status ${status}`);
    const contentType = headers.get('content-type') ?? '';
    return { name, url, text: decodeDocument(body, contentType), isPlainText: contentType.startsWith('text/plain') };
  } catch (cause) {
    if (cause instanceof HttpError) throw new UserError(cause.message, { cause });
    throw cause;
  }
}
