import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { engineOf } from './engine.ts';
import type { RemovedState } from './feeds.ts';
import { recount } from './recount-story.ts';
import type { Tables } from './schema.ts';

type Transaction = Kysely<Tables>;

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
    for (const actorId of actors) await recountActor(transaction, actorId);
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
  transaction: Transaction,
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

/** Whom an article names. */
export async function actorsOf(db: Transaction, id: string): Promise<readonly number[]> {
  const named = [
    ...(await db.selectFrom('actor_mentions').select('actor_id').where('article_id', '=', id).execute()),
    ...(await db.selectFrom('actor_roles').select('actor_id').where('article_id', '=', id).execute()),
    ...(await db.selectFrom('quotes').select('actor_id').where('article_id', '=', id).execute()),
    ...(await db.selectFrom('actor_links').select('actor_id').where('article_id', '=', id).execute()),
  ];
  return [...new Set(named.flatMap(({ actor_id }) => actor_id ?? []))];
}

/** An actor that no article names any more goes with all its names, unless others are shown as it. */
export async function recountActor(db: Transaction, id: number): Promise<void> {
  const { articles } = await db
    .selectFrom('actor_mentions')
    .select(({ fn }) => fn.count<number>('article_id').distinct().as('articles'))
    .where('actor_id', '=', id)
    .executeTakeFirstOrThrow();
  const isNeeded = await db
    .selectFrom('actors as a')
    .select('a.id')
    .where('a.id', '=', id)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('actors as other').select('other.id').where('other.merged_into', '=', id)),
        exists(selectFrom('actor_merges as m').select('m.actor_id').where('m.into_id', '=', id)),
        exists(selectFrom('actor_roles as r').select('r.id').where('r.actor_id', '=', id)),
        exists(selectFrom('quotes as q').select('q.id').where('q.actor_id', '=', id)),
        exists(selectFrom('actor_links as l').select('l.actor_id').where('l.actor_id', '=', id)),
      ]),
    )
    .executeTakeFirst();
  if (Number(articles) > 0 || isNeeded) {
    await db
      .updateTable('actors')
      .set({ article_count: Number(articles) })
      .where('id', '=', id)
      .execute();
    return;
  }
  for (const table of ['actor_merges', 'actor_words', 'actor_aliases'] as const)
    await db.deleteFrom(table).where('actor_id', '=', id).execute();
  await db.deleteFrom('actors').where('id', '=', id).execute();
}

/** The story goes on with its other articles, under a headline of one of them; a story of this one alone goes with it. */
async function leaveStory(db: Transaction, articleId: string): Promise<void> {
  const at = await db
    .selectFrom('story_articles as m')
    .innerJoin('stories as s', 's.id', 'm.story_id')
    .select(['s.id', 's.affair_id'])
    .where('m.article_id', '=', articleId)
    .executeTakeFirst();
  if (!at) return;
  await db.deleteFrom('story_articles').where('article_id', '=', articleId).execute();
  const newest = await newestOf(db, at.id);
  if (newest) {
    await recount(db, at.id);
    await retitleStories(db, at.id, articleId, newest);
  } else await removeStory(db, at.id);
  if (at.affair_id !== null) await leaveAffair(db, at.affair_id, articleId);
}

interface Headline {
  readonly id: string;
  readonly headline: string;
}

function newestOf(db: Transaction, storyId: number): Promise<Headline | undefined> {
  return db
    .selectFrom('story_articles as m')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .select(['a.id', 'a.headline'])
    .where('m.story_id', '=', storyId)
    .orderBy('m.published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The story's, and those of the stories that merged into it. */
async function retitleStories(
  db: Transaction,
  storyId: number,
  from: string,
  { id, headline }: Headline,
): Promise<void> {
  await db
    .updateTable('stories')
    .set({ title: headline, title_article_id: id })
    .where(({ or, eb }) => or([eb('id', '=', storyId), eb('merged_into', '=', storyId)]))
    .where('title_article_id', '=', from)
    .execute();
}

async function removeStory(db: Transaction, id: number): Promise<void> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where(({ or, eb }) => or([eb('id', '=', id), eb('merged_into', '=', id)]))
    .execute();
  const ids = rows.map((row) => row.id);
  await db.deleteFrom('muted_stories').where('story_id', 'in', ids).execute();
  await db
    .deleteFrom('story_links')
    .where(({ or, eb }) => or([eb('story_id', 'in', ids), eb('other_id', 'in', ids)]))
    .execute();
  await db
    .deleteFrom('story_moves')
    .where(({ or, eb }) => or([eb('from_id', 'in', ids), eb('to_id', 'in', ids)]))
    .execute();
  // Those that merged first: they refer to it.
  await db.deleteFrom('stories').where('merged_into', '=', id).execute();
  await db.deleteFrom('stories').where('id', '=', id).execute();
}

async function leaveAffair(db: Transaction, affairId: number, articleId: string): Promise<void> {
  const left = await db
    .selectFrom('stories')
    .select(['title', 'title_article_id'])
    .where('affair_id', '=', affairId)
    .where('merged_into', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute();
  const [newest] = left;
  if (newest) {
    await db.updateTable('affairs').set({ story_count: left.length }).where('id', '=', affairId).execute();
    await db
      .updateTable('affairs')
      .set({ title: newest.title, title_article_id: newest.title_article_id })
      .where('id', '=', affairId)
      .where('title_article_id', '=', articleId)
      .execute();
    return;
  }
  await db.updateTable('stories').set({ affair_id: null }).where('affair_id', '=', affairId).execute();
  await db.deleteFrom('affairs').where('id', '=', affairId).execute();
}
