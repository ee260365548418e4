import type { CommandServices } from '../../commands/define-command.ts';
import type { LineReport } from '../answers/evidence.ts';
import type { Article } from '../articles/article.ts';
import { topicName } from '../articles/topics.ts';
import type { ChannelRef } from '../chat/chat.ts';
import type { Delivery, DeliveryState } from '../deliveries/delivery.ts';
import type { Feed } from '../feeds/entry.ts';
import { type FeedStatus, intervalWords } from '../ingest/feed-health.ts';
import type { Storage } from '../storage/storage.ts';
import { describeWhen, type Subscription } from '../subscriptions/subscription.ts';
import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import { reasonWords } from '../wording/reason.ts';

/** What an operator sees on one page. Plain JSON but for instants, which become ISO texts. */
export interface OperatorView {
  readonly now: Temporal.Instant;
  /** The zone of channels without their own, by whose clock the page says when that was. */
  readonly zone: string;
  readonly startedAt: Temporal.Instant;
  readonly articles: number;
  readonly feeds: readonly OperatorFeed[];
  readonly stories: readonly OperatorStory[];
  readonly outbox: {
    readonly counts: Readonly<Partial<Record<string, number>>>;
    /** What needs somebody first, then the newest. */
    readonly deliveries: readonly OperatorDelivery[];
  };
  readonly topics: readonly OperatorTopic[];
  /** What is taken back, the last first. */
  readonly recalls: readonly OperatorRecall[];
  /** Lines that readers reported, the last first. */
  readonly reports: readonly OperatorReport[];
  readonly subscriptions: { readonly total: number; readonly shown: readonly OperatorSubscription[] };
}

/** The state of a feed, in the reader's language. */
interface OperatorFeed extends Omit<FeedStatus, 'problem' | 'notes' | 'interval'>, Pick<Feed, 'language' | 'topics'> {
  readonly problem?: string;
  readonly notes: readonly string[];
  readonly interval?: string;
  /** Whether it is one of feeds.add of the configuration, whose name, language and topics can be changed. */
  readonly isOwn: boolean;
}

interface OperatorTopic {
  readonly id: string;
  readonly name: string;
  /** Words that the operator added. */
  readonly words: readonly string[];
  /** Whether the operator made or changed it. */
  readonly isOwn: boolean;
}

interface OperatorStory {
  readonly id: number;
  readonly title: string;
  readonly language: string;
  readonly articles: number;
  readonly updatedAt: Temporal.Instant;
}

interface OperatorDelivery
  extends Pick<Delivery, 'id' | 'subscriptionId' | 'slot' | 'state' | 'dueAt' | 'attempts' | 'isLate'> {
  readonly channel?: ChannelRef;
  readonly interest?: string;
  readonly isAlert: boolean;
  readonly reason?: string;
  readonly retryAt?: Temporal.Instant;
  readonly sentAt?: Temporal.Instant;
}

interface OperatorRecall extends Pick<Article, 'id' | 'headline'> {
  /** The line, where it is not the whole article. */
  readonly line?: string;
  readonly note?: string;
  readonly at: string;
}

interface OperatorReport extends Pick<LineReport, 'statement' | 'line' | 'url' | 'channel' | 'at'> {
  /** What is wrong with it, in the reader's words. */
  readonly what: string;
}

interface OperatorSubscription extends Pick<Subscription, 'id' | 'channel' | 'interest' | 'language' | 'state'> {
  readonly when: string;
  readonly reason?: string;
  readonly next?: Temporal.Instant;
  readonly lastSent?: Temporal.Instant;
}

const storiesHours = 24;
const shownTables: ReadonlySet<string> = new Set([
  ...['feeds', 'articles', 'stories', 'deliveries', 'subscriptions', 'line_reports'],
]);
const mostRows = 60;
const troubled: readonly DeliveryState[] = ['dead', 'suspended', 'retrying'];

