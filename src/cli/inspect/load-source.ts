import type { Http } from '../../runtime/http.ts';
import { decodeDocument } from '../../text/decode-document.ts';
import { readDocument } from '../read-document.ts';

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
  const { url, bytes, contentType } = await readDocument(name, http);
  const isPlainText = contentType.startsWith('text/plain') || (contentType === '' && /\.txt$/i.test(name));
  return { name, url, text: decodeDocument(bytes, contentType), isPlainText };
}
