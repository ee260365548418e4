import { mkdirSync } from 'node:fs';
import { actions, forms } from '../commands/actions.ts';
import type { AnswerService, CommandServices, ServiceStatus } from '../commands/define-command.ts';
import { commands } from '../commands/index.ts';
import { messageCommands } from '../commands/message-commands.ts';
import { unfurl } from '../commands/unfurl.ts';
import { answerQuotes } from './answers/actor-quotes.ts';
import type { Archive } from './answers/archive.ts';
import { answerQuestion } from './answers/ask.ts';
import { answerBackground } from './answers/background.ts';
import { answerSearch } from './answers/search.ts';
import { answerStory } from './answers/story.ts';
import { answerActor, answerWho } from './answers/who.ts';
import { answerTimeline } from './answers/whole-timeline.ts';
import { centralityOf } from './briefings/actor-centrality.ts';
import { type BriefingDesk, createBriefingDesk, type DeskSources } from './briefings/briefing-desk.ts';
import type { BriefingSettings } from './briefings/compose-briefing.ts';
import { type Charts, createCharts } from './charts/charts.ts';
import { type Chat, ChatError, type ChatHandlers } from './chat/chat.ts';
import { createDispatch } from './chat/dispatch.ts';
import type { Message } from './chat/message.ts';
import { complete } from './completion/complete.ts';
import type { Config } from './config.ts';
import { createSharedComposer, createSharedTeller, rememberWindows } from './deliveries/compose-once.ts';
import { createCorrector, withCorrections } from './deliveries/correct-posts.ts';
import { createLimiters } from './deliveries/limiter.ts';
import { createOutbox, type Outbox, type OutboxOptions } from './deliveries/outbox.ts';
import { planAlerts } from './deliveries/plan-alerts.ts';
import { alertMessage } from './ingest/alert-message.ts';
import { type Archiver, createArchiver } from './ingest/archive-article.ts';
import { explain } from './ingest/explain.ts';
import { feedStatus } from './ingest/feed-status.ts';
import { createPoller, type Poller, type PollerOptions } from './ingest/poll-feeds.ts';
import { createEntryReader } from './ingest/read-entry.ts';
import { createGeneration, type Generation } from './models/generation.ts';
import type { TextModel } from './models/text-model.ts';
import type { WordAnswer } from './models/word-answer.ts';
import { articleOfLink } from './newsroom/article-of-link.ts';
import { createBriefingService } from './newsroom/briefing-service.ts';
import { createChannelsBack } from './newsroom/channels-back.ts';
import { alertRequest } from './newsroom/compose-alert.ts';
import { deskRequest } from './newsroom/compose-subscription.ts';
import { createMentionChart } from './newsroom/mention-chart.ts';
import { createMuteService, withoutMuted } from './newsroom/mute-stories.ts';
import { createDeliveryTeller } from './newsroom/tell-delivery.ts';
import type { Clock } from './runtime/clock.ts';
import type { Http } from './runtime/http.ts';
import { withPace } from './runtime/http-pace.ts';
import type { Locks } from './runtime/locks.ts';
import type { Log } from './runtime/log.ts';
import { type ObserveCallsOptions, observeCalls } from './runtime/observe-calls.ts';
import { createRobots } from './runtime/robots.ts';
import { systemTimer, type Timer } from './runtime/timer.ts';
import { type Trace, untraced } from './runtime/trace.ts';
import { createArchive } from './storage/archive.ts';
import { type Database, type OpenDatabaseOptions, openDatabase } from './storage/database.ts';
import { createCorrectionStorage, createOutboxStorage } from './storage/outbox.ts';
import { lockDataDirectory } from './storage/sqlite/process-lock.ts';
import { createStorage, type Storage } from './storage/storage.ts';
import { createChannelSettings } from './subscriptions/channel-settings.ts';
import { createInterestReader, type InterestReader } from './subscriptions/interest-reader.ts';
import { createSubscriptionManager } from './subscriptions/manage-subscriptions.ts';
import { createSubscriptionMover } from './subscriptions/move-subscription.ts';
import { topicNames } from './subscriptions/topic-names.ts';

/** Sent with every request, so that a publisher knows who asks and can write to them. */
export function userAgent({ contact }: Pick<Config, 'contact'>): string {
  return `Kurzwelle/0.1 (self-hosted news briefings${contact ? `; ${contact}` : ''})`;
}

