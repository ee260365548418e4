import { type Topic, topicName } from '../articles/topics.ts';
import type { Briefing } from '../briefings/briefing.ts';
import type { DeskRequest } from '../briefings/briefing-desk.ts';
import { briefingMessage } from '../briefings/briefing-message.ts';
import type { Message } from '../chat/message.ts';
import { type Interest, topicOf } from '../subscriptions/interest.ts';
import type { InterestReader } from '../subscriptions/interest-reader.ts';
import { titleOfInterest } from '../subscriptions/interest-spelling.ts';
import { nextSlot } from '../subscriptions/slots.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** What a subscription asks the desk for: everything since its last delivered briefing. */
export function deskRequest(
  { interest, language, length, maxStories, windowStart }: Subscription,
  windowEnd: Temporal.Instant,
  readInterest: InterestReader,
): Omit<DeskRequest, 'told'> {
  const { key, languages, select } = readInterest(interest, language);
  return { interest: key, languages, select, language, length, maxStories, windowStart, windowEnd, withoutSeed: true };
}

/** A briefing as its subscription is told it. */
export function tellSubscription(
  briefing: Briefing,
  subscription: Subscription,
  { at, isLate }: { at: Temporal.Instant; isLate: boolean },
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
