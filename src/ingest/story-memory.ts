import { setImmediate } from 'node:timers/promises';
import { type Article, revisedAt } from '../articles/article.ts';
import type { Queries } from '../storage/storage.ts';
import type { ArchiveMark, OpenArticle } from '../storage/stories/story-backgrounds.ts';
import { commonTermsSample } from '../stories/common-terms.ts';
import { createStoryGrouper, type StoryBackground, type StoryGrouper } from '../stories/group-stories.ts';
import { createStoryLinker, type StoryLinker } from '../stories/link-stories.ts';
import type { StoryDocument } from '../stories/story-document.ts';
import { affairSettings, defaultStorySettings } from '../stories/story-settings.ts';
import { learnAbbreviations, learnOpeners } from '../text/learned-habits.ts';
import { baseLanguage } from '../text/terms.ts';

/** What grouping knows of the stories that are open. It must match the archive. */
export interface StoryMemory {
  readonly stories: StoryGrouper;
  /** Groups the same articles more widely, for longer. */
  readonly affairs: StoryGrouper;
  readonly linker: StoryLinker;
  /** How much of the archive it knows. */
  through: ArchiveMark;
  /** Articles counted since the document frequencies were kept last. */
  uncounted: number;
}

type Backgrounds = Pick<Queries, 'storyBackgrounds'>;

/** Document frequencies are stored after this many articles; a restart counts later ones again. */
const articlesBetweenSaves = 250;
const articlesAtATime = 50;

/** Reads from the archive what grouping knew before a restart. */
export async function recallStories({ storyBackgrounds }: Backgrounds): Promise<StoryMemory> {
  const through = await storyBackgrounds.mark();
  const [stories, affairs] = [await storyBackgrounds.find('stories'), await storyBackgrounds.find('affairs')];
  const memory: StoryMemory = {
    stories: createStoryGrouper({ ...(stories && { background: stories.document as StoryBackground }) }),
    affairs: createStoryGrouper({
      settings: affairSettings,
      ...(affairs && { background: affairs.document as StoryBackground }),
    }),
    linker: createStoryLinker(),
    through,
    uncounted: 0,
  };
  // A language whose terms have changed since has no frequencies: they are counted again.
  const counted = new Set(Object.keys((stories?.document as StoryBackground | undefined) ?? {}));
  const hours = { stories: defaultStorySettings.windowHours, affairs: affairSettings.windowHours };
  const open = new Set((await storyBackgrounds.openArticles(hours.stories)).map(({ number }) => number));
  // Another process may continue archiving meanwhile; that is caught up with later.
  const articles = (await storyBackgrounds.openArticles(hours.affairs)).filter(
    ({ number }) => number <= through.article,
  );
  expectReports(memory, firstReports(articles.filter(({ article }) => !counted.has(baseLanguage(article.language)))));
  for (const [index, known] of articles.entries()) {
    if (index % articlesAtATime === 0) await setImmediate();
    const isCounted =
      known.number <= (stories?.throughNumber ?? 0) && counted.has(baseLanguage(known.article.language));
    if (!isCounted) memory.uncounted++;
    remember(known, memory, { isCounted, isOpen: open.has(known.number) });
  }
  return memory;
}

/** Prepares for reports of languages in which nothing has been archived; see `StoryGrouper.expect`. */
export function expectReports({ stories, affairs }: StoryMemory, documents: readonly StoryDocument[]): void {
  stories.expect(documents);
  affairs.expect(documents);
}

/** As many of each language as its common words are learned from. */
function firstReports(articles: readonly OpenArticle[]): readonly StoryDocument[] {
  return [...Map.groupBy(articles, ({ article }) => baseLanguage(article.language)).values()].flatMap((own) =>
    own.slice(0, commonTermsSample).map(({ article }) => storyDocumentOf(article)),
  );
}

/**
 * Learns what other processes archived since. Within the transaction that archives the next article, alone, so that nothing comes
 * between; moves first, since articles are read where they are now.
 */
export async function catchUp(memory: StoryMemory, { storyBackgrounds }: Backgrounds): Promise<void> {
  const { stories, linker, through } = memory;
  const { article, move } = await storyBackgrounds.mark();
  if (move > through.move) {
    for (const { kind, fromId, toId, articleIds } of await storyBackgrounds.movesAfter(through.move)) {
      const [from, to] = [String(fromId), String(toId)];
      for (const one of [stories, linker]) {
        if (kind === 'merged') one.merge({ fromId: from, intoId: to });
        else one.split({ fromId: from, articleIds }, to);
      }
    }
  }
  if (article > through.article) {
    for (const known of await storyBackgrounds.articlesAfter(through.article)) {
      memory.uncounted++;
      remember(known, memory, { isCounted: false, isOpen: true });
    }
  }
}

function remember(
  { article, storyId, affairId }: OpenArticle,
  { stories, affairs, linker }: StoryMemory,
  { isCounted, isOpen }: { isCounted: boolean; isOpen: boolean },
): void {
  const document = storyDocumentOf(article);
  learnAbbreviations(
    article.blocks.map(({ text }) => text),
    article.language,
  );
  learnOpeners(
    article.sentences.map(({ text }) => text),
    article.language,
  );
  // Stories first: they read the most of it.
  if (isOpen) {
    stories.add(document, String(storyId), { isCounted });
    linker.add(document, String(storyId));
  }
  if (affairId !== undefined) affairs.add(document, String(affairId), { isCounted });
}

/** Keeps the document frequencies when enough articles have come. Within a transaction, as what they count. */
export async function keepBackgrounds(memory: StoryMemory, { storyBackgrounds }: Backgrounds): Promise<void> {
  memory.uncounted++;
  if (memory.uncounted < articlesBetweenSaves) return;
  memory.uncounted = 0;
  await storyBackgrounds.save('stories', memory.stories.background());
  await storyBackgrounds.save('affairs', memory.affairs.background());
}

/** What grouping reads of an article. */
export function storyDocumentOf(article: Article): StoryDocument {
  return {
    id: article.id,
    language: article.language,
    headline: article.headline,
    ...(article.lead === undefined ? {} : { lead: article.lead }),
    body: article.sentences
      .filter(({ role }) => role === 'body')
      .map(({ text }) => text)
      .join('\n'),
    ...(article.kind === 'live' && { isLive: true }),
    // A live blog reports another event at each revision.
    publishedAt: article.kind === 'live' ? revisedAt(article) : article.publishedAt,
  };
}