/** The archive with everything that answers and briefs from it; no network, no chat. */
export interface Newsroom {
  readonly config: Config;
  readonly storage: Storage;
  readonly archive: Archive;
  readonly archiver: Archiver;
  readonly desk: BriefingDesk;
  readonly readInterest: InterestReader;
  readonly services: CommandServices;
  /** Draws in a thread of its own; `stop` ends it. */
  readonly charts: Charts;
  /** Where a model is configured. */
  readonly generation: Generation | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly trace: Trace;
}

/** Builds the newsroom over an open database; groups go on where they were before a restart. */
export async function openNewsroom({
  config,
  db,
  clock,
  log,
  model,
  trace = untraced,
}: {
  config: Config;
  db: Database;
  clock: Clock;
  log: Log;
  model?: TextModel | undefined;
  trace?: Trace;
}): Promise<Newsroom> {
  const storage = createStorage(db);
  const generation = model && generationOf(model, { config, storage, clock, log });
  const archive = createArchive(storage);
  const archiver = createArchiver({ storage, trace });
  const desk = createBriefingDesk(deskSources(storage, config), clock, deskSettings(config), generation?.writer);
  const readInterest = createInterestReader(topicNames(config.topics), storage.interests);
  const charts = createCharts();
  const parts = { config, storage, archive, desk, readInterest, charts, generation, clock, log, trace };
  return { ...parts, archiver, services: createServices(parts) };
}

function generationOf(
  model: TextModel,
  { config, storage, clock, log }: Pick<Newsroom, 'config' | 'storage' | 'clock' | 'log'>,
): Generation {
  const { generatedTexts: texts, nameVariants: variantsOf } = storage;
  return createGeneration({ model, settings: config.model, texts, variantsOf, log, now: () => clock.now() });
}

function deskSettings({ briefings, breaking }: Config): BriefingSettings {
  return { weights: briefings.ranking, breaking };
}

function deskSources({ articles, storyKin, feeds, briefings, storyFacts }: Storage, config: Config): DeskSources {
  const topFeeds = config.feeds.list.filter(({ isTop }) => isTop).map(({ id }) => id);
  return {
    listArticles: articles.list,
    storiesOf: storyKin.eventsOf,
    topPositions: (ids) => feeds.positions(ids, topFeeds),
    async centralityOf(ids) {
      const mentions = await storyFacts.mentionsIn(ids);
      return centralityOf(mentions, await storyFacts.mostArticlesOfOneActor());
    },
    publishedOf: storyFacts.publishedOf,
    findBriefing: briefings.find,
    saveBriefing: briefings.save,
  };
}

type NewsroomParts = Omit<Newsroom, 'archiver' | 'services'>;

function createServices(parts: NewsroomParts): CommandServices {
  const { config, storage, archive, desk, readInterest, charts, generation, clock, log } = parts;
  const startedAt = clock.now();
  const now = () => clock.now();
  const settings = createChannelSettings({ store: storage.channels, defaults: config.briefings, now });
  const manager = createSubscriptionManager({
    store: storage.subscriptions,
    settingsOf: settings.of,
    topics: topicNames(config.topics),
    defaults: config.briefings,
    now,
  });
  const mover = createSubscriptionMover({
    store: storage.subscriptions,
    get: manager.get,
    settingsOf: settings.of,
    now,
  });
  return {
    archive,
    answers: createAnswers(archive, clock, generation?.wordAnswer),
    briefings: createBriefingService({ config, storage, archive, desk, readInterest, settingsOf: settings.of, clock }),
    subscriptions: {
      ...manager,
      ...mover,
      async lastSent(id) {
        return (await storage.deliveries.lastSentOf([id])).get(id);
      },
    },
    settings,
    mutes: createMuteService({ storage, settingsOf: settings.of, now }),
    findBriefing: storage.briefings.find,
    articleOf: (url) => articleOfLink(url, storage),
    mentionChart: createMentionChart({ archive, charts, log }),
    languages: [...new Set(config.feeds.list.map(({ language }) => language))],
    topics: config.topics,
    status: async () => ({
      ...(await readStatus({ config, storage, startedAt, now: clock.now() })),
      ...(generation ? { model: generation.status() } : {}),
    }),
    explain: (what, whose = {}) =>
      explain(what, whose, {
        storage,
        topics: config.topics,
        feeds: config.feeds.list,
        zone: config.briefings.zone,
        now,
      }),
    now,
    zone: config.briefings.zone,
  };
}

