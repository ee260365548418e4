import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Briefing } from '../../../src/briefings/briefing.ts';
import type { Database } from '../../../src/storage/database.ts';
import { migrations } from '../../../src/storage/migrate.ts';
import { createStorage, type Storage } from '../../../src/storage/storage.ts';
import { createStories } from '../../../src/storage/stories/stories.ts';
import { openEmptyDatabase, openTestDatabase } from '../../fakes/test-database.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

/** A briefing that told one statement of a story, by an article of it. */
function briefingOf(storyId: number, articleId: string): Briefing {
  const url = 'https://www.dw.com/en/test/a-1';
  const citation = { articleId, revision: 1, sentence: 0, quote: 'Told.', url, publishedAt: at.toString() };
  const story = {
    storyId: String(storyId),
    title: 'Title',
    titleArticleId: articleId,
    url,
    topics: [],
    isUpdate: false,
    statements: [{ text: 'Told.', quoted: true, citations: [citation] }],
    moved: [],
    articleCount: 1,
    publishedAt: [],
    publishers: [],
    agencies: [],
  };
  return {
    id: 'b',
    interest: 'everything',
    language: 'en',
    length: 'short',
    windowStart: at.toString(),
    windowEnd: at.toString(),
    stories: [story],
    also: [],
    wordCount: 1,
  };
}

const at = Temporal.Instant.from('2031-03-01T08:00:00Z');

test('stories of an older archive answer as before, and belong to no affair', async () => {
  const older = await openEmptyDatabase<unknown>();
  await migrations['0001-foundation'].up(older);
  await sql`insert into stories (id, language, title, title_article_id, opened_at, updated_at, article_count)
    values (4, 'en', 'Harbor reopens', 'dw:1', '2031-03-01T08:00:00.000Z', '2031-03-01T09:00:00.000Z', 1)`.execute(
    older,
  );
  await migrations['0007-story-moves'].up(older);
  const stories = createStories(older as unknown as Database);
  expect(await stories.find(4)).toMatchObject({ id: 4, title: 'Harbor reopens', articleCount: 1 });
  expect(await stories.find(4)).not.toHaveProperty('affairId');
  expect(await stories.list({ limit: 5 })).toHaveLength(1);
  await older.destroy();
});

