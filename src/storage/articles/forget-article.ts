import { actorsOf, recountOrRemove } from '../actors/unnamed-actors.ts';
import type { Database } from '../database.ts';
import { engineOf } from '../engine.ts';
import { leaveStory } from '../stories/leave-story.ts';
import type { RemovedState } from './feeds.ts';

/**
 * Takes an article out: all revisions, what was understood of it, and actors that no other article names. Its feeds may go on listing it; it
 * is not read again. Gives how many revisions there were; 0 where it is not in the archive. The service must not run: it remembers stories.
 */
export function forgetArticle(db: Database, id: string): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const article = await transaction.selectFrom('articles').select('number').where('id', '=', id).executeTakeFirst();
    if (!article) return 0;
    const actors = await actorsOf(transaction, id);
    // A cache; what it holds may be made of this article.
    await transaction.deleteFrom('generated_texts').execute();
    const revisions = await removeArticle(transaction, { id, number: article.number });
    await recountOrRemove(transaction, actors);
    const removed = {
      state: 'removed' satisfies RemovedState,
      reason: 'removed by the operator',
      title: '(removed)',
      // It has the headline's words in it.
      url: '',
      lead: null,
    };
    await transaction.updateTable('entries').set(removed).where('article_id', '=', id).execute();
    return revisions;
  });
}

/**
 * Removes an article with all revisions and what was understood of it, and takes it out of its story and of what briefings cite. Actors
 * are left to be counted anew by the caller. Gives how many revisions there were.
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
  await leaveStory(transaction, id);
  const { numDeletedRows } = await transaction
    .deleteFrom('article_revisions')
    .where('article_id', '=', id)
    .executeTakeFirst();
  await transaction.deleteFrom('articles').where('id', '=', id).execute();
  return Number(numDeletedRows);
}
