import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article, ExtractedPage } from '../articles/article.ts';
import { makeArticle } from '../articles/make-article.ts';
import { findTopics } from '../articles/topics.ts';
import type { Config } from '../config/config.ts';
import type { Entry } from '../feeds/entry.ts';
import { canonicalUrl, contentId, isDw, pageKind } from '../feeds/entry-url.ts';
import { FeedParseError } from '../feeds/feed-error.ts';
import { createDocumentPool, type DocumentParser } from '../ingest/document-parser.ts';
import { createHttp } from '../runtime/http.ts';
import { httpSettings } from '../services/http-settings.ts';
import { placeOfCountry } from '../text/countries.ts';
import { decodeDocument } from '../text/decode-document.ts';
import { byteLimits, DocumentLimitError } from '../text/limits.ts';
import { wordsOf } from '../text/terms.ts';
import { UserError } from '../user-error.ts';
import { corpusArticle, seenAtOfLine } from './corpus-line.ts';
import { type Document, fileTrouble, isAddress, readDocument } from './read-document.ts';

/**
 * Articles of files, folders and URLs: pages, plain text, feeds (from what the feed itself says) and JSON Lines; oldest first, each
 * once. What is unreadable throws UserError naming it.
 */
export async function readSources(sources: readonly string[], config: Config): Promise<readonly Article[]> {
  const articles = new Map<string, Article>();
  const documents = createDocumentPool();
  try {
    for (const document of await readDocuments(sources, config)) {
      for (const article of await articlesOf(document, documents))
        articles.set(article.id, { ...article, topics: topicsOf(article, config) });
    }
  } finally {
    await documents.stop();
  }
  return [...articles.values()].toSorted(
    (a, b) => Temporal.Instant.compare(a.publishedAt, b.publishedAt) || (a.id < b.id ? -1 : 1),
  );
}

/** When the articles of the JSON Lines among the sources could be read, by article id; see `seenAtOfLine`. */
export async function seenTimes(
  sources: readonly string[],
  config: Config,
): Promise<ReadonlyMap<string, Temporal.Instant>> {
  const times = new Map<string, Temporal.Instant>();
  for (const document of await readDocuments(sources.filter(isJsonLines), config)) {
    for (const line of linesOf(document).filter((each) => each.trim() !== '')) {
      const value: unknown = JSON.parse(line);
      const at = seenAtOfLine(value);
      if (at) times.set(corpusArticle(value).id, at);
    }
  }
  return times;
}

function isJsonLines(name: string): boolean {
  return /\.jsonl(\.gz)?$/i.test(name);
}

