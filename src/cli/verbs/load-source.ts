import type { Http } from '../../runtime/http.ts';
import { decodeDocument, type RawDocument } from '../../text/decode-document.ts';
import { readDocument } from '../read-document.ts';

/** A document to inspect, as it came and decoded. */
export interface Source {
  /** As the operator gave it. */
  readonly name: string;
  readonly url: string;
  readonly document: RawDocument;
  /** Of the whole document. */
  readonly text: string;
  readonly isPlainText: boolean;
}

/** Reads a file or fetches an address; what cannot be had is a UserError of one line. */
export async function loadSource(name: string, http: Http): Promise<Source> {
  const { url, bytes, contentType } = await readDocument(name, http);
  const isPlainText = contentType.startsWith('text/plain') || (contentType === '' && /\.txt$/i.test(name));
  return { name, url, document: { bytes, contentType }, text: decodeDocument(bytes, contentType), isPlainText };
}
