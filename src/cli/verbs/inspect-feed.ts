import { FeedParseError } from '../../feeds/feed-parse-error.ts';
import type { ParsedFeed } from '../../feeds/parse-feed.ts';
import type { DocumentParser } from '../../ingest/document-parser.ts';
import { DocumentLimitError } from '../../text/document-limit-error.ts';
import { UserError } from '../../user-error.ts';
import type { Source } from './load-source.ts';

/** What the program reads in a feed document. */
export interface FeedInspection extends ParsedFeed {
  readonly source: string;
}

/** Parses the document as polling would; entries of DW get DW's ids, others those of the feed's host. */
export async function inspectFeed(
  { name, url, text, document }: Source,
  documents: DocumentParser,
): Promise<FeedInspection> {
  const isDw = /\b(?:dw\.com|dw\.de|dw-world\.de)\b/.test(text.slice(0, 4_000));
  try {
    const parsed = await documents.parseFeed(document, { namespace: isDw ? 'dw' : URL.parse(url)?.hostname || 'feed' });
    return { source: name, ...parsed };
  } catch (cause) {
    if (cause instanceof FeedParseError || cause instanceof DocumentLimitError)
      throw new UserError(`${name}: ${cause.message}`, { cause });
    throw cause;
  }
}

/** The inspection as lines: the feed's own facts, then a row for each entry. */
export function feedLines({
  source,
  form,
  title,
  language,
  link,
  ttlMinutes,
  updatedAt,
  entries,
  problems,
}: FeedInspection): string[] {
  const facts: readonly (readonly [string, unknown])[] = [
    ['form', form],
    ['title', title],
    ['language', language],
    ['link', link],
    ['made', updatedAt],
    ['to live', ttlMinutes && `${ttlMinutes} min`],
    ['entries', entries.length],
  ];
  const factLines = facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name.padEnd(9)} ${value}`);
  const idWidth = Math.max(0, ...entries.map(({ id }) => id.length));
  const kindWidth = Math.max(0, ...entries.map(({ kind }) => kind.length));
  const rows = entries.map(({ id, kind, publishedAt, title: headline }) => {
    const date = publishedAt?.toString({ smallestUnit: 'minute' }) ?? 'no date';
    return `  ${id.padEnd(idWidth)}  ${kind.padEnd(kindWidth)}  ${date.padEnd(17)}  ${headline}`;
  });
  return [source, ...factLines, ...problems.map((problem) => `  ! ${problem}`), '', ...rows, ''];
}
