import type { Article } from '../articles/article.ts';
import { fromDocument } from './article-document.ts';
import type { Database } from './database.ts';

/** An article of an open story, with its place in the order of archiving. */
export interface OpenArticle {
  readonly number: number;
  readonly article: Article;
  readonly storyId: number;
  readonly affairId?: number;
}

export type StoryBackgrounds = ReturnType<typeof createStoryBackgrounds>;

/** What grouping goes on from after a restart: document frequencies, and the articles of stories that are still open. */
export function createStoryBackgrounds(db: Database) {
  return {
    async find(name: string): Promise<{ document: unknown; throughNumber: number } | undefined> {
      const row = await db.selectFrom('story_backgrounds').selectAll().where('name', '=', name).executeTakeFirst();
      return row && { document: JSON.parse(row.document), throughNumber: row.through_number };
    },

    /** Keeps frequencies that count every article archived by now. */
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

    /** The articles of all stories that had one within these hours before their language's newest, in the order of archiving. */
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
  const rows = await db
    .selectFrom('stories as s')
    .innerJoin('story_articles as m', 'm.story_id', 's.id')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .innerJoin('article_revisions as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .select(['a.number', 'r.document', 's.id as story_id', 's.affair_id'])
    .where('s.language', '=', language)
    .where('s.updated_at', '>=', since)
    .execute();
  return rows.map(({ number, document, story_id, affair_id }) => ({
    number,
    article: fromDocument(document, []),
    storyId: story_id,
    ...(affair_id === null ? {} : { affairId: affair_id }),
  }));
}
