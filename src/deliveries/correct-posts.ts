import { createHash } from 'node:crypto';
import type { Article } from '../articles/article.ts';
import type { Briefing } from '../briefings/briefing.ts';
import { correctionMessage } from '../briefings/message/correction-message.ts';
import { articlesOf, type Correction, findCorrections } from '../briefings/news/find-corrections.ts';
import type { Chat, ChatError, Platform, PostRef } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import type { Clock, Timer } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { ClaimedCorrection, CorrectionEnd, CorrectionStorage } from './correction.ts';
import type { Delivery } from './delivery.ts';
import type { Limiter } from './limiter.ts';
import type { Outbox } from './outbox.ts';
import { boundedWait, type Paced, pacedBy, retryDelayMs } from './pacing.ts';
import { createSingleRun } from './single-run.ts';

export interface CorrectorOptions extends CorrectOptions {
  readonly storage: CorrectionStorage;
  readonly limiters: ReadonlyMap<Platform, Limiter>;
  /** Older posts are left as they are, but for what was taken back; 0 leaves all. */
  readonly days: number;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

/** Keeps posts true to their articles. */
export interface Corrector {
  /** Looks for revised articles and corrects what cites them, until nothing is left to do now. Called while it runs, it joins. */
  tick(): Promise<void>;
  /** Waits for work in progress; the rest stays due. */
  stop(): Promise<void>;
}

/** An outbox whose ticks also look after what it posted. */
export function withCorrections(outbox: Outbox, corrector: Corrector): Outbox {
  return {
    async tick() {
      const [sent] = await Promise.all([outbox.tick(), corrector.tick()]);
      return sent;
    },
    async stop() {
      await Promise.all([outbox.stop(), corrector.stop()]);
    },
  };
}

const leaseMs = 300_000;
const claimSize = 50;
const together = 8;
const maximumAttempts = 8;
/** A briefing composed before a revision may be sent so much later, and a clock may be set back. */
const overlapHours = 2;

/** Edits posts whose articles were revised, each revision once, whatever stops or fails in between. States as in correction.ts. */
export function createCorrector(options: CorrectorOptions): Corrector {
  const { storage, clock, timer, limiters, days, log } = options;
  const { signal, tick, stop } = createSingleRun(correctAll);
  let lastNoticed: Temporal.Instant | undefined;
  const paced = pacedBy(limiters, timer, signal);
  return { tick, stop };

  async function correctAll(): Promise<void> {
    await notice();
    while (!signal.aborted) {
      const now = clock.now();
      const claimed = await storage.claim({ now, until: now.add({ milliseconds: leaseMs }), limit: claimSize });
      if (claimed.length === 0) return;
      const waiting = [...claimed];
      await Promise.all(Array.from({ length: together }, () => workOff(waiting)));
    }
  }

  /** After a start the last days are examined, then only what is new since the last check. */
  async function notice(): Promise<void> {
    const now = clock.now();
    const sentSince = now.subtract({ hours: days * 24 });
    const changedSince = lastNoticed?.subtract({ hours: overlapHours }) ?? sentSince;
    await storage.notice({ now, changedSince, sentSince });
    lastNoticed = now;
  }

  async function workOff(waiting: ClaimedCorrection[]): Promise<void> {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) await correct(next);
  }

  async function correct(claimed: ClaimedCorrection): Promise<void> {
    const { id } = claimed.delivery;
    try {
      const end = await correctOne(claimed, { ...options, paced });
      await storage.end(id, { ...end, at: clock.now() });
      log.info(
        { deliveryId: id, state: end.state, reason: end.reason, shown: end.shown?.length },
        'looked after a post whose articles were revised',
      );
    } catch (error) {
      await recordFailure(claimed, error);
    }
  }

  async function recordFailure({ delivery: { id }, attempts }: ClaimedCorrection, err: unknown): Promise<void> {
    const reason = err instanceof Error ? err.message : String(err);
    if (attempts + 1 >= maximumAttempts) {
      await storage.end(id, { state: 'dead', at: clock.now(), reason });
      log.error({ deliveryId: id, err }, 'a correction is given up');
      return;
    }
    const { retryAfterMs } = err as Partial<ChatError>;
    const waitMs = retryAfterMs === undefined ? retryDelayMs(attempts + 1) : boundedWait(retryAfterMs);
    await storage.retry(id, clock.now().add({ milliseconds: Math.ceil(waitMs) }), reason);
    log.warn({ deliveryId: id, err, waitMs }, 'a correction will be tried again');
  }
}

export interface CorrectOptions {
  readonly chats: readonly Chat[];
  readonly findBriefing: (id: string) => Promise<Briefing | undefined>;
  /** All revisions of an article, oldest first. */
  readonly revisionsOf: (articleId: string) => Promise<readonly Article[]>;
  /** The post's message with these corrections. */
  readonly tell: (
    briefing: Briefing,
    subscription: Subscription,
    delivery: Delivery,
    corrections: readonly Correction[],
  ) => Message;
}

/** Brings one post up to date with its articles. Throws the ChatError of what may be tried again. */
async function correctOne(
  { delivery, subscription, shown }: ClaimedCorrection,
  options: CorrectOptions & { readonly paced: Paced },
): Promise<Omit<CorrectionEnd, 'at'>> {
  const { post } = delivery;
  const chat = options.chats.find(({ platform }) => platform === subscription.channel.platform);
  const briefing = delivery.briefingId === undefined ? undefined : await options.findBriefing(delivery.briefingId);
  if (!post || !briefing || !chat) return { state: 'lost', reason: 'the post, its briefing or its chat is not there' };
  // People removed the bot: it writes nothing there any more, not even into its own posts.
  if (subscription.suspendedBy === 'removal') return { state: 'lost', reason: 'the bot was removed from the channel' };
  const corrections = findCorrections(briefing, await revisionsCited(briefing, options));
  if (isSame(corrections, shown)) return { state: 'unchanged' };
  try {
    const message = options.tell(briefing, subscription, delivery, corrections);
    const edited = await options.paced(post, () => chat.edit(post, message));
    return { state: 'edited', shown: corrections, post: edited };
  } catch (error) {
    if (kindOf(error) !== 'rejected') return lostOrThrow(error);
  }
  const unannounced = corrections.filter((one) => !shown.some((other) => isSame([one], [other])));
  if (unannounced.length === 0) return { state: 'unchanged' };
  try {
    const reply = correctionMessage(briefing, unannounced, subscription.schedule.zone);
    await options.paced(post, () => replyOnce(post, reply, { chat, deliveryId: replyId(delivery, unannounced) }));
    return { state: 'replied', shown: corrections };
  } catch (error) {
    if (kindOf(error) === 'rejected') return { state: 'lost', reason: (error as Error).message };
    return lostOrThrow(error);
  }
}

async function revisionsCited(
  briefing: Briefing,
  { revisionsOf }: CorrectOptions,
): Promise<ReadonlyMap<string, readonly Article[]>> {
  return new Map(await Promise.all([...articlesOf(briefing)].map(async (id) => [id, await revisionsOf(id)] as const)));
}

/** A deleted post or lost access is ignored; other errors are thrown to the caller. */
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
