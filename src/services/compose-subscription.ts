import { type Topic, topicName } from '../articles/topics.ts';
import type { Briefing } from '../briefings/briefing.ts';
import type { DeskRequest } from '../briefings/briefing-desk.ts';
import { briefingMessage } from '../briefings/message/briefing-message.ts';
import type { Correction } from '../briefings/news/find-corrections.ts';
import type { Message } from '../chat/message.ts';
import { type Interest, topicOf } from '../subscriptions/interest.ts';
import type { InterestReader, ReadInterest } from '../subscriptions/interest-reader.ts';
import { titleOfInterest } from '../subscriptions/interest-spelling.ts';
import { nextSlot } from '../subscriptions/slots.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** What a subscription asks the desk for: everything of its interest, as read, since its last delivered briefing. */
export function deskRequest(
  { language, length, maxStories, windowStart }: Subscription,
  windowEnd: Temporal.Instant,
  { key, languages, select }: ReadInterest,
): Omit<DeskRequest, 'delivered'> {
  return { interest: key, languages, select, language, length, maxStories, windowStart, windowEnd, withoutSeed: true };
}

/** A briefing as its subscription receives it. */
export function tellSubscription(
  briefing: Briefing,
  subscription: Subscription,
  { at, isLate, corrections }: { at: Temporal.Instant; isLate: boolean; corrections?: readonly Correction[] },
  { readInterest, topics }: { readonly readInterest: InterestReader; readonly topics: readonly Topic[] },
): Message {
  const { interest, language, schedule } = subscription;
  const next = nextSlot(schedule, at)?.dueAt;
  return briefingMessage(briefing, {
    ...frameOf(readInterest(interest, language).interest, language, topics),
    zone: schedule.zone,
    at,
    isLate,
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
  return interest.kind === 'everything' ? {} : { topicName: titleOfInterest(interest) };
}
