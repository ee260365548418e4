import type { ExtractedPage, Sentence, SkipReason } from '../../articles/article.ts';
import { hasProse } from '../../articles/fetch-page.ts';
import { makeArticle } from '../../articles/make-article.ts';
import { loadConfig } from '../../config/config.ts';
import type { Entry, PageKind } from '../../feeds/entry.ts';
import { contentId, pageKind } from '../../feeds/entry-url.ts';
import { FeedParseError } from '../../feeds/feed-error.ts';
import type { ParsedFeed } from '../../feeds/parse-feed.ts';
import { createDocumentPool, type DocumentParser } from '../../ingest/document-parser.ts';
import { createHttp, type Http } from '../../runtime/http.ts';
import { httpSettings } from '../../services/http-settings.ts';
import { decodeDocument, type RawDocument } from '../../text/decode-document.ts';
import { DocumentLimitError } from '../../text/limits.ts';
import { UserError } from '../../user-error.ts';
import { readDocument } from '../read-document.ts';
import { createProgress } from '../terminal-output.ts';

/** `kurzwelle inspect`: prints to the terminal, fetching addresses as the service would. */
export async function inspect(
  kind: InspectKind,
  sources: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<void> {
  const http = createHttp(httpSettings(loadConfig(process.env)));
  const documents = createDocumentPool();
  // One is read at once; a bar is for folders.
  const isQuiet = json === true || sources.length < 2;
  const progress = createProgress({ title: 'Reading', total: sources.length, isQuiet });
  try {
    const onRead = (done: number, name: string): void => progress.at(done, name);
    await runInspect(kind, sources, {
      json,
      http,
      documents,
      onRead,
      write: (text) => process.stdout.write(`${text}\n`),
    });
  } finally {
    progress.end();
    await documents.stop();
    await http.stop();
  }
}

/** What a source is taken for. */
export type InspectKind = 'feed' | 'page';

export interface InspectOptions {
  readonly json?: boolean | undefined;
  readonly http: Http;
  readonly documents: DocumentParser;
  /** Takes whole lines. */
  readonly write: (text: string) => void;
  /** Called after each source that was read or could not be read, with the number so far. */
  readonly onRead?: (done: number, name: string) => void;
}

interface Report {
  /** For `--json`. */
  readonly inspection: unknown;
  readonly lines: readonly string[];
}

/**
 * Writes what the program understands of feeds or pages: as a table, or as JSON, an object for one source and a list for several.
 * All sources are tried; then those that could not be read are thrown together as a UserError, a line for each.
 */
export async function runInspect(
  kind: InspectKind,
  sources: readonly string[],
  options: InspectOptions,
): Promise<void> {
  const reports: Report[] = [];
  const failures: UserError[] = [];
  for (const [index, name] of sources.entries()) {
    try {
      reports.push(await report(kind, await loadSource(name, options.http), options.documents));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
    options.onRead?.(index + 1, name);
  }
  if (!options.json) for (const { lines } of reports) options.write(lines.join('\n'));
  else if (reports.length > 0) {
    const inspections = reports.map(({ inspection }) => inspection);
    options.write(JSON.stringify(sources.length === 1 ? inspections[0] : inspections, null, 2));
  }
  if (failures.length > 0) {
    throw new UserError(failures.map(({ message }) => message).join('\n'), { cause: failures[0] });
  }
}

async function report(kind: InspectKind, source: Source, documents: DocumentParser): Promise<Report> {
  if (kind === 'feed') {
    const inspection = await inspectFeed(source, documents);
    return { inspection, lines: feedLines(inspection) };
  }
  const inspection = await inspectPage(source, documents);
  return { inspection, lines: pageLines(inspection) };
}

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

/** What the program reads in a page. */
export interface PageInspection extends ExtractedPage {
  readonly source: string;
  readonly id?: string;
  readonly kind: PageKind;
  readonly paragraphs: number;
  readonly sentences: readonly Sentence[];
  /** Set where reading an entry would keep what its feed says, not this page. */
  readonly fromFeedOnly?: SkipReason;
}

const firstSentences = 5;

/** Extracts the page as reading an entry would. */
export async function inspectPage(source: Source, documents: DocumentParser): Promise<PageInspection> {
  const { name, url, text } = source;
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:rss|rdf:RDF|feed)\b/i.test(text)) {
    throw new UserError(`${name} is a feed. Use "inspect feed".`);
  }
  const page = await readPage(source, documents);
  if (page.headline === '' && page.blocks.length === 0) throw new UserError(`${name}: no article found`);
  const address = page.canonicalUrl ?? url;
  const number = contentId(address);
  const entry: Entry = {
    id: number ? `dw:${number}` : name,
    kind: pageKind(address),
    url: address,
    title: page.headline,
    categories: [],
    position: 0,
  };
  const { sentences } = makeArticle({
    entry,
    page,
    revision: 1,
    fallbackLanguage: 'en',
    topics: [],
    seenAt: page.publishedAt ?? epoch,
  });
  const fromFeedOnly = hasProse(entry.kind) ? (page.blocks.length === 0 ? 'no-text' : undefined) : 'kind';
  return {
    source: name,
    ...(number && { id: entry.id }),
    kind: entry.kind,
    ...page,
    paragraphs: page.blocks.filter(({ kind }) => kind === 'paragraph').length,
    sentences,
    ...(fromFeedOnly && { fromFeedOnly }),
  };
}

async function readPage(
  { name, url, document, isPlainText }: Source,
  documents: DocumentParser,
): Promise<ExtractedPage> {
  try {
    return await (isPlainText ? documents.extractPlainText(document) : documents.extractPage(document, url));
  } catch (cause) {
    if (cause instanceof DocumentLimitError) throw new UserError(`${name}: ${cause.message}`, { cause });
    throw cause;
  }
}

/** Never shown: an inspection has sentences, not a date of its own. */
const epoch = Temporal.Instant.fromEpochMilliseconds(0);

/** The inspection as lines: every field, then how the text begins. */
export function pageLines(page: PageInspection): string[] {
  const { kicker, pictures, sentences } = page;
  const facts: readonly (readonly [string, unknown])[] = [
    ['id', page.id],
    ['kind', page.kind],
    ['address', page.canonicalUrl],
    ['read by', page.method],
    ['headline', page.headline],
    ['kicker', kicker && [kicker.topic, kicker.region].filter((part) => part !== undefined).join(' · ')],
    ['section', page.section],
    ['lead', page.lead],
    ['authors', page.authors.join(', ') || undefined],
    ['place', page.place],
    ['agencies', page.agencies.join(', ') || undefined],
    ['published', page.publishedAt],
    ['modified', page.modifiedAt],
    ['language', page.language],
    ['kept', page.fromFeedOnly && `from the feed only (${page.fromFeedOnly})`],
    ['related', page.related?.map(({ url, title }) => `${title} <${url}>`).join(', ')],
    ['blocks', `${page.blocks.length}, ${page.paragraphs} of them paragraphs, ${sentences.length} sentences`],
    ...pictures.map(
      ({ url, caption, credit }) =>
        ['picture', [url, caption, credit && `(${credit})`].filter(Boolean).join('  ')] as const,
    ),
  ];
  const factLines = facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name.padEnd(9)} ${value}`);
  const opening = sentences
    .slice(0, firstSentences)
    .map(({ index, role, text }) => `  ${index} ${role.padEnd(4)}  ${text}`);
  return [page.source, ...factLines, '', ...opening, ''];
}

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
