import { actorsOf, recountOrRemove } from '../actors/named-actor.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine-of.ts';
import { removeFromStory } from '../stories/remove-from-story.ts';
import type { RemovedState } from './feeds.ts';

/**
 * Removes an article with all revisions, everything derived from it, and actors that no other article names. It is not read again even if
 * its feeds still list it. Returns the number of revisions, 0 if it is not in the archive. The service must be stopped: it caches stories.
 */
export function forgetArticle(db: Database, id: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const article = await transaction.selectFrom('articles').select('number').where('id', '=', id).executeTakeFirst();
    if (!article) return 0;
    const actors = await actorsOf(transaction, id);
    // A cache whose contents may derive from this article.
    await transaction.deleteFrom('generated_texts').execute();
    const revisions = await removeArticle(transaction, { id, number: article.number });
    await recountOrRemove(transaction, actors);
    const removed = {
      state: 'removed' satisfies RemovedState,
      reason: 'removed by the operator',
      title: '(removed)',
      // It contains the headline's words.
      url: '',
      lead: null,
    };
    await transaction.updateTable('entries').set(removed).where('article_id', '=', id).execute();
    return revisions;
  });
}

/**
 * Removes an article with all revisions and everything derived from it, also from its story and the citations of briefings. The caller
 * must recount actors. Returns the number of revisions.
 */
export async function removeArticle(
  transaction: Database,
  { id, number }: { readonly id: string; readonly number: number },
): Promise<number> {
  await engineOf(transaction).terms.remove(transaction, number);
  for (const table of ['actor_links', 'actor_mentions', 'actor_roles', 'quotes', 'article_topics'] as const)
    await transaction.deleteFrom(table).where('article_id', '=', id).execute();
  for (const table of ['corrections', 'briefing_statements'] as const)
    await transaction.deleteFrom(table).where('article_id', '=', id).execute();
  await removeFromStory(transaction, id);
  const { numDeletedRows } = await transaction
    .deleteFrom('article_revisions')
    .where('article_id', '=', id)
    .executeTakeFirst();
  await transaction.deleteFrom('articles').where('id', '=', id).execute();
  return Number(numDeletedRows);
}