/** Gathers the view from what the service keeps; bounded, however many subscriptions there are. */
export async function readOperatorView({
  storage,
  services,
  configured,
  say = en,
}: {
  /** The feeds of the configuration. */
  readonly configured: readonly Feed[];
  /** In whose words it says when a subscription is due. */
  readonly say?: Catalog;
  readonly storage: Pick<Storage, 'stories' | 'deliveries' | 'subscriptions' | 'articles' | 'lineReports'>;
  readonly services: Pick<CommandServices, 'status' | 'now' | 'topics' | 'zone'> & {
    readonly subscriptions: Pick<CommandServices['subscriptions'], 'next'>;
  };
}): Promise<OperatorView> {
  const now = services.now();
  const [status, stories, deliveries, subscriptions, recalled, reports] = await Promise.all([
    services.status(),
    storage.stories.list({ since: now.subtract({ hours: storiesHours }), limit: 1_000 }),
    readDeliveries(storage, say),
    storage.subscriptions.upNext(mostRows),
    storage.articles.recalled(mostRows),
    storage.lineReports.newest(mostRows),
  ]);
  const settings = new Map(configured.map((feed) => [feed.id, feed]));
  const sent = await storage.deliveries.lastSentOf(subscriptions.map(({ id }) => id));
  return {
    now,
    zone: services.zone,
    startedAt: status.startedAt,
    articles: status.articles,
    feeds: status.feeds.map(({ problem, notes, interval, ...feed }) => {
      const { language = '', topics = [], isOwn = false } = settings.get(feed.id) ?? {};
      return {
        ...{ ...feed, language, topics, isOwn, notes: notes.map((note) => reasonWords(note, say)) },
        ...(problem === undefined ? {} : { problem: reasonWords(problem, say) }),
        ...(interval === undefined ? {} : { interval: intervalWords(interval, say) }),
      };
    }),
    stories: stories.map(toStory).toSorted((a, b) => b.articles - a.articles),
    outbox: { counts: status.deliveries, deliveries },
    topics: services.topics.map((topic) => ({
      ...{ id: topic.id, name: topicName(topic, say.locale), words: topic.ownWords ?? [] },
      isOwn: topic.ownWords !== undefined,
    })),
    recalls: recalled.flatMap(toRecalls),
    reports: reports.map(({ kind, ...report }) => ({ ...report, what: say.report.kinds[kind] })),
    subscriptions: {
      total: status.subscriptions,
      shown: subscriptions.map((each) =>
        toSubscription(each, { next: services.subscriptions.next(each), lastSent: sent.get(each.id), say }),
      ),
    },
  };
}

/** Calls the listener whenever this process changed something that the view shows, until the returned function is called. */
export function watchOperatorView({ changes }: Pick<Storage, 'changes'>, listener: () => void): () => void {
  return changes.watch((table) => shownTables.has(table) && listener());
}

async function readDeliveries(
  { deliveries, subscriptions }: Pick<Storage, 'deliveries' | 'subscriptions'>,
  say: Catalog,
) {
  const limit = mostRows;
  const lists = await Promise.all([...troubled.map((state) => ({ state, limit })), { limit }].map(deliveries.list));
  const rows = [...new Map(lists.flat().map((delivery) => [delivery.id, delivery])).values()].slice(0, 2 * limit);
  const known = await subscriptions.findMany([...new Set(rows.map(({ subscriptionId }) => subscriptionId))]);
  const byId = new Map(known.map((subscription) => [subscription.id, subscription]));
  return rows.map((delivery) => toDelivery(delivery, byId.get(delivery.subscriptionId), say));
}

function toSubscription(
  subscription: Subscription,
  {
    next,
    lastSent,
    say,
  }: Readonly<Record<'next' | 'lastSent', Temporal.Instant | undefined>> & {
    readonly say: Catalog;
  },
): OperatorSubscription {
  const { id, channel, interest, language, state, reason } = subscription;
  return {
    ...{ id, channel, interest, language, state, when: describeWhen(subscription, say) },
    ...(reason === undefined ? {} : { reason: reasonWords(reason, say) }),
    ...(next === undefined ? {} : { next }),
    ...(lastSent === undefined ? {} : { lastSent }),
  };
}

function toRecalls({ id, headline, withdrawn, recalls = [] }: Article): readonly OperatorRecall[] {
  const noted = (note: string | undefined) => (note === undefined ? {} : { note });
  if (withdrawn) return [{ id, headline, at: withdrawn.at, ...noted(withdrawn.note) }];
  return recalls.map(({ quote: line, at, note }) => ({ id, headline, line, at, ...noted(note) }));
}

function toStory({ id, title, language, articleCount, updatedAt }: Awaited<ReturnType<Storage['stories']['list']>>[0]) {
  return { id, title, language, articles: articleCount, updatedAt };
}

function toDelivery(delivery: Delivery, subscription: Subscription | undefined, say: Catalog): OperatorDelivery {
  const { id, subscriptionId, slot, state, dueAt, attempts, isLate, reason, retryAt, sentAt } = delivery;
  return {
    ...{ id, subscriptionId, slot, state, dueAt, attempts, isLate },
    ...(subscription && { channel: subscription.channel, interest: subscription.interest }),
    isAlert: delivery.storyId !== undefined,
    ...(reason === undefined ? {} : { reason: reasonWords(reason, say) }),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(sentAt === undefined ? {} : { sentAt }),
  };
}
