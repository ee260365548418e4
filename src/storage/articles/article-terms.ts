import type { Article } from '../../articles/article.ts';
import { termsOf } from '../../text/terms.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine.ts';

/** Indexes the terms of an article in place of those of an earlier revision. */
export async function indexTerms(db: Database, article: Article): Promise<void> {
  const headline = termsOf(article.headline, article.language);
  const body = termsOf(article.sentences.map(({ text }) => text).join('\n'), article.language);
  const { number } = await db
    .selectFrom('articles')
    .select('number')
    .where('id', '=', article.id)
    .executeTakeFirstOrThrow();
  await engineOf(db).terms.put(db, number, { headline, body });
}