/** The topics of an article by what its page is filed under, else by what its headline and lead name; no feed is known. */
export function topicsOf(
  {
    kicker,
    section,
    language,
    headline,
    lead = '',
  }: Pick<Article, 'kicker' | 'section' | 'language' | 'headline' | 'lead'>,
  { topics }: Config,
): readonly string[] {
  const filed = [kicker?.topic, kicker?.region, section].filter((label) => label !== undefined);
  const words = wordsOf(`${headline}\n${lead}`, language).map(({ text }) => text.replace(/['’]s$/u, ''));
  const labels = filed.length > 0 ? filed : words.flatMap((word, at) => [word, `${word} ${words[at + 1]}`]);
  return findTopics(topics, { feedTopics: [], labels, placeOf: (name) => placeOfCountry(name, language) });
}

async function readDocuments(sources: readonly string[], config: Config): Promise<readonly Document[]> {
  const http = createHttp(httpSettings(config));
  try {
    const documents: Document[] = [];
    for (const name of sources.flatMap((source) => (isAddress(source) ? [source] : filesOf(source))))
      documents.push(await readDocument(name, http));
    return documents;
  } finally {
    await http.stop();
  }
}

function filesOf(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .toSorted()
      .map((name) => join(path, name))
      .filter((file) => statSync(file).isFile() && readableFile.test(file));
  } catch (cause) {
    throw new UserError(`${path}: ${fileTrouble(cause)}. Use a file, a folder, or an http(s) address.`, { cause });
  }
}

const readableFile = /\.(html?|txt|xml|rss|rdf|atom|jsonl(\.gz)?)$/i;

/** The articles of a page, a plain text, a feed (from what the feed itself says) or JSON Lines. Throws UserError naming what is none of these. */
export async function articlesOf(document: Document, documents: DocumentParser): Promise<readonly Article[]> {
  const { name, bytes, contentType } = document;
  if (isJsonLines(name)) return corpusArticles(document);
  if (bytes.length > byteLimits.document)
    throw new UserError(`${name} has ${bytes.length} bytes; the limit is ${byteLimits.document}. Split it into parts.`);
  const text = decodeDocument(bytes, contentType);
  if (isBinary(text)) throw new UserError(`${name} is not text. Use pages, plain text, feeds or JSON Lines.`);
  if (extname(name).toLowerCase() === '.txt' || contentType.startsWith('text/plain'))
    return withText(pageArticle(name, await readable(name, () => documents.extractPlainText(document))));
  if (/<(rss|feed|rdf:RDF)[\s>]/.test(text.slice(0, 4_000))) return feedArticles(document, documents);
  return withText(pageArticle(name, await readable(name, () => documents.extractPage(document, pageUrl(name)))));
}

/** A page without text, such as a gallery in a folder of pages, is not an article. */
function withText(article: Article): readonly Article[] {
  return article.sentences.length > 0 ? [article] : [];
}

/** No text holds a NUL, or many control characters and such as could not be decoded. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4_000);
  return head.includes('\0') || (head.match(/[^\P{Cc}\s]|\uFFFD/gu)?.length ?? 0) > head.length / 50;
}

function corpusArticles(document: Document): readonly Article[] {
  return linesOf(document).flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [corpusArticle(JSON.parse(line))];
    } catch (cause) {
      throw new UserError(
        `${document.name}, line ${index + 1} is not an article: it needs id, title, text and language.`,
        {
          cause,
        },
      );
    }
  });
}

function linesOf({ name, bytes }: Document): readonly string[] {
  const tooLarge = `${name} has more than ${byteLimits.articleLines} bytes of JSON Lines, which is the limit. Split it into parts.`;
  if (bytes.length > byteLimits.articleLines) throw new UserError(tooLarge);
  try {
    const unpacked = /\.gz$/i.test(name)
      ? gunzipSync(bytes, { maxOutputLength: byteLimits.articleLines })
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return unpacked.toString('utf8').split('\n');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new UserError(tooLarge, { cause });
    throw new UserError(`Cannot unpack ${name}: it is damaged, or not a gzip file.`, { cause });
  }
}

async function feedArticles(document: Document, documents: DocumentParser): Promise<readonly Article[]> {
  const { name } = document;
  const { entries, language } = await readable(name, async () =>
    documents.parseFeed(document, { namespace: await namespaceOf(document, documents) }),
  );
  return entries.map((entry) =>
    makeArticle({ entry, revision: 1, fallbackLanguage: language ?? 'en', topics: [], seenAt: modifiedTime(name) }),
  );
}

/** What cannot be read is a UserError that names the document. */
async function readable<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof FeedParseError || cause instanceof DocumentLimitError)) throw cause;
    throw new UserError(`${name}: ${cause.message}`, { cause });
  }
}

/** `dw`, or the host of another publisher's entries, so that their words are not attributed to DW. */
async function namespaceOf({ bytes, contentType }: Document, documents: DocumentParser): Promise<string> {
  // A copy, which slice() of a Buffer is not: whoever parses keeps the bytes.
  const { entries } = await documents.parseFeed({ bytes: new Uint8Array(bytes), contentType }, { namespace: 'dw' });
  const hosts = entries.map(({ url }) => hostOf(url));
  return hosts.some(isDw) ? 'dw' : hosts[0] || 'dw';
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}

function pageArticle(name: string, page: ExtractedPage): Article {
  const url = page.canonicalUrl ?? pageUrl(name);
  const host = hostOf(url);
  // Others may end their addresses as DW does.
  const number = host === '' || isDw(host) ? contentId(url) : undefined;
  const entry: Entry = {
    id: number ? `dw:${number}` : `file:${name}`,
    kind: number ? pageKind(url) : 'article',
    url,
    title: page.headline || basename(name),
    categories: [],
    position: 0,
    ...(page.publishedAt ? { publishedAt: page.publishedAt } : { publishedAt: modifiedTime(name) }),
  };
  return makeArticle({ entry, page, revision: 1, fallbackLanguage: page.language ?? 'en', topics: [] });
}

/** A page that does not say when it was published is as old as its file. */
function modifiedTime(name: string): Temporal.Instant {
  try {
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(statSync(name).mtimeMs));
  } catch {
    return Temporal.Now.instant();
  }
}

function pageUrl(name: string): string {
  return isAddress(name) ? (canonicalUrl(name) ?? name) : `file:///${encodeURI(name.replace(/^\/+/, ''))}`;
}
