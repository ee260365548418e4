import { type Kysely, sql } from 'kysely';
import type { Article } from '../../src/articles/article.ts';
import { toIso } from '../../src/runtime/clock.ts';
import { currentReading, toDocument } from '../../src/storage/articles/article-document.ts';
import type { Database } from '../../src/storage/database.ts';
import { engineOf } from '../../src/storage/engine-of.ts';
import { chunksOf } from '../../src/storage/rows.ts';
import type { Tables } from '../../src/storage/tables.ts';
import { termsOf } from '../../src/text/terms.ts';
import { seeds } from './seeds.ts';
import { inventActors, inventArticles, type SyntheticActor, type SyntheticArticle } from './synthetic-articles.ts';

const atOnce = 400;
/** SQLite takes 32,766 values a statement. */
const rowsAtOnce = 1_500;

/**
 * Fills an empty archive with invented news, the rows as archiving would leave them, but without reading the text again: a hundred
 * thousand articles in minutes. The same for the same seed; gives its cast.
 */
export async function fillSyntheticArchive(
  db: Database,
  { articles, seed = seeds.news }: { readonly articles: number; readonly seed?: number },
): Promise<readonly SyntheticActor[]> {
  const actors = inventActors(seed);
  await db.transaction().execute((transaction) => insertActors(transaction, actors));
  let batch: SyntheticArticle[] = [];
  for (const article of inventArticles(articles, seed, actors)) {
    batch.push(article);
    if (batch.length < atOnce) continue;
    await db.transaction().execute((transaction) => insertArticles(transaction, batch));
    batch = [];
  }
  if (batch.length > 0) await db.transaction().execute((transaction) => insertArticles(transaction, batch));
  await recount(db);
  return actors;
}

async function insertActors(db: Database, actors: readonly SyntheticActor[]): Promise<void> {
  const at = '2021-01-01T00:00:00.000Z';
  const counts = { article_count: 0, first_seen_at: at, last_seen_at: at, merged_into: null };
  const rows = actors.map(({ id, kind, name, country = null }) => ({ id, kind, name, country, ...counts }));
  await insert(db, 'actors', rows);
  const names = actors.map(({ id, name }) => ({ actor_id: id, alias: name, folded: name.toLowerCase() }));
  await insert(db, 'actor_aliases', names);
  const words = names.flatMap(({ actor_id, folded }) =>
    [...new Set(folded.split(' '))].map((word) => ({ actor_id, word })),
  );
  await insert(db, 'actor_words', words);
}

async function insertArticles(db: Database, batch: readonly SyntheticArticle[]): Promise<void> {
  const articles = batch.map(toArticle);
  const rows = articles.map(({ id, headline, publishedAt, url }, i) => {
    const at = toIso(publishedAt);
    const dates = { published_at: at, modified_at: at, archived_at: at };
    return {
      number: batch[i]?.number,
      id,
      revision: 1,
      kind: 'article',
      language: 'en',
      url,
      headline,
      ...dates,
      is_seed: 0,
      reading: currentReading,
    };
  });
  await insert(db, 'articles', rows);
  const revisions = articles.map((article) => {
    const at = toIso(article.publishedAt);
    return {
      article_id: article.id,
      revision: 1,
      headline: article.headline,
      published_at: at,
      archived_at: at,
      document: toDocument(article),
    };
  });
  await insert(db, 'article_revisions', revisions);
  for (const [i, { headline, sentences }] of articles.entries()) {
    const terms = { headline: knownTerms(headline), body: sentences.flatMap(({ text }) => knownTerms(text)) };
    await engineOf(db).terms.put(db, batch[i]?.number ?? 0, terms);
  }
  await insertStories(db, batch, articles);
  await insertNamed(db, batch, articles);
}

/** Invented words return, so each is analyzed once: most of the time of filling would be that otherwise. */
const termsOfWords = new Map<string, readonly string[]>();

