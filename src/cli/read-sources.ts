import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../articles/article.ts';
import { findTopics } from '../articles/topics.ts';
import type { Config } from '../config/config.ts';
import { createDocumentPool } from '../ingest/document-parser.ts';
import { createHttp } from '../runtime/http.ts';
import { userAgent } from '../services/user-agent.ts';
import { placeOfCountry } from '../text/countries.ts';
import { UserError } from '../user-error.ts';
import { type Document, fileTrouble, isAddress, readDocument } from './read-document.ts';
import { articlesOf } from './source-articles.ts';

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