function createAnswers(archive: Archive, clock: Clock, word?: WordAnswer): AnswerService {
  const context = (reader?: string) => ({ archive, now: clock.now(), reader });
  return {
    who: (name, reader) =>
      typeof name === 'number' ? answerActor(name, context(reader)) : answerWho(name, context(reader)),
    background: (topic, reader) => answerBackground(topic, context(reader)),
    story: (story, reader) => answerStory(story, context(reader)),
    async ask(question, reader) {
      const answer = await answerQuestion(question, context(reader));
      return word ? word(answer, question) : answer;
    },
    search: (words, reader) => answerSearch(words, context(reader)),
    quotes: (actor, reader) => answerQuotes(actor, context(reader)),
    timeline: (subject, reader) => answerTimeline(subject, context(reader)),
  };
}

async function readStatus({
  config,
  storage,
  startedAt,
  now,
}: {
  config: Config;
  storage: Storage;
  startedAt: Temporal.Instant;
  now: Temporal.Instant;
}): Promise<ServiceStatus> {
  const [extent, states, deliveries, subscriptions] = await Promise.all([
    storage.articles.extent(),
    storage.feeds.states(),
    storage.deliveries.counts(),
    storage.subscriptions.count(),
  ]);
  const rows = new Map(states.map((row) => [row.id, row]));
  return {
    startedAt,
    articles: extent.articles,
    ...(extent.since ? { since: extent.since } : {}),
    feeds: config.feeds.list.flatMap((feed) => {
      const row = rows.get(feed.id);
      return row ? feedStatus(feed, row, now) : [];
    }),
    deliveries,
    subscriptions,
  };
}

/** What a chat calls when people type and press. */
export function createHandlers(
  { services, storage, log }: Pick<Newsroom, 'services' | 'storage' | 'log'>,
  observe?: Omit<ObserveCallsOptions, 'names'>,
): ChatHandlers {
  const names = new Set([...commands.map(({ name }) => name), ...Object.keys(actions), ...Object.keys(forms), 'share']);
  const dispatch = createDispatch({
    commands,
    actions,
    forms,
    messageCommands,
    unfurl,
    complete: (completion, typed, asker, say) => complete(completion, typed, { asker, services, commands, say }),
    async languageOf(channel) {
      const { language, languageIsDefault } = await services.settings.of(channel);
      return languageIsDefault ? undefined : language;
    },
    services,
    log,
    ...(observe && { around: observeCalls({ ...observe, names }) }),
  });
  return { ...dispatch, ...createChannelsBack({ storage, log }) };
}

/** The poller over a newsroom. */
export function createNewsroomPoller(
  { config, storage, archiver, clock, log, trace }: Newsroom,
  {
    http,
    pagePauseMs = 0,
    onPolled,
    onAlert,
    locks,
  }: { http: Http; pagePauseMs?: number } & Pick<PollerOptions, 'onPolled' | 'onAlert' | 'locks'>,
): Poller {
  const robots = createRobots({ http, userAgent: userAgent(config), clock });
  const pauseMs = async (url: string) => pagePauseMs && Math.max(pagePauseMs, await robots.pauseMs(url));
  const readEntry = createEntryReader({
    storage,
    archiver,
    http: withPace(http, { pauseMs, timer: systemTimer }),
    robots,
    topics: config.topics,
    maxAgeDays: config.feeds.maxAgeDays,
    clock,
    log,
  });
  return createPoller({
    feeds: config.feeds.list,
    bounds: config.feeds,
    maxAgeDays: config.feeds.maxAgeDays,
    storage,
    http,
    robots,
    readEntry: (feed, entry, options) =>
      trace('article', { articleId: entry.id, feedId: feed.id }, () => readEntry(feed, entry, options)),
    trace,
    clock,
    log,
    ...(onPolled ? { onPolled } : {}),
    ...(onAlert ? { onAlert } : {}),
    ...(locks ? { locks } : {}),
  });
}

