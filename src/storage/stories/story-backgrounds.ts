import type { Article } from '../../articles/article.ts';
import { fromDocument } from '../articles/article-document.ts';
import type { Database } from '../database.ts';

/** An article of an open story, with its position in archiving order. */
export interface OpenArticle {
  readonly number: number;
  readonly article: Article;
  readonly storyId: number;
  readonly affairId?: number;
}

/** The position of the archive: its newest article and newest story move, 0 if there is none. */
export interface ArchiveMark {
  readonly article: number;
  readonly move: number;
}

/** Articles moved from one story to another. */
export interface MovedArticles {
  readonly kind: 'merged' | 'split';
  readonly fromId: number;
  readonly toId: number;
  /** For a split: the articles in the new story. */
  readonly articleIds: readonly string[];
}

export type StoryBackgrounds = ReturnType<typeof createStoryBackgrounds>;

/** The state from which grouping resumes after a restart: document frequencies, and the articles of open stories. */
export function createStoryBackgrounds(db: Database) {
  return {
    async find(name: string): Promise<{ document: unknown; throughNumber: number } | undefined> {
      const row = await db.selectFrom('story_backgrounds').selectAll().where('name', '=', name).executeTakeFirst();
      return row && { document: JSON.parse(row.document), throughNumber: row.through_number };
    },

    /** Stores frequencies that include every article archived so far. */
    async save(name: string, document: unknown): Promise<void> {
      const { newest } = await db
        .selectFrom('articles')
        .select(({ fn }) => fn.max('number').as('newest'))
        .executeTakeFirstOrThrow();
      const row = { through_number: newest ?? 0, document: JSON.stringify(document) };
      await db
        .insertInto('story_backgrounds')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute();
    },

    async mark(): Promise<ArchiveMark> {
      const row = await db
        .selectNoFrom(({ selectFrom }) => [
          selectFrom('articles')
            .select(({ fn }) => fn.max('number').as('newest'))
            .as('article'),
          selectFrom('story_moves')
            .select(({ fn }) => fn.max('number').as('newest'))
            .as('move'),
        ])
        .executeTakeFirstOrThrow();
      return { article: row.article ?? 0, move: row.move ?? 0 };
    },

    /** Articles added to stories since then, in archiving order. */
    async articlesAfter(number: number): Promise<readonly OpenArticle[]> {
      return (await placedArticles(db).where('a.number', '>', number).orderBy('a.number').execute()).map(toOpenArticle);
    },

    /** What moved between stories since then, oldest first. */
    async movesAfter(number: number): Promise<readonly MovedArticles[]> {
      const rows = await db
        .selectFrom('story_moves')
        .innerJoin('stories as s', 's.id', 'story_moves.to_id')
        .select(({ fn }) => ['kind', 'from_id', 'to_id', fn.coalesce('s.merged_into', 's.id').as('now_id')])
        .where('number', '>', number)
        .orderBy('number')
        .execute();
      return Promise.all(
        rows.map(async ({ kind, from_id: fromId, to_id: toId, now_id }) => ({
          kind: kind === 'merged' ? ('merged' as const) : ('split' as const),
          fromId,
          toId,
          articleIds: kind === 'merged' ? [] : await articlesOf(db, now_id),
        })),
      );
    },

    /** The articles of all stories with one within these hours before their language's newest article, in archiving order. */
    async openArticles(hours: number): Promise<readonly OpenArticle[]> {
      const languages = await db
        .selectFrom('stories')
        .select(({ fn }) => ['language', fn.max('updated_at').as('newest')])
        .groupBy('language')
        .execute();
      const lists = languages.map(({ language, newest }) =>
        articlesSince(
          db,
          language,
          Temporal.Instant.from(newest).subtract({ hours }).toString({ smallestUnit: 'millisecond' }),
        ),
      );
      return (await Promise.all(lists)).flat().toSorted((a, b) => a.number - b.number);
    },
  };
}

async function articlesSince(db: Database, language: string, since: string): Promise<readonly OpenArticle[]> {
  const rows = await placedArticles(db).where('s.language', '=', language).where('s.updated_at', '>=', since).execute();
  return rows.map(toOpenArticle);
}

function placedArticles(db: Database) {
  return db
    .selectFrom('stories as s')
    .innerJoin('story_articles as m', 'm.story_id', 's.id')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .innerJoin('article_revisions as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .select(['a.number', 'r.document', 's.id as story_id', 's.affair_id']);
}

function toOpenArticle(row: {
  readonly number: number;
  readonly document: string;
  readonly story_id: number;
  readonly affair_id: number | null;
}): OpenArticle {
  return {
    number: row.number,
    article: fromDocument(row.document, []),
    storyId: row.story_id,
    ...(row.affair_id === null ? {} : { affairId: row.affair_id }),
  };
}

async function articlesOf(db: Database, storyId: number): Promise<readonly string[]> {
  const rows = await db.selectFrom('story_articles').select('article_id').where('story_id', '=', storyId).execute();
  return rows.map(({ article_id }) => article_id);
}