function knownTerms(text: string): string[] {
  return text.split(/[^\p{L}\p{N}'-]+/u).flatMap((word) => {
    const known = termsOfWords.get(word) ?? termsOf(word, 'en');
    termsOfWords.set(word, known);
    return known;
  });
}

async function insertStories(
  db: Database,
  batch: readonly SyntheticArticle[],
  articles: readonly Article[],
): Promise<void> {
  const of = batch.map(({ story }, i) => ({ story, article: articles[i] as Article }));
  const stories = [...Map.groupBy(of, ({ story }) => story)].map(([id, members]) => {
    const [first, newest] = [members[0], members.at(-1)].map((member) => member?.article as Article) as [
      Article,
      Article,
    ];
    return {
      id,
      language: 'en',
      title: newest.headline,
      title_article_id: newest.id,
      opened_at: toIso(first.publishedAt),
      updated_at: toIso(newest.publishedAt),
      article_count: members.length,
    };
  });
  await db
    .insertInto('stories')
    .values(stories)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        title: ref('excluded.title'),
        title_article_id: ref('excluded.title_article_id'),
        updated_at: ref('excluded.updated_at'),
        article_count: sql<number>`stories.article_count + excluded.article_count`,
      })),
    )
    .execute();
  const members = of.map(({ story, article: { id, publishedAt } }) => ({
    story_id: story,
    article_id: id,
    published_at: toIso(publishedAt),
  }));
  await insert(db, 'story_articles', members);
}

async function insertNamed(
  db: Database,
  batch: readonly SyntheticArticle[],
  articles: readonly Article[],
): Promise<void> {
  const named = batch.flatMap(({ sentences }, i) =>
    sentences.flatMap(({ actors, isQuote }, sentence) =>
      actors.map((actor) => ({ actor, article: articles[i] as Article, sentence, isQuote })),
    ),
  );
  const of = (at: (typeof named)[number]) => ({
    actor_id: at.actor.id,
    article_id: at.article.id,
    sentence: at.sentence,
    published_at: toIso(at.article.publishedAt),
  });
  await insert(db, 'actor_mentions', named.map(of));
  const inRole = named.filter(({ actor }) => actor.role);
  await insert(
    db,
    'actor_roles',
    inRole.map((at) => ({ ...of(at), revision: 1, role: at.actor.role, is_former: 0 })),
  );
  const quoted = named.filter(({ isQuote, actor }) => isQuote && actor.kind === 'person');
  await insert(
    db,
    'quotes',
    quoted.map((at) => ({ ...of(at), revision: 1, words: 'We shall see how it goes on', is_direct: 1 })),
  );
}

function toArticle({ number, headline, publishedAt, sentences }: SyntheticArticle): Article {
  const paragraphs = chunksOf(sentences, 2).map((part) => part.map(({ text }) => text).join(' '));
  return {
    id: `syn:${number}`,
    revision: 1,
    kind: 'article',
    url: `https://news.example/a-${number}`,
    language: 'en',
    headline,
    publishedAt,
    topics: [],
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
    pictures: [],
    authors: [],
    agencies: [],
    sentences: sentences.map(({ text }, index) => ({ index, text, role: 'body', block: Math.floor(index / 2) })),
  };
}

async function insert<T extends keyof Tables>(db: Database, table: T, rows: readonly object[]): Promise<void> {
  const untyped = db as unknown as Kysely<Record<string, object>>;
  for (const chunk of chunksOf(rows, rowsAtOnce)) await untyped.insertInto(table).values(chunk).execute();
}

async function recount(db: Database): Promise<void> {
  await sql`update actors set
    article_count = (select count(distinct article_id) from actor_mentions m where m.actor_id = actors.id),
    last_seen_at = coalesce((select max(published_at) from actor_mentions m where m.actor_id = actors.id), last_seen_at)`.execute(
    db,
  );
}
