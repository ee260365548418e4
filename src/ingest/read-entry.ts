import type { Article, ExtractedPage } from '../articles/article.ts';
import { fetchPage } from '../articles/fetch-page.ts';
import { makeArticleYielding } from '../articles/make-article.ts';
import { withRecallsOf } from '../articles/recalls.ts';
import { findTopics, pathSections, type Topic } from '../articles/topics.ts';
import type { Entry, Feed } from '../feeds/entry.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Http } from '../runtime/http.ts';
import type { Log } from '../runtime/log.ts';
import type { Robots } from '../runtime/robots.ts';
import { runYielding } from '../runtime/yield-to-event-loop.ts';
import type { EntryState, RemovedState } from '../storage/articles/feeds.ts';
import type { Storage } from '../storage/storage.ts';
import { placeOfCountry } from '../text/countries.ts';
import { countLimits } from '../text/limits.ts';
import type { Archiver } from './archive-article.ts';
import { type DocumentParser, documentsStopped } from './document-parser.ts';
import { isListedSo, isOlderThan, isRemoved, whyNoRevision } from './known-article.ts';

export interface EntryReaderOptions {
  readonly storage: Storage;
  readonly archiver: Pick<Archiver, 'archive'>;
  readonly http: Http;
  readonly robots: Robots;
  readonly documents: DocumentParser;
  /** The present ones. */
  readonly topics: () => readonly Topic[];
  readonly maxAgeDays: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** `resting`: its page failed recently and was not retried. */
export type EntryOutcome = EntryState | RemovedState | 'resting';

/** Brings one entry into the archive, if it is new or changed, and records what became of it and why. Gives the recorded state. */
export type EntryReader = (feed: Feed, entry: Entry, options: { readonly isSeed: boolean }) => Promise<EntryOutcome>;

interface Outcome {
  readonly state: EntryState;
  readonly reason: string;
}

/** Every entry gets a recorded outcome; a failed page backs off, across all feeds that list it. */
export function createEntryReader(options: EntryReaderOptions): EntryReader {
  const rest = createPageRest(options.clock);
  return async (feed, entry, { isSeed }) => {
    // Nothing is recorded of it either, since that would store its headline again.
    if (await isRemoved(entry, options.storage)) return 'removed';
    const failure = rest.restingFor(entry.id);
    const outcome: Outcome =
      failure === undefined
        ? await readEntry(feed, entry, isSeed, options, rest)
        : { state: 'fetch-failed', reason: failure };
    await options.storage.feeds.recordEntry(feed.id, entry, { ...outcome, at: options.clock.now() });
    // Who hopes no more need not read the whole feed again for it: it is tried whenever the feed changes.
    return failure !== undefined && rest.isHopeless(entry.id) ? 'resting' : outcome.state;
  };
}

async function readEntry(
  feed: Feed,
  entry: Entry,
  isSeed: boolean,
  options: EntryReaderOptions,
  rest: PageRest,
): Promise<Outcome> {
  const { storage, clock, maxAgeDays, log } = options;
  const known = await storage.articles.find(entry.id);
  if (known?.withdrawn?.by === 'operator') return { state: 'unchanged', reason: 'taken back by the operator' };
  if (known && (await isListedSo(entry, storage))) {
    await storage.articles.addTopics(known.id, topicsOf(feed, entry, known, options.topics()));
    return { state: 'unchanged', reason: `revision ${known.revision} is archived` };
  }
  if (!known && entry.publishedAt && isOlderThan(entry.publishedAt, clock.now(), maxAgeDays)) {
    return {
      state: 'too-old',
      reason: `published ${entry.publishedAt.toString().slice(0, 10)}, more than ${maxAgeDays} days ago`,
    };
  }
  try {
    return await fetchAndArchive(feed, entry, known, isSeed, options, rest);
  } catch (error) {
    if (error === documentsStopped) throw error;
    // One bad entry never stops a poll.
    log.warn({ feedId: feed.id, articleId: entry.id, err: error }, 'entry not read');
    const message = error instanceof Error ? error.message : String(error);
    rest.failed(entry.id, { message });
    return { state: 'fetch-failed', reason: message };
  }
}

async function fetchAndArchive(
  feed: Feed,
  entry: Entry,
  known: Article | undefined,
  isSeed: boolean,
  options: EntryReaderOptions,
  rest: PageRest,
): Promise<Outcome> {
  const fetched = await fetchPage(entry, options);
  if (fetched.kind === 'failed') {
    rest.failed(entry.id, fetched.error);
    options.log.warn({ feedId: feed.id, articleId: entry.id }, `page not read: ${fetched.error.message}`);
    return { state: 'fetch-failed', reason: fetched.error.message };
  }
  rest.readWell(entry.id);
  const page = fetched.kind === 'extracted' ? fetched.page : undefined;
  const skipped = fetched.kind === 'skipped' ? fetched.reason : undefined;
  const read = await runYielding(
    makeArticleYielding({
      entry,
      page,
      skipped,
      revision: (known?.revision ?? 0) + 1,
      knownPublishedAt: known?.publishedAt,
      fallbackLanguage: feed.language,
      seenAt: options.clock.now(),
      topics: topicsOf(feed, entry, page, options.topics()),
    }),
  );
  const article = known ? withRecallsOf(read, known) : read;
  const reason = known && (await whyNoRevision(article, known, entry, options.storage));
  if (reason) return { state: 'unchanged', reason };
  const storyId = await options.archiver.archive(article, { archivedAt: options.clock.now(), isSeed });
  options.log.debug({ feedId: feed.id, articleId: article.id, revision: article.revision, storyId }, 'archived');
  const how = page ? `read by ${page.method}` : `kept from the feed: ${skipped}`;
  const cut =
    article.sentences.length < countLimits.sentences ? '' : `; only its first ${countLimits.sentences} sentences`;
  return {
    state: 'stored',
    reason: `revision ${article.revision}${isSeed ? ', in silence: with the first poll of this feed, or from before it was last read' : ''}, ${how}${cut}`,
  };
}

function topicsOf(
  feed: Feed,
  entry: Entry,
  page: Pick<ExtractedPage, 'kicker' | 'section'> | undefined,
  topics: readonly Topic[],
): readonly string[] {
  const labels = [
    page?.kicker?.topic,
    page?.kicker?.region,
    page?.section,
    ...entry.categories,
    ...pathSections(entry.url),
  ].filter((label) => label !== undefined);
  return findTopics(topics, {
    feedTopics: feed.topics,
    labels,
    placeOf: (name) => placeOfCountry(name, feed.language),
  });
}

/** Pages that could not be read, and when to retry them. Kept in memory: after a restart each is tried once more. */
export interface PageRest {
  /** Why the page is not fetched for now; undefined if it may be. */
  restingFor(articleId: string): string | undefined;
  failed(articleId: string, failure: { readonly message: string; readonly retryAfterMs?: number }): void;
  readWell(articleId: string): void;
  /** Whether it failed so often that it should be given up. */
  isHopeless(articleId: string): boolean;
}

const firstWaitMinutes = 5;
const longestWaitMinutes = 24 * 60;
/** About a day of trying. */
const hopelessFrom = 8;
/** Pages remembered; the oldest are forgotten and cost one more request. */
const remembered = 5_000;

/** Exponential backoff for failing pages: 5 minutes, 10, 20, up to a day, or as long as their server asks. */
export function createPageRest(clock: Clock): PageRest {
  const pages = new Map<
    string,
    { readonly failures: number; readonly until: Temporal.Instant; readonly message: string }
  >();
  return {
    restingFor(articleId) {
      const page = pages.get(articleId);
      return page && Temporal.Instant.compare(clock.now(), page.until) < 0 ? page.message : undefined;
    },
    failed(articleId, { message, retryAfterMs = 0 }) {
      const failures = (pages.get(articleId)?.failures ?? 0) + 1;
      const own = Math.min(firstWaitMinutes * 2 ** (failures - 1), longestWaitMinutes);
      const waitMs = Math.max(own * 60_000, Math.min(retryAfterMs, longestWaitMinutes * 60_000));
      pages.delete(articleId);
      pages.set(articleId, { failures, until: clock.now().add({ milliseconds: waitMs }), message });
      if (pages.size > remembered) pages.delete(pages.keys().next().value ?? '');
    },
    readWell(articleId) {
      pages.delete(articleId);
    },
    isHopeless: (articleId) => (pages.get(articleId)?.failures ?? 0) >= hopelessFrom,
  };
}
