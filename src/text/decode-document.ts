const boms: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];
const charsetParameter = /charset\s*=\s*["']?([\w.:-]+)/i;
const xmlEncoding = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i;
const metaCharset = /<meta[^<>]+charset\s*=\s*["']?([\w.:-]+)/i;

/** A document as it came. */
export interface RawDocument {
  readonly bytes: Uint8Array;
  /** What the server called it, if anything. */
  readonly contentType: string;
}

/**
 * The text of a feed or page: encoded as its byte order mark, its content type, or the document itself says, in that order. Text that
 * claims or seems to be UTF-8 and is not is read as Windows-1252, which it then most often is.
 */
export function decodeDocument(bytes: Uint8Array, contentType?: string): string {
  const declared = byBom(bytes) ?? known(charsetParameter.exec(contentType ?? '')?.[1]) ?? byDocument(bytes) ?? 'utf-8';
  if (declared !== 'utf-8') return new TextDecoder(declared).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A single broken character in a long UTF-8 text is damage; without any valid one it is another encoding.
    const lenient = new TextDecoder().decode(bytes);
    return /[\u0080-\uFFFC]/.test(lenient) ? lenient : new TextDecoder('windows-1252').decode(bytes);
  }
}

function byBom(bytes: Uint8Array): string | undefined {
  return boms.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
}

function byDocument(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const encoding = known(xmlEncoding.exec(opening)?.[1] ?? metaCharset.exec(opening)?.[1]);
  // It could not be read there if it were true.
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** The encoding's usual name, if there is one of this name. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
