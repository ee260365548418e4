import { createBriefingDesk } from '../briefings/briefing-desk.ts';
import type { Chat } from '../chat/chat.ts';
import { createSharedComposer, createSharedRenderer, rememberWindows } from '../deliveries/compose-once.ts';
import { createCorrector, withCorrections } from '../deliveries/correct-posts.ts';
import { createLimiters } from '../deliveries/limiter.ts';
import { createOutbox, type Outbox, type OutboxOptions } from '../deliveries/outbox.ts';
import { planAlerts } from '../deliveries/plan-alerts.ts';
import { systemTimer, type Timer } from '../runtime/clock.ts';
import { isDatabaseOutage } from '../storage/database-trouble.ts';
import { createCorrectionStorage, createOutboxStorage } from '../storage/deliveries/outbox.ts';
import { alertRequest, createDeliveryRenderer, deskRequest } from './compose-delivery.ts';
import { deskSettings, deskSources } from './desk.ts';
import { withoutMuted } from './mute-stories.ts';
import type { Newsroom } from './newsroom.ts';

export interface NewsroomOutboxOptions extends Pick<OutboxOptions, 'locks' | 'onDelivered'> {
  /** How many processes send to these chats. */
  readonly sharing?: () => number;
  readonly timer?: Timer;
}

/** The outbox over a newsroom and its chats, with the correction of what was posted. */
export function createNewsroomOutbox(
  newsroom: Newsroom,
  chats: readonly Chat[],
  { timer = systemTimer, sharing, ...options }: NewsroomOutboxOptions = {},
): Outbox {
  const { storage, clock, log, config, readInterest } = newsroom;
  const tell = createDeliveryRenderer({ readInterest, topics: () => config.topics });
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
    compose: createComposer(newsroom),
    isOutage: isDatabaseOutage,
    quiet: config.briefings.quiet,
    tell: createSharedRenderer(tell),
    planAlerts: createAlertPlanner(newsroom),
    clock,
    timer,
    log,
    ...options,
  });
  return withCorrections(outbox, corrector);
}

/** What a delivery carries: its story where it is an alert, else the briefing of its window. */
function createComposer(newsroom: Newsroom): OutboxOptions['compose'] {
  const { config, storage, clock, readInterest, trace, generation } = newsroom;
  const sources = rememberWindows(deskSources(storage, config));
  const { briefingsDelivered, deliveredStatements } = storage.briefings;
  const desk = createBriefingDesk(sources, clock, deskSettings(config), generation);
  const composeShared = createSharedComposer({ desk, briefingsDelivered, deliveredStatements });
  return (subscription, delivery) =>
    trace('compose', { deliveryId: delivery.id, storyId: delivery.storyId }, async () => {
      if (delivery.storyId !== undefined) {
        const request = alertRequest(subscription, delivery, { readInterest, stories: storage.stories });
        return composeShared(request, subscription.id);
      }
      const { interest, language, channel } = subscription;
      const read = await withoutMuted(readInterest(interest, language), channel, storage);
      return composeShared(deskRequest(subscription, delivery.windowEnd, read), subscription.id);
    });
}

/** Alerts by the configuration's thresholds and top feeds. */
function createAlertPlanner({
  config,
  storage,
  readInterest,
  log,
}: Newsroom): NonNullable<OutboxOptions['planAlerts']> {
  const { alertsPerDay: perDay, ...rate } = config.breaking;
  const options = { readInterest, rule: { ...rate, perDay }, weights: config.briefings.ranking, log };
  return (now) => {
    const top = config.feeds.list.filter(({ isTop }) => isTop);
    const topLanguages = new Set(top.map(({ language }) => language));
    return planAlerts({ ...options, sources: storage.alerts.sources(top.map(({ id }) => id)), topLanguages, now });
  };
}
