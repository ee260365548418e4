import type { Article } from '../../articles/article.ts';
import { currentReading, fromDocument, indexTerms, keepRevision } from '../articles/article-document.ts';
import type { Database } from '../database.ts';

export type Rereading = ReturnType<typeof createRereading>;

/** What an earlier version of our reading left in the archive; see `currentReading`. */
export function createRereading(db: Database) {
  return {
    /** Articles that are still to be read again, the newest first, without their topics. */
    async unread(limit: number): Promise<readonly Article[]> {
      const rows = await db
        .selectFrom('articles as a')
        .innerJoin('article_revisions as r', (join) =>
          join.onRef('r.article_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
        )
        .select('r.document')
        .where('a.reading', '<', currentReading)
        .orderBy('a.reading', 'desc')
        .orderBy('a.number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ document }) => fromDocument(document, []));
    },

    /** Keeps an article that was read again and whose sentences are others now, as its next revision. */
    keep: (article: Article) => keepRevision(db, article),

    indexTerms: (article: Article) => indexTerms(db, article),

    /** Records that these articles were read by this version. */
    async markRead(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await db
        .updateTable('articles')
        .set({ reading: currentReading })
        .where('id', 'in', [...ids])
        .execute();
    },
  };
}
