import type { Article } from '../../articles/article.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';

/** The revision date by which a story counts an article, in ISO form: DW moves the date of what it updates. */
export function revisedAtIso({ modifiedAt, publishedAt }: Article): string {
  return toIso(modifiedAt ?? publishedAt);
}

/** What a story, and an affair, begins with: its first article's language, headline and time. */
export function openingRow(article: Article) {
  const at = revisedAtIso(article);
  return {
    language: article.language,
    title: article.headline,
    title_article_id: article.id,
    opened_at: at,
    updated_at: at,
  };
}

/** Gives a story or an affair the headline of this article of it, as it reads now. */
export async function retitle(
  db: Database,
  table: 'stories' | 'affairs',
  { id, articleId }: { readonly id: number; readonly articleId: string },
): Promise<void> {
  await db
    .updateTable(table)
    .from('articles')
    .set(({ ref }) => ({ title: ref('articles.headline'), title_article_id: articleId }))
    .where(`${table}.id`, '=', id)
    .where('articles.id', '=', articleId)
    .where(({ or, eb, ref }) =>
      or([eb('title_article_id', '<>', articleId), eb(`${table}.title`, '<>', ref('articles.headline'))]),
    )
    .execute();
}
