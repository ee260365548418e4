import type { Briefing } from '../briefings/briefing.ts';
import type { BriefingDesk, DeskRequest, DeskSources } from '../briefings/briefing-desk.ts';
import type { ToldStatement } from '../briefings/news/story-news.ts';
import type { Message } from '../chat/message.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';
import { createRecent, remember } from './recent.ts';

export interface SharedComposerOptions {
  readonly desk: BriefingDesk;
  /** The briefings that told a subscription of these stories. */
  readonly toldBy: (subscriptionId: number, storyIds: readonly number[]) => Promise<readonly string[]>;
  /** What those briefings told of them. */
  readonly told: (
    briefingIds: readonly string[],
    storyIds: readonly number[],
  ) => Promise<ReadonlyMap<number, readonly ToldStatement[]>>;
}

/** Composes for a subscription. `select` and `languages` must follow from `interest` and `language`, which name the request. */
export type SharedComposer = (request: Omit<DeskRequest, 'told'>, subscriptionId: number) => Promise<Briefing>;

/**
 * Composes once for all subscriptions that ask for the same and were told the same: the first one shows which stories there are, for
 * the others it is enough to ask which briefings told them of these.
 */
export function createSharedComposer({ desk, toldBy, told }: SharedComposerOptions): SharedComposer {
  const storiesOf = createRecent<readonly number[]>(2_000);
  const briefings = createRecent<Promise<Briefing>>(100);

  async function composeFirst(key: string, request: Omit<DeskRequest, 'told'>, subscriptionId: number) {
    let asked: readonly number[] = [];
    let tellers: readonly string[] = [];
    const briefing = await desk.compose({
      ...request,
      async told(storyIds) {
        asked = storyIds;
        tellers = await toldBy(subscriptionId, storyIds);
        return told(tellers, storyIds);
      },
    });
    storiesOf.set(key, asked);
    briefings.set(nameOf(key, tellers), Promise.resolve(briefing));
    return briefing;
  }

  return async (request, subscriptionId) => {
    const key = keyOf(request);
    const storyIds = storiesOf.get(key);
    if (!storyIds) return composeFirst(key, request, subscriptionId);
    const tellers = await toldBy(subscriptionId, storyIds);
    const name = nameOf(key, tellers);
    const known = briefings.get(name);
    if (known) return known;
    const briefing = desk.compose({ ...request, told: (ids) => told(tellers, ids) });
    briefings.set(name, briefing);
    briefing.catch(() => briefings.delete(name));
    return briefing;
  };
}

function keyOf({
  interest,
  language,
  length,
  maxStories,
  windowStart,
  windowEnd,
  withoutSeed,
}: Omit<DeskRequest, 'told'>) {
  return JSON.stringify([interest, language, length, maxStories, windowStart, windowEnd, withoutSeed]);
}

function nameOf(key: string, tellers: readonly string[]): string {
  return `${key} ${tellers.join()}`;
}

/** Makes the message that tells a briefing to a subscription. */
export type Tell = (briefing: Briefing, subscription: Subscription, delivery: Delivery) => Message;

/** Makes the message once for all subscriptions that are told the same briefing for the same slot and are due next at the same time. */
export function createSharedTeller(tell: Tell): Tell {
  const told = remember((question: Parameters<Tell>) => tell(...question), {
    keyOf: ([{ id }, { interest, language, schedule }, { dueAt, isLate }]) =>
      JSON.stringify([id, interest, language, schedule, dueAt, isLate]),
    limit: 100,
  });
  return (...question) => told(question);
}

/** Windows whose articles are held at a time: most subscriptions that are due together share theirs. */
const windowsHeld = 8;

/** Sources that read each window of the archive once while it is asked for, whoever asks. Windows are over: nothing comes into them. */
export function rememberWindows(sources: DeskSources): DeskSources {
  return {
    ...sources,
    listArticles: remembered(sources.listArticles, (query) => JSON.stringify(query)),
    storiesOf: remembered(sources.storiesOf, (ids) => ids.join()),
    topPositions: remembered(sources.topPositions, (ids) => ids.join()),
    centralityOf: remembered(sources.centralityOf, (ids) => ids.join()),
    publishedOf: remembered(sources.publishedOf, (ids) => ids.join()),
  };
}

function remembered<Query, Found>(find: (query: Query) => Promise<Found>, keyOf: (query: Query) => string) {
  const recent = createRecent<Promise<Found>>(windowsHeld);
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
