import { type Topic, topicName } from '../articles/topics.ts';
import type { Briefing } from '../briefings/briefing.ts';
import type { DeskRequest } from '../briefings/briefing-desk.ts';
import { briefingMessage } from '../briefings/message/briefing-message.ts';
import type { Correction } from '../briefings/news/find-corrections.ts';
import type { Message } from '../chat/message.ts';
import type { Delivery } from '../deliveries/delivery.ts';
import type { InterestReader } from '../subscriptions/interest-reader.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

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
export function tellAlert(
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
