import type { Article, Block } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import { mapYielding } from '../../runtime/yield-to-event-loop.ts';
import { termsOf } from '../../text/terms.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine-of.ts';

/** An article as the JSON stored for each revision, without topics, which belong to the article and not to a revision. */
export function toDocument(article: Article): string {
  const { topics: _, ...kept } = article;
  return JSON.stringify(kept, (_key, value: unknown) => (value instanceof Temporal.Instant ? toIso(value) : value));
}

/**
 * The version of how we divide an article into sentences and make terms of its words. Where either changes, this is counted up, and the archive
 * is read again (ingest/reread-archive.ts).
 */
export const currentReading = 2;

/** The revision date, in ISO form: DW moves the date of what it updates. */
export function revisedAtIso({ modifiedAt, publishedAt }: Article): string {
  return toIso(modifiedAt ?? publishedAt);
}

/** The article of a document written by `toDocument`. */
export function fromDocument(document: string, topics: readonly string[]): Article {
  const stored = JSON.parse(document) as StoredArticle;
  const { publishedAt, modifiedAt, blocks, ...rest } = stored;
  return {
    ...rest,
    topics,
    publishedAt: Temporal.Instant.from(publishedAt),
    ...(modifiedAt === undefined ? {} : { modifiedAt: Temporal.Instant.from(modifiedAt) }),
    blocks: blocks.map(({ at, ...block }) => (at === undefined ? block : { ...block, at: Temporal.Instant.from(at) })),
  };
}

type StoredBlock = Omit<Block, 'at'> & { readonly at?: string };
type StoredArticle = Omit<Article, 'publishedAt' | 'modifiedAt' | 'blocks' | 'topics'> & {
  readonly publishedAt: string;
  readonly modifiedAt?: string;
  readonly blocks: readonly StoredBlock[];
};

/**
 * Keeps a next revision that nobody published, with the dates of the one before, and makes it the newest: what cites a sentence of an earlier
 * one still finds it there.
 */
export async function keepRevision(db: Database, article: Article): Promise<void> {
  const { id, revision } = article;
  const { revision: _, ...row } = await db
    .selectFrom('article_revisions')
    .selectAll()
    .where('article_id', '=', id)
    .where('revision', '=', revision - 1)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('article_revisions')
    .values({ ...row, revision, document: toDocument(article) })
    .execute();
  await db.updateTable('articles').set({ revision }).where('id', '=', id).execute();
}

/** Indexes the terms of an article in place of those of an earlier revision; a withdrawn one is found by none. */
export async function indexTerms(db: Database, article: Article): Promise<void> {
  const headline = article.withdrawn ? [] : termsOf(article.headline, article.language);
  const body = (await mapYielding(article.sentences, ({ text }) => termsOf(text, article.language))).flat();
  const { number } = await db
    .selectFrom('articles')
    .select('number')
    .where('id', '=', article.id)
    .executeTakeFirstOrThrow();
  await engineOf(db).terms.put(db, number, { headline, body });
}

/** Adds topics to those of an article. */
export async function addTopics(db: Database, articleId: string, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  await db
    .insertInto('article_topics')
    .values(topics.map((topic) => ({ article_id: articleId, topic })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** In alphabetical order. */
export async function topicsOf(db: Database, articleId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('article_topics')
    .select('topic')
    .where('article_id', '=', articleId)
    .orderBy('topic')
    .execute();
  return rows.map(({ topic }) => topic);
}

/** Articles from their documents, each with its topics. */
export async function withTopics(
  db: Database,
  rows: readonly { id: string; document: string }[],
): Promise<readonly Article[]> {
  if (rows.length === 0) return [];
  const topics = await db
    .selectFrom('article_topics')
    .selectAll()
    .where(
      'article_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('topic')
    .execute();
  const byArticle = Map.groupBy(topics, ({ article_id }) => article_id);
  return rows.map(({ id, document }) =>
    fromDocument(
      document,
      (byArticle.get(id) ?? []).map(({ topic }) => topic),
    ),
  );
}
