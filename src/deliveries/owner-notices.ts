import type { ChannelLimit, ChannelRef, Chat, ChatError } from '../chat/chat.ts';
import type { Message, Span } from '../chat/message.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { describeWhen, type Subscription, type SuspendedBy } from '../subscriptions/subscription.ts';
import { type Reason, reasonWords } from '../wording/reason.ts';
import { wordingFor } from '../wording/wording-for.ts';
import { boundedWait, retryDelayMs } from './pacing.ts';

/** `suspended`: by trouble. `removed`: by people, see SuspendedBy. `refused`: the platform did not take a message. Or a limit of the channel. */
export type NoticeKind = 'suspended' | 'removed' | 'refused' | ChannelLimit;

/** The direct message to the owner of subscriptions. */
export interface NewNotice {
  /** With an empty id where it is about all of a workspace. */
  readonly channel: ChannelRef;
  readonly userId: string;
  readonly kind: NoticeKind;
  /** Limits of a channel have none. */
  readonly reason?: Reason | undefined;
  readonly subscriptionIds: readonly number[];
}

export interface OwnerNotice extends NewNotice {
  readonly id: string;
  readonly attempts: number;
}

/** Notices are kept until they were delivered: neither a restart nor a platform that asks to wait loses one. */
export interface NoticeStorage {
  add(notices: readonly NewNotice[], at: Temporal.Instant): Promise<void>;
  claim(request: {
    readonly now: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly limit: number;
  }): Promise<readonly OwnerNotice[]>;
  retry(id: string, at: Temporal.Instant): Promise<void>;
  end(id: string): Promise<void>;
}

interface SendOptions {
  readonly storage: {
    readonly notices: NoticeStorage;
    findSubscriptions(ids: readonly number[]): Promise<readonly Subscription[]>;
  };
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly log: Log;
}

const leaseMinutes = 5;
const claimSize = 20;
/** With the growing pauses this is about three days. */
const maximumAttempts = 80;

/** One notice for each owner of what was suspended. */
export function noticesOf(
  suspended: readonly Subscription[],
  { channel, by, reason }: { readonly channel: ChannelRef; readonly by: SuspendedBy; readonly reason: Reason },
): readonly NewNotice[] {
  const place = by === 'workspace' ? { ...channel, channelId: '' } : channel;
  const kind = by === 'removal' ? 'removed' : 'suspended';
  return [...Map.groupBy(suspended, ({ createdBy }) => createdBy)].map(([userId, theirs]) => ({
    channel: place,
    userId,
    kind,
    reason,
    subscriptionIds: theirs.map(({ id }) => id),
  }));
}

/** Sends the notices that are due. What the platform does not take now is tried again, as late as it asks; never throws. */
export async function sendOwnerNotices(options: SendOptions): Promise<void> {
  const { storage, clock, log } = options;
  try {
    for (;;) {
      const now = clock.now();
      const until = now.add({ minutes: leaseMinutes });
      const claimed = await storage.notices.claim({ now, until, limit: claimSize });
      for (const notice of claimed) await send(notice, options);
      if (claimed.length < claimSize) return;
    }
  } catch (err) {
    log.error({ err }, 'notices to owners were not sent; the next tick tries again');
  }
}

async function send(notice: OwnerNotice, { storage, chats, clock, log }: SendOptions): Promise<void> {
  const { id, channel, userId, attempts } = notice;
  const subscriptions = await concerned(notice, storage);
  const chat = chats.find(({ platform }) => platform === channel.platform);
  if (subscriptions.length === 0 || !chat?.messageUser) return storage.notices.end(id);
  try {
    await chat.messageUser({ workspaceId: channel.workspaceId, userId }, noticeMessage(notice, subscriptions));
    await storage.notices.end(id);
  } catch (err) {
    const { kind, retryAfterMs } = err as Partial<ChatError>;
    const mayRetry = kind === 'retryable' || kind === 'ambiguous' || kind === 'lost-workspace';
    if (!mayRetry || attempts + 1 >= maximumAttempts) {
      log.error(
        { err, userId, channel, attempts: attempts + 1 },
        'an owner cannot be notified of trouble with a subscription',
      );
      return storage.notices.end(id);
    }
    const waitMs = retryAfterMs === undefined ? retryDelayMs(attempts + 1) : boundedWait(retryAfterMs);
    await storage.notices.retry(id, clock.now().add({ milliseconds: Math.ceil(waitMs) }));
    log.warn({ err, userId, channel, waitMs }, 'an owner will be notified later of trouble with a subscription');
  }
}

/** What works again meanwhile, or was removed, is nothing to tell. */
async function concerned(
  { kind, subscriptionIds }: OwnerNotice,
  storage: SendOptions['storage'],
): Promise<readonly Subscription[]> {
  const found = await storage.findSubscriptions(subscriptionIds);
  return kind === 'suspended' || kind === 'removed' ? found.filter(({ state }) => state === 'suspended') : found;
}

/** What the owner reads, in the language of the first subscription. */
function noticeMessage(
  { kind, reason }: Pick<NewNotice, 'kind' | 'reason'>,
  subscriptions: readonly Subscription[],
): Message {
  const say = wordingFor(subscriptions[0]?.language);
  const words = say.subscription;
  const { title, summary, note } = {
    suspended: { title: words.suspendedTitle, summary: words.suspendedSummary, note: words.suspendedNote },
    removed: { title: words.suspendedTitle, summary: words.suspendedSummary, note: words.removedNote },
    refused: { title: words.refusedTitle, summary: words.refusedSummary, note: words.refusedNote },
    'plain-text': { title: words.refusedTitle, summary: words.refusedSummary, note: words.refusedNote },
    'no-threads': { title: undefined, summary: words.noThreadsSummary, note: words.noThreadsRemedy },
    unpublished: { title: undefined, summary: words.unpublishedSummary, note: words.unpublishedRemedy },
  }[kind];
  const why = reason === undefined ? [] : [words.platformSays(reasonWords(reason, say))];
  return {
    summary,
    blocks: [
      ...(title === undefined ? [] : [{ kind: 'heading' as const, level: 2 as const, spans: [text(title)] }]),
      { kind: 'paragraph', spans: [text([summary, ...why].join(' '))] },
      {
        kind: 'list',
        items: subscriptions.map((one) => [
          { kind: 'channel', id: one.channel.channelId },
          text(` · ${one.interest}, ${describeWhen(one, say)}`),
        ]),
      },
      { kind: 'context', spans: [text(note)] },
    ],
  };
}

function text(words: string): Span {
  return { kind: 'text', text: words };
}
