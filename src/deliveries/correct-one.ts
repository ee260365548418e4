import { createHash } from 'node:crypto';
import type { Article } from '../articles/article.ts';
import type { Briefing } from '../briefings/briefing.ts';
import { correctionMessage } from '../briefings/message/correction-message.ts';
import { type Correction, findCorrections } from '../briefings/news/find-corrections.ts';
import type { Chat, ChatError, PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { ClaimedCorrection, CorrectionEnd } from './correction.ts';
import type { Delivery } from './delivery.ts';
import type { Paced } from './take-step.ts';

export interface CorrectOptions {
  readonly chats: readonly Chat[];
  readonly findBriefing: (id: string) => Promise<Briefing | undefined>;
  /** All revisions of an article, oldest first. */
  readonly revisionsOf: (articleId: string) => Promise<readonly Article[]>;
  /** The post as it is to read with these corrections. */
  readonly tell: (
    briefing: Briefing,
    subscription: Subscription,
    delivery: Delivery,
    corrections: readonly Correction[],
  ) => Message;
}

/** Brings one post up to date with its articles. Throws the ChatError of what may be tried again. */
export async function correctOne(
  { delivery, subscription, shown }: ClaimedCorrection,
  options: CorrectOptions & { readonly paced: Paced },
): Promise<Omit<CorrectionEnd, 'at'>> {
  const { post } = delivery;
  const chat = options.chats.find(({ platform }) => platform === subscription.channel.platform);
  const briefing = delivery.briefingId === undefined ? undefined : await options.findBriefing(delivery.briefingId);
  if (!post || !briefing || !chat) return { state: 'lost', reason: 'the post, its briefing or its chat is not there' };
  const corrections = findCorrections(briefing, await revisionsCited(briefing, options));
  if (isSame(corrections, shown)) return { state: 'unchanged' };
  try {
    const message = options.tell(briefing, subscription, delivery, corrections);
    await options.paced(post, () => chat.edit(post, message));
    return { state: 'edited', shown: corrections };
  } catch (error) {
    if (kindOf(error) !== 'rejected') return lostOrThrow(error);
  }
  const untold = corrections.filter((one) => !shown.some((other) => isSame([one], [other])));
  if (untold.length === 0) return { state: 'unchanged' };
  try {
    const reply = correctionMessage(briefing, untold, subscription.schedule.zone);
    await options.paced(post, () => replyOnce(post, reply, { chat, deliveryId: replyId(delivery, untold) }));
    return { state: 'replied', shown: corrections };
  } catch (error) {
    if (kindOf(error) === 'rejected') return { state: 'lost', reason: (error as Error).message };
    return lostOrThrow(error);
  }
}

async function revisionsCited(
  { stories }: Briefing,
  { revisionsOf }: CorrectOptions,
): Promise<ReadonlyMap<string, readonly Article[]>> {
  const statements = stories.flatMap((story) => [
    ...story.statements,
    ...(story.whyItMatters ? [story.whyItMatters] : []),
  ]);
  const ids = new Set(statements.flatMap(({ citations }) => citations.map(({ articleId }) => articleId)));
  return new Map(await Promise.all([...ids].map(async (id) => [id, await revisionsOf(id)] as const)));
}

/** Whoever deleted the post or shut us out is not told; other trouble is the caller's. */
function lostOrThrow(error: unknown): Omit<CorrectionEnd, 'at'> {
  const { kind, message } = error as ChatError;
  if (['lost-post', 'lost-channel', 'lost-workspace', 'missing-permission'].includes(kind))
    return { state: 'lost', reason: message };
  throw error;
}

/** A try before may have posted it and died. */
async function replyOnce(
  post: PostRef,
  reply: Message,
  { chat, deliveryId }: { readonly chat: Chat; readonly deliveryId: string },
): Promise<PostRef> {
  return (
    (await chat.findDelivery(post, deliveryId, { thread: post })) ??
    (await chat.post(post, reply, { thread: post, deliveryId, quiet: true }))
  );
}

function replyId({ id }: Delivery, corrections: readonly Correction[]): string {
  return `${id}-corrected-${createHash('sha256').update(JSON.stringify(corrections)).digest('hex').slice(0, 12)}`;
}

function isSame(some: readonly Correction[], others: readonly Correction[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

function kindOf(error: unknown): ChatError['kind'] | undefined {
  return (error as Partial<ChatError>).kind;
}
