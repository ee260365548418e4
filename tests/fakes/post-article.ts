import type { Storage } from '../../src/storage/storage.ts';
import { newSubscription } from './new-subscription.ts';

/** Records a sent briefing that quotes an article, in a channel of its own. */
export async function postArticle(
  { subscriptions, briefings, deliveries }: Pick<Storage, 'subscriptions' | 'briefings' | 'deliveries'>,
  articleId: string,
  at: Temporal.Instant,
): Promise<void> {
  const channel = { platform: 'local', workspaceId: 'local', channelId: articleId } as const;
  const { id: subscriptionId } = await subscriptions.add(newSubscription({ channel, createdBy: 'u', createdAt: at }));
  const publishedAt = at.toString();
  const url = 'https://www.dw.com/en/test/a-1';
  const citation = { articleId, revision: 1, sentence: 0, quote: 'Told.', url, publishedAt };
  const told = { text: 'Told.', quoted: true, citations: [citation] };
  const about = { topics: [], moved: [], publishedAt: [], publishers: [], agencies: [] };
  const story = {
    storyId: '1',
    title: 'Title',
    titleArticleId: articleId,
    url,
    ...about,
    isUpdate: false,
    articleCount: 1,
  };
  const id = `posted ${articleId}`;
  const window = { windowStart: publishedAt, windowEnd: publishedAt };
  const briefing = {
    id,
    interest: 'everything',
    language: 'en',
    length: 'short',
    ...window,
    also: [],
    wordCount: 1,
  } as const;
  await briefings.save({ ...briefing, stories: [{ ...story, statements: [told] }] }, at);
  const slot = { subscriptionId, slot: '08:00', dueAt: at, windowStart: at, windowEnd: at };
  await deliveries.insert([{ id, ...slot, state: 'due', attempts: 0, isLate: false }]);
  await deliveries.setBriefings([{ deliveryId: id, briefingId: id, windowStart: at }]);
  await deliveries.markSent([{ id, post: { ...channel, messageId: '1' }, sentAt: at }]);
}
