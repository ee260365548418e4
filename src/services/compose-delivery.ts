import type { Article } from '../articles/article.ts';
import { type Topic, topicName } from '../articles/topics.ts';
import type { Briefing } from '../briefings/briefing.ts';
import type { DeskRequest } from '../briefings/briefing-desk.ts';
import { briefingMessage } from '../briefings/message/briefing-message.ts';
import type { Correction } from '../briefings/news/find-corrections.ts';
import type { Message } from '../chat/message.ts';
import type { Delivery } from '../deliveries/delivery.ts';
import { type Interest, splitPresets, topicOf } from '../subscriptions/interest.ts';
import type { InterestReader, ReadInterest } from '../subscriptions/interest-reader.ts';
import { titleOfInterest } from '../subscriptions/interest-spelling.ts';
import { nextSlot } from '../subscriptions/slots.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/**
 * What a subscription asks the desk for: everything of its interest, as read, since its last delivered briefing. Its first briefing tells
 * the whole last day, including entries that a feed had when it was first read, if they were published on that day. The first one of a
 * week in its zone says what is to come.
 */
export function deskRequest(
  { as, language, length, maxStories, schedule, windowStart: toldUntil, createdAt }: Subscription,
  windowEnd: Temporal.Instant,
  { key, languages, select, selectMain, leftOut }: ReadInterest,
): Omit<DeskRequest, 'delivered'> {
  const isFirst = Temporal.Instant.compare(toldUntil, createdAt) < 0;
  const isWeek = as === 'week';
  const weekBefore = windowEnd.subtract({ hours: 24 * 7 });
  // A review is of a week, also where one was sent by hand in it.
  const windowStart = isWeek && Temporal.Instant.compare(toldUntil, weekBefore) > 0 ? weekBefore : toldUntil;
  const ofWindow = (articles: readonly Article[]) =>
    articles.filter(({ publishedAt }) => Temporal.Instant.compare(publishedAt, windowStart) >= 0);
  return {
    ...(isWeek && { isWeek }),
    ...((isFirst || isWeek || !isSameWeek(toldUntil, windowEnd, schedule.zone)) && {
      announced: { after: windowEnd.toZonedDateTimeISO(schedule.zone).toPlainDate(), select },
    }),
    interest: key,
    ...(isFirst && { isFirst }),
    languages,
    select: isFirst ? async (articles) => select(ofWindow(articles)) : select,
    selectMain,
    ...(leftOut && { leftOut }),
    language,
    length,
    maxStories,
    windowStart,
    windowEnd,
    withoutSeed: !isFirst,
  };
}

function isSameWeek(a: Temporal.Instant, b: Temporal.Instant, zone: string): boolean {
  const [one, other] = [a, b].map((instant) => instant.toZonedDateTimeISO(zone));
  return one?.weekOfYear === other?.weekOfYear && one?.yearOfWeek === other?.yearOfWeek;
}

/** A briefing as its subscription receives it. */
export function renderDelivery(
  briefing: Briefing,
  subscription: Subscription,
  { at, isLate, corrections }: { at: Temporal.Instant; isLate: boolean; corrections?: readonly Correction[] },
  { readInterest, topics }: { readonly readInterest: InterestReader; readonly topics: readonly Topic[] },
): Message {
  const { interest, language, schedule, look } = subscription;
  const next = nextSlot(schedule, at)?.dueAt;
  return briefingMessage(briefing, {
    ...frameOf(readInterest(interest, language).interest, language, topics),
    zone: schedule.zone,
    at,
    isLate,
    ...(look?.storyThreads ? { storiesApart: true } : {}),
    ...(next ? { next } : {}),
    ...(corrections ? { corrections } : {}),
  });
}

/** Name and accent of what a briefing is about. */
export function frameOf(
  interest: Interest,
  language: string,
  topics: readonly Topic[],
): { topicName?: string; accent?: string } {
  const topic = topics.find(({ id }) => id === topicOf(interest));
  if (topic) return { topicName: topicName(topic, language), accent: topic.id };
  const { kept } = splitPresets(interest);
  return kept.kind === 'everything' ? {} : { topicName: titleOfInterest(kept) };
}

/** What an alert asks the desk for: one story, as far as it broke of late. Channels alerted in the same tick share it. */
export function alertRequest(
  { interest, language }: Subscription,
  { storyId = 0, windowStart, windowEnd }: Delivery,
  { readInterest, stories }: { readonly readInterest: InterestReader; readonly stories: StoryLookup },
): Omit<DeskRequest, 'delivered'> {
  const { languages } = readInterest(interest, language);
  return {
    interest: `alert of story ${storyId} in ${languages.join()}`,
    languages,
    async select(articles) {
      const storyOf = await stories.storiesOf(articles.map(({ id }) => id));
      // It may have been merged into another since the alert was planned.
      const current = (await stories.find(storyId))?.id ?? storyId;
      return articles.filter(({ id }) => storyOf.get(id) === current);
    },
    language,
    length: 'normal',
    maxStories: 1,
    windowStart,
    windowEnd,
    withoutSeed: true,
  };
}

interface StoryLookup {
  storiesOf(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  find(id: number): Promise<{ readonly id: number } | undefined>;
}

/** An alert as its channel receives it. */
function renderAlert(
  briefing: Briefing,
  { language, schedule }: Subscription,
  { dueAt, isLate, corrections }: Pick<Delivery, 'dueAt' | 'isLate'> & { readonly corrections?: readonly Correction[] },
  topics: readonly Topic[],
): Message {
  const topic = topics.find(({ id }) => briefing.stories[0]?.topics.includes(id));
  return briefingMessage(briefing, {
    ...(topic ? { topicName: topicName(topic, language), accent: topic.id } : {}),
    zone: schedule.zone,
    at: dueAt,
    isLate,
    isAlert: true,
    ...(corrections ? { corrections } : {}),
  });
}

/** Makes the message of a delivery, briefing or alert: as it goes out, or as it reads once its articles were corrected. */
export function createDeliveryRenderer({
  readInterest,
  topics,
}: {
  readonly readInterest: InterestReader;
  /** The present ones. */
  readonly topics: () => readonly Topic[];
}): (
  briefing: Briefing,
  subscription: Subscription,
  delivery: Delivery,
  corrections?: readonly Correction[],
) => Message {
  return (briefing, subscription, delivery, corrections = []) => {
    if (delivery.storyId !== undefined)
      return renderAlert(briefing, subscription, { ...delivery, corrections }, topics());
    const { dueAt, isLate } = delivery;
    return renderDelivery(
      briefing,
      subscription,
      { at: dueAt, isLate, corrections },
      { readInterest, topics: topics() },
    );
  };
}
