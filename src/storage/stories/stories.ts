import type { Selectable } from 'kysely';
import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import { revisedAtIso } from '../articles/article-document.ts';
import type { Database } from '../database.ts';
import type { StoryRow } from '../tables.ts';
import { currentStories, type Headed, isCurrent, openingRow, recount, retitle, toHeaded } from './story-rows.ts';

/** A story of the archive; `updatedAt` is its newest article's time. */
export interface Story extends Headed {
  readonly articleCount: number;
  /** The affair that it belongs to. */
  readonly affairId?: number;
}

export type Stories = ReturnType<typeof createStories>;

/** Queries on stories. An article is in exactly one story; the id of a merged story resolves to the one it was merged into. */
export function createStories(db: Database) {
  return {
    /** Opens a story with its first article. */
    async open(article: Article): Promise<number> {
      const { id } = await db
        .insertInto('stories')
        .values({ ...openingRow(article), article_count: 1 })
        .returning('id')
        .executeTakeFirstOrThrow();
      await putInto(db, id, article);
      return id;
    },

    /** Adds an article to a story. Joining again updates the article's time, and the title if it is the article's headline. */
    async join(storyId: number, article: Article): Promise<void> {
      await putInto(db, storyId, article);
      await recount(db, storyId);
      await db
        .updateTable('stories')
        .set({ title: article.headline })
        .where('id', '=', storyId)
        .where('title_article_id', '=', article.id)
        .execute();
    },

    /** Gives a story the headline of this article of it. */
    retitle: (storyId: number, articleId: string) => retitle(db, 'stories', { id: storyId, articleId }),

    async storyOf(articleId: string): Promise<number | undefined> {
      const row = await db
        .selectFrom('story_articles')
        .select('story_id')
        .where('article_id', '=', articleId)
        .executeTakeFirst();
      return row?.story_id;
    },

    async count(): Promise<number> {
      const row = await db
        .selectFrom('stories')
        .select(({ fn }) => fn.countAll<number>().as('stories'))
        .executeTakeFirstOrThrow();
      return Number(row.stories);
    },

    async find(id: number): Promise<Story | undefined> {
      const row = await db
        .selectFrom('stories as asked')
        .innerJoin('stories as s', (join) =>
          join.on(({ eb, fn }) => eb('s.id', '=', fn.coalesce('asked.merged_into', 'asked.id'))),
        )
        .selectAll('s')
        .where('asked.id', '=', id)
        .executeTakeFirst();
      return row && toStory(row);
    },

    /** The current stories of these ids. */
    current: (ids: readonly number[]) => currentStories(db, ids),

    /** Newest first. */
    async list(options: {
      since?: Temporal.Instant;
      language?: string;
      affairId?: number;
      limit: number;
    }): Promise<readonly Story[]> {
      let select = db
        .selectFrom('stories')
        .selectAll()
        .where(isCurrent)
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(options.limit);
      if (options.since) select = select.where('updated_at', '>=', toIso(options.since));
      if (options.language) select = select.where('language', '=', options.language);
      if (options.affairId !== undefined) select = select.where('affair_id', '=', options.affairId);
      return (await select.execute()).map(toStory);
    },

    async storiesOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (articleIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('story_articles')
        .select(['story_id', 'article_id'])
        .where('article_id', 'in', [...articleIds])
        .execute();
      return new Map(rows.map(({ article_id, story_id }) => [article_id, story_id]));
    },
  };
}

async function putInto(db: Database, storyId: number, article: Article): Promise<void> {
  const at = revisedAtIso(article);
  await db
    .insertInto('story_articles')
    .values({ story_id: storyId, article_id: article.id, published_at: at })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ published_at: at }))
    .execute();
}

function toStory(row: Selectable<StoryRow>): Story {
  return {
    ...toHeaded(row),
    articleCount: row.article_count,
    ...(row.affair_id === null ? {} : { affairId: row.affair_id }),
  };
}
