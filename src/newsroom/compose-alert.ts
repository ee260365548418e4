import { type Topic, topicName } from '../articles/topics.ts';
import type { Briefing } from '../briefings/briefing.ts';
import type { DeskRequest } from '../briefings/briefing-desk.ts';
import { briefingMessage } from '../briefings/briefing-message.ts';
import type { Message } from '../chat/message.ts';
import type { Delivery } from '../deliveries/delivery.ts';
import type { InterestReader } from '../subscriptions/interest-reader.ts';
import type { Subscription } from '../subscriptions/subscription.ts';

/** What an alert asks the desk for: one story, as far as it broke of late. Channels alerted in the same tick share it. */
export function alertRequest(
  { interest, language }: Subscription,
  { storyId = 0, windowStart, windowEnd }: Delivery,
  { readInterest, storiesOf }: { readonly readInterest: InterestReader; readonly storiesOf: StoriesOf },
): Omit<DeskRequest, 'told'> {
  const { languages } = readInterest(interest, language);
  return {
    interest: `alert of story ${storyId} in ${languages.join()}`,
    languages,
    async select(articles) {
      const stories = await storiesOf(articles.map(({ id }) => id));
      return articles.filter(({ id }) => stories.get(id) === storyId);
    },
    language,
    length: 'short',
    maxStories: 1,
    windowStart,
    windowEnd,
    withoutSeed: true,
  };
}

type StoriesOf = (articleIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** An alert as its channel is told it. */
export function tellAlert(
  briefing: Briefing,
  { language, schedule }: Subscription,
  { dueAt, isLate }: Delivery,
  topics: readonly Topic[],
): Message {
  const topic = topics.find(({ id }) => briefing.stories[0]?.topics.includes(id));
  return briefingMessage(briefing, {
    ...(topic ? { topicName: topicName(topic, language), accent: topic.id } : {}),
    zone: schedule.zone,
    at: dueAt,
    isLate,
    isAlert: true,
  });
}
