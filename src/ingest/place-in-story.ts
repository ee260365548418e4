import type { Article } from '../articles/article.ts';
import type { Queries, Storage } from '../storage/storage.ts';
import type { StoryDocument } from '../stories/story-document.ts';
import {
  catchUp,
  expectReports,
  keepBackgrounds,
  recallStories,
  type StoryMemory,
  storyDocumentOf,
} from './story-memory.ts';

export interface Placement {
  /** Of the transaction that archives the article. */
  readonly queries: Queries;
  readonly archivedAt: Temporal.Instant;
}

/** Adds an article to its story and its affair, and returns the story's id. */
export interface StoryPlacer {
  /** Prepares for reports that are about to come; see `StoryGrouper.expect`. */
  expect(reports: readonly StoryDocument[]): void;
  place(article: Article, placement: Placement): Promise<number>;
}

/** Restores the archive's open stories after a restart. */
export async function openStoryPlacer(storage: Storage): Promise<StoryPlacer> {
  const memory = await recallStories(storage);
  return {
    expect: (reports) => expectReports(memory, reports),
    async place(article, placement) {
      const { stories } = placement.queries;
      const known = await stories.storyOf(article.id);
      const report = { article, document: storyDocumentOf(article) };
      if (known !== undefined) {
        await stories.join(known, article);
        return article.kind === 'live' ? placeAgain(report, known, memory, placement) : known;
      }
      await catchUp(memory, placement.queries);
      const storyId = await placeInStory(report, memory, placement);
      await placeInAffair(report, storyId, memory, placement);
      await linkLanguages(storyId, memory, placement);
      await keepBackgrounds(memory, placement.queries);
      memory.through = await placement.queries.storyBackgrounds.mark();
      return storyId;
    },
  };
}

/** An article with what grouping reads of it, the same for all that group, so that it is read once. */
interface Report {
  readonly article: Article;
  readonly document: StoryDocument;
}

async function placeInStory({ article, document }: Report, memory: StoryMemory, placement: Placement): Promise<number> {
  const { stories } = placement.queries;
  const { storyId: decided } = memory.stories.decide(document);
  if (decided === undefined) {
    const opened = await stories.open(article);
    memory.stories.add(document, String(opened));
    memory.linker.add(document, String(opened));
    return opened;
  }
  await stories.join(Number(decided), article);
  memory.stories.add(document, decided);
  memory.linker.add(document, decided);
  const storyId = await lookAgain(decided, article, memory, placement);
  const central = memory.stories.centralArticle(String(storyId));
  if (central !== undefined) await stories.retitle(storyId, central);
  return storyId;
}

/**
 * A live blog whose headline moves to another event leaves the reports on the previous one, and joins those on what its headline names;
 * its story, the one it is in now. One that was alone keeps its story's id.
 */
async function placeAgain(
  { article, document }: Report,
  storyId: number,
  memory: StoryMemory,
  { queries, archivedAt }: Placement,
): Promise<number> {
  await catchUp(memory, queries);
  const { stories, linker } = memory;
  if (!stories.hasNewHeadline(document, String(storyId))) return storyId;
  stories.remove(document, String(storyId));
  const left = stories.centralArticle(String(storyId));
  const { storyId: decided, similarity } = stories.decide(document);
  if (decided === String(storyId)) {
    stories.add(document, decided, { isCounted: true });
    return storyId;
  }
  const [fromId, articleIds] = [String(storyId), [article.id]];
  const ownId = left === undefined ? storyId : await queries.storyMoves.split(storyId, articleIds, 0, archivedAt);
  if (left !== undefined) {
    linker.split({ fromId, articleIds }, String(ownId));
    await queries.stories.retitle(storyId, left);
  }
  const nowId = decided === undefined ? ownId : Number(decided);
  stories.add(document, String(nowId), { isCounted: true });
  if (nowId !== ownId) {
    await queries.storyMoves.merge(ownId, nowId, similarity, archivedAt);
    linker.merge({ fromId: String(ownId), intoId: String(nowId) });
  }
  await queries.stories.retitle(nowId, stories.centralArticle(String(nowId)) ?? article.id);
  return nowId;
}

/** A story that has got an article may have grown together with another, or drifted; gives the story the article is in now. */
async function lookAgain(
  storyId: string,
  article: Article,
  { stories, linker }: StoryMemory,
  { queries, archivedAt }: Placement,
): Promise<number> {
  const merge = stories.findMerge(storyId);
  if (merge) {
    await queries.storyMoves.merge(Number(merge.fromId), Number(merge.intoId), merge.similarity, archivedAt);
    stories.merge(merge);
    linker.merge(merge);
    return Number(merge.intoId);
  }
  const split = stories.findSplit(storyId);
  if (!split) return Number(storyId);
  const { fromId, articleIds, similarity } = split;
  const newId = await queries.storyMoves.split(Number(fromId), articleIds, similarity, archivedAt);
  stories.split(split, String(newId));
  linker.split(split, String(newId));
  const [left, taken] = [stories.centralArticle(fromId), stories.centralArticle(String(newId))];
  if (left !== undefined) await queries.stories.retitle(Number(fromId), left);
  if (taken !== undefined) await queries.stories.retitle(newId, taken);
  return articleIds.includes(article.id) ? newId : Number(fromId);
}

/** A story stays in the affair of its first article; its further articles add to the affair's terms. */
async function placeInAffair(
  { article, document }: Report,
  storyId: number,
  memory: StoryMemory,
  placement: Placement,
): Promise<void> {
  const { affairs } = memory;
  const { queries } = placement;
  const story = await queries.stories.find(storyId);
  if (!story) throw new Error(`Story ${storyId} of ${article.id} is not in the archive.`);
  const decided = story.affairId ?? affairs.decide(document).storyId;
  const affairId = decided === undefined ? await queries.affairs.open(article) : Number(decided);
  affairs.add(document, String(affairId));
  await queries.affairs.take(affairId, story, affairs.centralArticle(String(affairId)));
  await mergeAffairs(affairId, memory, placement);
}

/**
 * Two affairs that grew together become one. Another process that knows both still merges them when it puts an article into one: what
 * made them alike is in its memory, too.
 */
async function mergeAffairs(affairId: number, { affairs }: StoryMemory, { queries }: Placement): Promise<void> {
  const merge = affairs.findMerge(String(affairId));
  if (!merge) return;
  affairs.merge(merge);
  await queries.affairs.merge(Number(merge.fromId), Number(merge.intoId), affairs.centralArticle(merge.intoId));
}

async function linkLanguages(
  storyId: number,
  { linker }: StoryMemory,
  { queries, archivedAt }: Placement,
): Promise<void> {
  for (const { otherId, similarity } of linker.findLinks(String(storyId)))
    await queries.storyLinks.link(storyId, Number(otherId), similarity, archivedAt);
}
