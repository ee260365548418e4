import { readActors } from '../actors/read-actors.ts';
import type { Article } from '../articles/article.ts';
import type { Storage } from '../storage/storage.ts';
import type { StoryGrouper } from '../stories/group-stories.ts';
import type { StoryDocument } from '../stories/story-document.ts';

export interface Archiver {
  /**
   * Archives one revision of an article: text and search terms, actors and quotes, and its story, whose id it gives.
   * One transaction: after a kill the article is archived wholly or not at all. Calls wait for each other, in order.
   */
  archive(
    article: Article,
    options: { readonly archivedAt: Temporal.Instant; readonly isSeed: boolean },
  ): Promise<number>;
}

/** Puts articles into the archive, one after the other, since each decision on a story rests on those before. */
export function createArchiver({ storage, grouper }: { storage: Storage; grouper: StoryGrouper }): Archiver {
  let last: Promise<unknown> = Promise.resolve();
  return {
    archive(article, options) {
      const turn = last.then(() => archiveOne(article, options));
      last = turn.catch(() => undefined);
      return turn;
    },
  };

  async function archiveOne(
    article: Article,
    options: { archivedAt: Temporal.Instant; isSeed: boolean },
  ): Promise<number> {
    const read = readActors(article);
    const document = storyDocumentOf(article);
    const known = await storage.stories.storyOf(article.id);
    const decided = known ?? numberOf(grouper.decide(document).storyId);
    const storyId = await storage.transaction(async ({ articles, actors, stories, deliveries }) => {
      const archivedAt = later(options.archivedAt, await deliveries.newestDue());
      await articles.save(article, { ...options, archivedAt });
      await actors.link(article, read.actors, read.quotes);
      if (decided === undefined) return stories.open(article);
      await stories.join(decided, article);
      return decided;
    });
    if (known === undefined) grouper.add(document, String(storyId));
    return storyId;
  }
}

/**
 * Windows of briefings go by the time of archiving. Nothing may come into one that is over, because the clock was set back or the
 * article waited for its turn: nobody would be told of it.
 */
function later(archivedAt: Temporal.Instant, newestDue: Temporal.Instant | undefined): Temporal.Instant {
  return newestDue && Temporal.Instant.compare(newestDue, archivedAt) > 0 ? newestDue : archivedAt;
}

/** Brings a grouper to where it was before a restart: the open window's articles, added to the stories they are in. */
export async function restoreGrouper(grouper: StoryGrouper, storage: Storage, since: Temporal.Instant): Promise<void> {
  const articles = (await storage.articles.list({ since })).toReversed();
  const stories = await storage.stories.storiesOf(articles.map(({ id }) => id));
  for (const article of articles) {
    const story = stories.get(article.id);
    if (story !== undefined) grouper.add(storyDocumentOf(article), String(story));
  }
}

function storyDocumentOf(article: Article): StoryDocument {
  return {
    id: article.id,
    language: article.language,
    headline: article.headline,
    ...(article.lead === undefined ? {} : { lead: article.lead }),
    body: article.sentences
      .filter(({ role }) => role === 'body')
      .map(({ text }) => text)
      .join('\n'),
    publishedAt: article.publishedAt,
  };
}

function numberOf(id: string | undefined): number | undefined {
  return id === undefined ? undefined : Number(id);
}
