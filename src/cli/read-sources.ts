import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article, ExtractedPage } from '../articles/article.ts';
import { extractPage } from '../articles/extract-page.ts';
import { makeArticle } from '../articles/make-article.ts';
import { extractPlainText } from '../articles/plain-text.ts';
import { findTopics } from '../articles/topics.ts';
import type { Config } from '../config.ts';
import { decodeDocument } from '../feeds/decode-document.ts';
import type { Entry } from '../feeds/entry.ts';
import { canonicalUrl, contentId, pageKind } from '../feeds/entry-url.ts';
import { parseFeed } from '../feeds/parse-feed.ts';
import { placeOfCountry } from '../language/country-places.ts';
import { userAgent } from '../main.ts';
import { createHttp } from '../runtime/http.ts';
import { UserError } from '../user-error.ts';
import { corpusArticle } from './corpus-line.ts';
import { type Document, fileTrouble, isAddress, readDocument } from './read-document.ts';

/**
 * Articles of files, folders and URLs: pages, plain text, feeds (from what the feed itself says) and JSON Lines; oldest first, each
 * once. What is unreadable throws UserError naming it.
 */
export async function readSources(sources: readonly string[], config: Config): Promise<readonly Article[]> {
  const articles = new Map<string, Article>();
  for (const document of await readDocuments(sources, config)) {
    for (const article of await articlesOf(document))
      articles.set(article.id, { ...article, topics: topicsOf(article, config) });
  }
  return [...articles.values()].toSorted(
    (a, b) => Temporal.Instant.compare(a.publishedAt, b.publishedAt) || (a.id < b.id ? -1 : 1),
  );
}

function topicsOf({ kicker, section, language }: Article, { topics }: Config): readonly string[] {
  const labels = [kicker?.topic, kicker?.region, section].filter((label) => label !== undefined);
  return findTopics(topics, { feedTopics: [], labels, placeOf: (name) => placeOfCountry(name, language) });
}

async function readDocuments(sources: readonly string[], config: Config): Promise<readonly Document[]> {
  const http = createHttp({ userAgent: userAgent(config) });
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
      .filter((file) => statSync(file).isFile() && readable.test(file));
  } catch (cause) {
    throw new UserError(`${path}: ${fileTrouble(cause)}. Give a file, a folder, or an http(s) address.`, { cause });
  }
}

const readable = /\.(html?|txt|xml|rss|rdf|atom|jsonl(\.gz)?)$/i;

async function articlesOf(document: Document): Promise<readonly Article[]> {
  const { name, bytes, contentType } = document;
  if (/\.jsonl(\.gz)?$/i.test(name)) return corpusArticles(document);
  const text = decodeDocument(bytes, contentType);
  if (extname(name).toLowerCase() === '.txt' || contentType.startsWith('text/plain'))
    return [pageArticle(name, extractPlainText(text))];
  if (/<(rss|feed|rdf:RDF)[\s>]/.test(text.slice(0, 4_000))) return feedArticles(text);
  return [pageArticle(name, extractPage(text, pageUrl(name)))];
}

function corpusArticles({ name, bytes }: Document): readonly Article[] {
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8');
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [corpusArticle(JSON.parse(line))];
    } catch (cause) {
      throw new UserError(`${name}, line ${index + 1} is no article: it needs id, title, text and language.`, {
        cause,
      });
    }
  });
}

async function feedArticles(text: string): Promise<readonly Article[]> {
  const { entries, language } = await parseFeed(text, { namespace: 'dw' });
  return entries.map((entry) => makeArticle({ entry, revision: 1, fallbackLanguage: language ?? 'en', topics: [] }));
}

function pageArticle(name: string, page: ExtractedPage): Article {
  const url = page.canonicalUrl ?? pageUrl(name);
  const number = contentId(url);
  const entry: Entry = {
    id: number ? `dw:${number}` : `file:${name}`,
    kind: number ? pageKind(url) : 'article',
    url,
    title: page.headline,
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
