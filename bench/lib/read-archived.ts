import type { Database } from '../../src/storage/database.ts';

/** An article of the archive, by the headlines of its revisions, oldest first. */
export interface ArchivedArticle {
  readonly id: string;
  readonly headlines: readonly string[];
}

/** Every article with all its revisions. */
export async function readArchived(db: Database): Promise<readonly ArchivedArticle[]> {
  const rows = await db
    .selectFrom('article_revisions')
    .select(['article_id', 'headline'])
    .orderBy('article_id')
    .orderBy('revision')
    .execute();
  return [...Map.groupBy(rows, ({ article_id }) => article_id)].map(([id, revisions]) => ({
    id,
    headlines: revisions.map(({ headline }) => headline),
  }));
}
