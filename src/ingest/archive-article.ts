import { readActorsYielding } from '../actors/read-actors.ts';
import type { Article } from '../articles/article.ts';
import { type Trace, untraced } from '../runtime/trace.ts';
import { runYielding } from '../runtime/yield-to-event-loop.ts';
import type { Storage } from '../storage/storage.ts';
import type { StoryDocument } from '../stories/story-document.ts';
import { baseLanguage } from '../text/terms.ts';
import { openStoryPlacer, type StoryPlacer } from './place-in-story.ts';

export interface ArchiveOptions {
  readonly archivedAt: Temporal.Instant;
  readonly isSeed: boolean;
}

/** Puts an article into the archive, with all that is understood of it. */
export interface Archiver {
  /**
   * Archives one revision of an article: text and search terms, actors and quotes, and its story; returns the story's id.
   * One transaction, exclusive among all processes: after a kill the article is archived completely or not at all. Calls are serialized in order.
   */
  archive(article: Article, options: ArchiveOptions): Promise<number>;
  /** Prepares for articles that are about to be archived, of which a feed has said this much; see `StoryGrouper.expect`. */
  expect(reports: readonly StoryDocument[]): void;
}

/**
 * Archives articles one after the other, since each decision on a story depends on earlier ones. It loads the open stories with the first
 * article, and again after a failed transaction.
 */
export function createArchiver({ storage, trace = untraced }: { storage: Storage; trace?: Trace }): Archiver {
  let last: Promise<unknown> = Promise.resolve();
  let placer: StoryPlacer | undefined;
  /** The last of each language, for a placer that is opened later. */
  const expected = new Map<string, readonly StoryDocument[]>();
  return {
    archive(article, options) {
      const turn = last.then(() => archiveOne(article, options));
      last = turn.catch(() => undefined);
      return turn;
    },
    expect(reports) {
      for (const [language, own] of Map.groupBy(reports, ({ language }) => baseLanguage(language))) {
        expected.set(language, own);
        placer?.expect(own);
      }
    },
  };

  async function archiveOne(article: Article, options: ArchiveOptions): Promise<number> {
    const read = await runYielding(readActorsYielding(article));
    placer ??= await openPlacer();
    const { place } = placer;
    try {
      return await storage.transaction(async (queries) => {
        const archivedAt = later(options.archivedAt, await queries.deliveries.newestDue());
        await queries.articles.save(article, { ...options, archivedAt });
        await queries.actors.link(article, read.actors, read.quotes);
        return trace('group', { articleId: article.id }, () => place(article, { queries, archivedAt }));
      }, 'archive');
    } catch (error) {
      placer = undefined;
      throw error;
    }
  }

  async function openPlacer(): Promise<StoryPlacer> {
    const opened = await openStoryPlacer(storage);
    for (const reports of expected.values()) opened.expect(reports);
    return opened;
  }
}

/**
 * Windows of briefings go by archive time. Nothing may be archived into a past window, because the clock was set back or the article was
 * queued: it would never be delivered.
 */
function later(archivedAt: Temporal.Instant, newestDue: Temporal.Instant | undefined): Temporal.Instant {
  return newestDue && Temporal.Instant.compare(newestDue, archivedAt) > 0 ? newestDue : archivedAt;
}
