import type { LocalPosts } from '../chat/local/local-posts.ts';
import type { Sessions } from '../chat/local/login-sessions.ts';
import type { InstallationRecords } from '../chat/slack/installations.ts';
import type { DeadEnd } from '../deliveries/delivery.ts';
import type { RetentionStorage } from '../deliveries/prune-ended.ts';
import type { GeneratedTexts } from '../models/text-model.ts';
import type { InterestSources } from '../subscriptions/interest-reader.ts';
import { nameVariants } from './actors/actor-names.ts';
import { type Actors, createActors } from './actors/actors.ts';
import { type Articles, createArticles } from './articles/articles.ts';
import { createFeeds, type Feeds } from './articles/feeds.ts';
import { type Changes, changesOf } from './changes.ts';
import type { Database } from './database.ts';
import { type Alerts, createAlerts } from './deliveries/alerts.ts';
import { type Briefings, createBriefings } from './deliveries/briefings.ts';
import { type Corrections, createCorrections } from './deliveries/corrections.ts';
import { createDeliveries, type Deliveries, findDeadEnds } from './deliveries/deliveries.ts';
import { createGeneratedTexts } from './deliveries/generated-texts.ts';
import { createStoredPosts } from './deliveries/local-posts.ts';
import { createOwnerNotices, type OwnerNotices } from './deliveries/owner-notices.ts';
import { engineOf } from './engine-of.ts';
import { createInstances, createServiceFacts, type Instances, type ServiceFacts } from './instances.ts';
import { createLineReports, type LineReports } from './line-reports.ts';
import { createPageSessions } from './page-sessions.ts';
import { createSlackInstallations } from './slack-installations.ts';
import { type Affairs, createAffairs } from './stories/affairs.ts';
import { createStories, type Stories } from './stories/stories.ts';
import { createStoryBackgrounds, type StoryBackgrounds } from './stories/story-backgrounds.ts';
import { createStoryFacts, type StoryFacts } from './stories/story-facts.ts';
import { createRelatedStories, createStoryLinks, type RelatedStories, type StoryLinks } from './stories/story-links.ts';
import { createStoryMoves, type StoryMoves } from './stories/story-moves.ts';
import { type Channels, createChannels } from './subscriptions/channels.ts';
import { createInterestSources, createMutedStories, type MutedStories } from './subscriptions/interest-sources.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions/subscriptions.ts';
import { type ArchiveRetention, createArchiveRetention, createRetention } from './upkeep/archive-retention.ts';
import { createRereading, type Rereading } from './upkeep/rereading.ts';

/** The queries, one group per noun. */
export interface Queries {
  readonly feeds: Feeds;
  readonly articles: Articles;
  readonly actors: Actors;
  readonly stories: Stories;
  readonly storyMoves: StoryMoves;
  readonly storyLinks: StoryLinks;
  readonly relatedStories: RelatedStories;
  readonly storyBackgrounds: StoryBackgrounds;
  readonly affairs: Affairs;
  readonly channels: Channels;
  readonly subscriptions: Subscriptions;
  readonly mutedStories: MutedStories;
  /** Queries for matching interests. */
  readonly interests: InterestSources;
  readonly briefings: Briefings;
  readonly deliveries: Deliveries;
  /** What the operator is shown of deliveries. */
  readonly deadEnds: () => Promise<readonly DeadEnd[]>;
  readonly retention: RetentionStorage;
  readonly archiveRetention: ArchiveRetention;
  readonly rereading: Rereading;
  readonly corrections: Corrections;
  readonly ownerNotices: OwnerNotices;
  readonly alerts: Alerts;
  /** Queries for ranking stories. */
  readonly storyFacts: StoryFacts;
  readonly localPosts: LocalPosts;
  readonly pageSessions: Sessions;
  readonly lineReports: LineReports;
  readonly generatedTexts: GeneratedTexts;
  /** The spellings of each actor of these articles. */
  readonly nameVariants: (articleIds: readonly string[]) => Promise<readonly (readonly string[])[]>;
  readonly instances: Instances;
  readonly serviceFacts: ServiceFacts;
  readonly slackInstallations: InstallationRecords;
}

/** Work that is exclusive: stories depend on each other, and nothing may be archived into a window that is being closed. */
export type ExclusiveWork = 'archive';

/** All queries, by noun, with transactions. */
export interface Storage extends Queries {
  /**
   * Runs work in a transaction. Use only the queries passed to it. `alone`: waits until no other transaction, of any process, does exclusive
   * work of that name.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, alone?: ExclusiveWork): Promise<T>;
  readonly changes: Changes;
  close(): Promise<void>;
}

/** All stored state of the service, on an open database. */
export function createStorage(db: Database): Storage {
  return {
    ...createQueries(db),
    transaction: (work, alone) =>
      db.transaction().execute(async (transaction) => {
        if (alone) await engineOf(db).hold(transaction, alone);
        return work(createQueries(transaction));
      }),
    changes: changesOf(db),
    close: () => db.destroy(),
  };
}

function createQueries(db: Database): Queries {
  const actors = createActors(db);
  const stories = createStories(db);
  const storyMoves = createStoryMoves(db);
  const storyLinks = createStoryLinks(db);
  const relatedStories = createRelatedStories(db, { stories, storyMoves, storyLinks });
  const feeds = createFeeds(db);
  const articles = createArticles(db);
  const subscriptions = createSubscriptions(db);
  const storyFacts = createStoryFacts(db);
  return {
    feeds,
    articles,
    actors,
    stories,
    storyMoves,
    storyLinks,
    relatedStories,
    storyBackgrounds: createStoryBackgrounds(db),
    affairs: createAffairs(db),
    channels: createChannels(db),
    subscriptions,
    alerts: createAlerts(db, { articles, feeds, stories, subscriptions, storyFacts }),
    storyFacts,
    mutedStories: createMutedStories(db),
    interests: createInterestSources(db, { actors, relatedStories }),
    briefings: createBriefings(db),
    deliveries: createDeliveries(db),
    deadEnds: () => findDeadEnds(db),
    retention: createRetention(db),
    archiveRetention: createArchiveRetention(db),
    rereading: createRereading(db),
    corrections: createCorrections(db),
    ownerNotices: createOwnerNotices(db),
    localPosts: createStoredPosts(db),
    pageSessions: createPageSessions(db),
    lineReports: createLineReports(db),
    generatedTexts: createGeneratedTexts(db),
    nameVariants: (articleIds) => nameVariants(db, articleIds),
    instances: createInstances(db),
    serviceFacts: createServiceFacts(db),
    slackInstallations: createSlackInstallations(db),
  };
}
