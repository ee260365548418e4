import { LRUCache } from 'lru-cache';
import type { Briefing, DeliveredStatement } from '../briefings/briefing.ts';
import type { BriefingDesk, DeskRequest, DeskSources } from '../briefings/briefing-desk.ts';
import type { Message } from '../chat/message.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';

export interface SharedComposerOptions {
  readonly desk: BriefingDesk;
  /** The briefings that delivered these stories to a subscription. */
  readonly briefingsDelivered: (subscriptionId: number, storyIds: readonly number[]) => Promise<readonly string[]>;
  /** The statements of those briefings on them. */
  readonly deliveredStatements: (
    briefingIds: readonly string[],
    storyIds: readonly number[],
  ) => Promise<ReadonlyMap<number, readonly DeliveredStatement[]>>;
}

/** Composes for a subscription. `select` and `languages` must follow from `interest` and `language`, which name the request. */
export type SharedComposer = (request: Omit<DeskRequest, 'delivered'>, subscriptionId: number) => Promise<Briefing>;

/**
 * Composes once for all subscriptions with the same request and the same delivered statements: the first one finds the stories; for the
 * others it is enough to look up which briefings delivered these.
 */
export function createSharedComposer({
  desk,
  briefingsDelivered,
  deliveredStatements,
}: SharedComposerOptions): SharedComposer {
  const storiesOf = new LRUCache<string, readonly number[]>({ max: 2_000 });
  const briefings = new LRUCache<string, Promise<Briefing>>({ max: 100 });

  async function composeFirst(key: string, request: Omit<DeskRequest, 'delivered'>, subscriptionId: number) {
    let asked: readonly number[] = [];
    let deliveredIds: readonly string[] = [];
    const briefing = await desk.compose({
      ...request,
      async delivered(storyIds) {
        asked = storyIds;
        deliveredIds = await briefingsDelivered(subscriptionId, storyIds);
        return deliveredStatements(deliveredIds, storyIds);
      },
    });
    storiesOf.set(key, asked);
    briefings.set(nameOf(key, deliveredIds), Promise.resolve(briefing));
    return briefing;
  }

  return async (request, subscriptionId) => {
    const key = keyOf(request);
    const storyIds = storiesOf.get(key);
    if (!storyIds) return composeFirst(key, request, subscriptionId);
    const deliveredIds = await briefingsDelivered(subscriptionId, storyIds);
    const name = nameOf(key, deliveredIds);
    const known = briefings.get(name);
    if (known) return known;
    const briefing = desk.compose({ ...request, delivered: (ids) => deliveredStatements(deliveredIds, ids) });
    briefings.set(name, briefing);
    briefing.catch(() => briefings.delete(name));
    return briefing;
  };
}

const keyParts = [
  'interest',
  'language',
  'length',
  'maxStories',
  'windowStart',
  'windowEnd',
  'withoutSeed',
  'isFirst',
  'isWeek',
] as const satisfies readonly (keyof DeskRequest)[];

function keyOf(request: Omit<DeskRequest, 'delivered'>): string {
  return JSON.stringify([...keyParts.map((part) => request[part]), request.announced?.after]);
}

function nameOf(key: string, deliveredIds: readonly string[]): string {
  return `${key} ${deliveredIds.join()}`;
}

/** Renders a briefing as a message to a subscription. */
export type Tell = (briefing: Briefing, subscription: Subscription, delivery: Delivery) => Message;

/** Makes the message once for all subscriptions that receive the same briefing for the same slot and are next due at the same time. */
export function createSharedRenderer(tell: Tell): Tell {
  const messages = new LRUCache<string, Message>({ max: 100 });
  return (briefing, subscription, delivery) => {
    const { interest, language, schedule, look } = subscription;
    const apart = look?.storyThreads === true;
    const key = JSON.stringify([briefing.id, interest, language, schedule, delivery.dueAt, delivery.isLate, apart]);
    const known = messages.get(key);
    if (known) return known;
    const message = tell(briefing, subscription, delivery);
    messages.set(key, message);
    return message;
  };
}

/** Windows whose articles are cached: most subscriptions that are due together share theirs. */
const windowsCached = 8;

/** Sources that read each window of the archive once, for all concurrent callers. Windows lie in the past, so nothing is added to them. */
export function rememberWindows(sources: DeskSources): DeskSources {
  return {
    ...sources,
    listArticles: remembered(sources.listArticles, (query) => JSON.stringify(query)),
    storiesOf: remembered(sources.storiesOf, (ids) => ids.join()),
    topPositions: remembered(sources.topPositions, (ids) => ids.join()),
    centralityOf: remembered(sources.centralityOf, (ids) => ids.join()),
    publishedOf: remembered(sources.publishedOf, (ids) => ids.join()),
    affairsOf: remembered(sources.affairsOf, (ids) => ids.join()),
  };
}

function remembered<Query, Found>(find: (query: Query) => Promise<Found>, keyOf: (query: Query) => string) {
  const recent = new LRUCache<string, Promise<Found>>({ max: windowsCached });
  return (query: Query): Promise<Found> => {
    const key = keyOf(query);
    const known = recent.get(key);
    if (known) return known;
    const found = find(query);
    recent.set(key, found);
    found.catch(() => recent.delete(key));
    return found;
  };
}