describe('moves between stories', () => {
  let db: Database;
  let storage: Storage;

  beforeEach(async () => {
    db = await openTestDatabase();
    storage = createStorage(db);
  });
  afterEach(() => storage.close());

  async function openStory(...ids: readonly string[]): Promise<number> {
    let story: number | undefined;
    for (const [index, id] of ids.entries()) {
      const article = makeTestArticle({
        id,
        headline: `Headline of ${id}`,
        paragraphs: ['Text.'],
        at: at.add({ hours: index }).toString(),
      });
      await storage.articles.save(article, { archivedAt: at, isSeed: false });
      if (story === undefined) story = await storage.stories.open(article);
      else await storage.stories.join(story, article);
    }
    return story ?? 0;
  }

  test('a merged story answers under its old ids, however often it moved', async () => {
    const [first, second, third] = [await openStory('dw:1'), await openStory('dw:2'), await openStory('dw:3', 'dw:4')];
    await storage.storyMoves.merge(third, second, 0.6, at);
    await storage.storyMoves.merge(second, first, 0.5, at);
    for (const id of [first, second, third])
      expect(await storage.stories.find(id)).toMatchObject({ id: first, articleCount: 4 });
    expect(await storage.stories.list({ limit: 9 })).toHaveLength(1);
    expect(await storage.stories.storyOf('dw:4')).toBe(first);
    const ids = await storage.storyMoves.idsOf([first]);
    expect(new Set(ids.get(first))).toEqual(new Set([first, second, third]));
    expect(await storage.storyMoves.list(second)).toMatchObject([
      { kind: 'merged', fromId: third, toId: second, articles: 2 },
      { kind: 'merged', fromId: second, toId: first, articles: 3 },
    ]);
  });

  test('what was told follows its article through merges, splits and links', async () => {
    const [first, second, other] = [await openStory('dw:1'), await openStory('dw:2', 'dw:3'), await openStory('dw:4')];
    await storage.briefings.save(briefingOf(second, 'dw:3'), at);
    const toldOf = async (id: number) =>
      ((await storage.briefings.deliveredStatements(['b'], [id])).get(id) ?? []).map(({ text }) => text);
    expect([await toldOf(first), await toldOf(second)]).toEqual([[], ['Told.']]);
    await storage.storyMoves.merge(second, first, 0.6, at);
    expect([await toldOf(first), await toldOf(second)]).toEqual([['Told.'], ['Told.']]);
    const split = await storage.storyMoves.split(first, ['dw:3'], 0.1, at);
    expect([await toldOf(first), await toldOf(split)]).toEqual([[], ['Told.']]);
    await storage.storyLinks.link(other, split, 0.5, at);
    expect(await toldOf(other)).toEqual(['Told.']);
  });

  test('a split leaves the old id with the rest, and the new story knows where it came from', async () => {
    const story = await openStory('dw:1', 'dw:2', 'dw:3');
    const split = await storage.storyMoves.split(story, ['dw:3'], 0.1, at);
    expect(await storage.stories.find(story)).toMatchObject({ articleCount: 2 });
    expect(await storage.stories.find(split)).toMatchObject({ title: 'Headline of dw:3', articleCount: 1 });
    expect((await storage.storyMoves.idsOf([split])).get(split)).toEqual([split, story]);
  });

  test('linked stories of two languages are represented by the older one, after merges too', async () => {
    const [first, second, third] = [await openStory('dw:1'), await openStory('dw:2'), await openStory('dw:3')];
    await storage.storyLinks.link(third, second, 0.4, at);
    await storage.storyMoves.merge(second, first, 0.6, at);
    const representatives = await storage.storyLinks.representatives([first, third]);
    expect([...representatives]).toEqual([
      [first, first],
      [third, first],
    ]);
  });

  async function openAffair(articleId: string): Promise<number> {
    const article = await storage.articles.find(articleId);
    if (!article) throw new Error(`${articleId} is not in the archive`);
    return storage.affairs.open(article);
  }

  async function take(affair: number, storyId: number, titleArticleId?: string): Promise<void> {
    const story = await storage.stories.find(storyId);
    if (!story) throw new Error(`there is no story ${storyId}`);
    await storage.affairs.take(affair, story, titleArticleId);
  }

  test('an affair is found from its second story on, and taking one again does not count it twice', async () => {
    const [first, second] = [await openStory('dw:1'), await openStory('dw:2')];
    const affair = await openAffair('dw:1');
    for (const _ of [1, 2]) await take(affair, first);
    expect(await storage.affairs.find(affair)).toBeUndefined();
    await take(affair, second, 'dw:2');
    expect(await storage.affairs.find(affair)).toMatchObject({ title: 'Headline of dw:2', storyCount: 2 });
    expect((await storage.stories.list({ affairId: affair, limit: 5 })).map(({ id }) => id)).toEqual([second, first]);
  });

  test('an affair lasts as long as its stories, and counts them after they merged and split', async () => {
    const [first, second, other] = [await openStory('dw:1', 'dw:2'), await openStory('dw:3'), await openStory('dw:4')];
    const [affair, another] = [await openAffair('dw:3'), await openAffair('dw:4')];
    for (const story of [second, first]) await take(affair, story);
    await take(another, other);
    expect(await storage.affairs.find(affair)).toMatchObject({ openedAt: at, updatedAt: at.add({ hours: 1 }) });
    const counts = async () =>
      (await db.selectFrom('affairs').select('story_count').orderBy('id').execute()).map((row) => row.story_count);
    expect(await counts()).toEqual([2, 1]);
    await storage.storyMoves.merge(other, first, 0.6, at);
    expect(await counts()).toEqual([2, 0]);
    await storage.storyMoves.merge(second, first, 0.6, at);
    expect(await counts()).toEqual([1, 0]);
    await storage.storyMoves.split(first, ['dw:2'], 0.1, at);
    expect(await counts()).toEqual([2, 0]);
  });

  test('affairs that merged are one: with all stories, from the first to the last, under the headline that was chosen', async () => {
    const [first, second, third] = [await openStory('dw:1', 'dw:2'), await openStory('dw:3'), await openStory('dw:4')];
    const [into, from] = [await openAffair('dw:3'), await openAffair('dw:4')];
    for (const story of [first, third]) await take(from, story);
    await take(into, second);
    await storage.affairs.merge(from, into, 'dw:2');
    expect(await storage.affairs.find(into)).toMatchObject({
      title: 'Headline of dw:2',
      storyCount: 3,
      openedAt: at,
      updatedAt: at.add({ hours: 1 }),
    });
    expect(await storage.affairs.find(from)).toBeUndefined();
    for (const story of [first, second, third])
      expect(await storage.stories.find(story)).toMatchObject({ affairId: into });
  });
});
