import type { Selectable } from 'kysely';
import type { Article } from '../articles/article.ts';
import { toIso } from '../runtime/clock.ts';
import type { Database } from './database.ts';
import type { StoryRow } from './schema.ts';

export interface Story {
  readonly id: number;
  readonly language: string;
  /** A headline of one of its articles, never invented. */
  readonly title: string;
  readonly titleArticleId: string;
  readonly openedAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  readonly articleCount: number;
}

export type Stories = ReturnType<typeof createStories>;

/** Which articles tell one event. An article is in exactly one story. */
export function createStories(db: Database) {
  return {
    /** Opens a story with its first article. */
    async open(article: Article): Promise<number> {
      const at = toIso(article.modifiedAt ?? article.publishedAt);
      const { id } = await db
        .insertInto('stories')
        .values({
          language: article.language,
          title: article.headline,
          title_article_id: article.id,
          opened_at: at,
          updated_at: at,
          article_count: 0,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await this.join(id, article);
      return id;
    },

    /** Puts an article into a story; its headline becomes the title, as the newest. Joining again changes nothing but the times. */
    async join(storyId: number, article: Article): Promise<void> {
      const at = toIso(article.modifiedAt ?? article.publishedAt);
      await db
        .insertInto('story_articles')
        .values({ story_id: storyId, article_id: article.id, published_at: at })
        .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ published_at: at }))
        .execute();
      const members = await db
        .selectFrom('story_articles')
        .selectAll()
        .where('story_id', '=', storyId)
        .orderBy('published_at')
        .execute();
      const newest = members.at(-1);
      await db
        .updateTable('stories')
        .set({
          article_count: members.length,
          updated_at: newest?.published_at ?? at,
          ...(newest?.article_id === article.id ? { title: article.headline, title_article_id: article.id } : {}),
        })
        .where('id', '=', storyId)
        .execute();
    },

    async storyOf(articleId: string): Promise<number | undefined> {
      const row = await db
        .selectFrom('story_articles')
        .select('story_id')
        .where('article_id', '=', articleId)
        .executeTakeFirst();
      return row?.story_id;
    },

    async find(id: number): Promise<Story | undefined> {
      const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toStory(row);
    },

    /** Newest first. */
    async list(options: { since?: Temporal.Instant; language?: string; limit: number }): Promise<readonly Story[]> {
      let select = db
        .selectFrom('stories')
        .selectAll()
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(options.limit);
      if (options.since) select = select.where('updated_at', '>=', toIso(options.since));
      if (options.language) select = select.where('language', '=', options.language);
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

function toStory(row: Selectable<StoryRow>): Story {
  return {
    id: row.id,
    language: row.language,
    title: row.title,
    titleArticleId: row.title_article_id,
    openedAt: Temporal.Instant.from(row.opened_at),
    updatedAt: Temporal.Instant.from(row.updated_at),
    articleCount: row.article_count,
  };
}
