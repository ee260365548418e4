import type { Database } from '../database.ts';
import { recount } from './story-rows.ts';

/** Removes an article from its story, which keeps its other articles and takes the headline of one of them; a story without other articles is removed. */
export async function removeFromStory(db: Database, articleId: string): Promise<void> {
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

function newestOf(db: Database, storyId: number): Promise<Headline | undefined> {
  return db
    .selectFrom('story_articles as m')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .select(['a.id', 'a.headline'])
    .where('m.story_id', '=', storyId)
    .orderBy('m.published_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Of the story, and of the stories merged into it. */
async function retitleStories(db: Database, storyId: number, from: string, { id, headline }: Headline): Promise<void> {
  await db
    .updateTable('stories')
    .set({ title: headline, title_article_id: id })
    .where(({ or, eb }) => or([eb('id', '=', storyId), eb('merged_into', '=', storyId)]))
    .where('title_article_id', '=', from)
    .execute();
}

async function removeStory(db: Database, id: number): Promise<void> {
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
  // Merged stories first, since they refer to it.
  await db.deleteFrom('stories').where('merged_into', '=', id).execute();
  await db.deleteFrom('stories').where('id', '=', id).execute();
}

async function leaveAffair(db: Database, affairId: number, articleId: string): Promise<void> {
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
