import type { LocalPosts } from '../chat/local/local-posts.ts';
import { type Actors, createActors } from './actors.ts';
import { type Articles, createArticles } from './articles.ts';
import { type Briefings, createBriefings } from './briefings.ts';
import type { Database } from './database.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { createFeeds, type Feeds } from './feeds.ts';
import { createStoredPosts } from './local-posts.ts';
import { createStories, type Stories } from './stories.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';

/** The queries, one group per noun. */
export interface Queries {
  readonly feeds: Feeds;
  readonly articles: Articles;
  readonly actors: Actors;
  readonly stories: Stories;
  readonly subscriptions: Subscriptions;
  readonly briefings: Briefings;
  readonly deliveries: Deliveries;
  readonly localPosts: LocalPosts;
}

export interface Storage extends Queries {
  /** All of the work or none of it. Inside, use the queries handed over. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The archive and everything else the service remembers, over an open database. */
export function createStorage(db: Database): Storage {
  return {
    ...createQueries(db),
    transaction: (work) => db.transaction().execute((transaction) => work(createQueries(transaction))),
    close: () => db.destroy(),
  };
}

function createQueries(db: Database): Queries {
  return {
    feeds: createFeeds(db),
    articles: createArticles(db),
    actors: createActors(db),
    stories: createStories(db),
    subscriptions: createSubscriptions(db),
    briefings: createBriefings(db),
    deliveries: createDeliveries(db),
    localPosts: createStoredPosts(db),
  };
}