/** Posts to the operator's channel, where one is configured; the log tells in any case. False where a later try may help. */
export function createOperatorPost(
  { config, log }: Pick<Newsroom, 'config' | 'log'>,
  chats: readonly Chat[],
): (message: Message) => Promise<boolean> {
  const { channel } = config.alerts;
  return async (message) => {
    if (!channel) return true;
    const chat = chats.find(({ platform }) => platform === channel.platform);
    try {
      if (!chat) throw new Error(`No chat runs for ${channel.platform}`);
      await chat.post(channel, message);
      return true;
    } catch (err) {
      log.error({ err, ...channel }, "an alert could not be posted to the operator's channel");
      // What a later try cannot mend is in the log, and is not tried again each minute.
      return !(err instanceof ChatError && err.kind === 'retryable');
    }
  };
}

/** Tells the operator of feeds that are not read, or are again. */
export function createFeedAlerts(
  newsroom: Pick<Newsroom, 'config' | 'log'>,
  chats: readonly Chat[],
): NonNullable<PollerOptions['onAlert']> {
  const post = createOperatorPost(newsroom, chats);
  return (alert) => post(alertMessage(alert, newsroom.config.briefings.zone));
}

/** The outbox over a newsroom and its chats. */
export function createNewsroomOutbox(
  newsroom: Newsroom,
  chats: readonly Chat[],
  {
    onDelivered,
    timer = systemTimer,
    locks,
    sharing,
  }: {
    readonly locks?: Locks;
    /** How many processes send to these chats. */
    readonly sharing?: () => number;
    readonly onDelivered?: NonNullable<OutboxOptions['onDelivered']>;
    readonly timer?: Timer;
  } = {},
): Outbox {
  const { storage, clock, log, config, readInterest, trace } = newsroom;
  const composeShared = createSharedComposer({
    desk: createBriefingDesk(
      rememberWindows(deskSources(storage, config)),
      clock,
      deskSettings(config),
      newsroom.generation?.writer,
    ),
    toldBy: storage.briefings.toldBy,
    told: storage.briefings.told,
  });
  const tell = createDeliveryTeller({ readInterest, topics: config.topics });
  const limiters = createLimiters(chats, sharing);
  const corrector = createCorrector({
    storage: createCorrectionStorage(storage),
    chats,
    limiters,
    findBriefing: storage.briefings.find,
    revisionsOf: storage.articles.revisionsOf,
    tell,
    days: config.briefings.correctForDays,
    clock,
    timer,
    log,
  });
  const outbox = createOutbox({
    storage: createOutboxStorage(storage),
    chats,
    limiters,
    compose: (subscription, delivery) =>
      trace('compose', { deliveryId: delivery.id, storyId: delivery.storyId }, async () => {
        if (delivery.storyId !== undefined) {
          const request = alertRequest(subscription, delivery, { readInterest, stories: storage.stories });
          return composeShared(request, subscription.id);
        }
        const { interest, language, channel } = subscription;
        const read = await withoutMuted(readInterest(interest, language), channel, storage);
        return composeShared(deskRequest(subscription, delivery.windowEnd, read), subscription.id);
      }),
    tell: createSharedTeller(tell),
    planAlerts: createAlertPlanner(newsroom),
    clock,
    timer,
    log,
    ...(locks ? { locks } : {}),
    ...(onDelivered ? { onDelivered } : {}),
  });
  return withCorrections(outbox, corrector);
}

/** Alerts by the configuration's thresholds and top feeds. */
function createAlertPlanner({ config, storage, readInterest }: Newsroom): NonNullable<OutboxOptions['planAlerts']> {
  const top = config.feeds.list.filter(({ isTop }) => isTop);
  const { alertsPerDay: perDay, ...rate } = config.breaking;
  const options = {
    sources: storage.alerts.sources(top.map(({ id }) => id)),
    readInterest,
    rule: { ...rate, perDay },
    topLanguages: new Set(top.map(({ language }) => language)),
  };
  return (now) => planAlerts({ ...options, now });
}

/** Opens the archive of a data directory for this process alone. `close` gives everything back. */
export async function openDataDirectory(
  dataDir: string,
  options: OpenDatabaseOptions = {},
): Promise<{ readonly db: Database; close(): Promise<void> }> {
  mkdirSync(dataDir, { recursive: true });
  const lock = lockDataDirectory(dataDir);
  try {
    const db = await openDatabase(dataDir, options);
    return {
      db,
      async close() {
        await db.destroy();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
