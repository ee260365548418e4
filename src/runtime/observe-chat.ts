import type { Chat, ChatError } from '../chat/chat.ts';
import type { AnsweredCall, CallOutcome } from '../chat/dispatch-options.ts';
import type { CountedCall, Metrics } from './metrics.ts';
import type { Trace } from './trace.ts';

/** How a platform has answered lately. */
export interface ChatHealth {
  /** Since when every request failed for reasons that pass; undefined where the last one did not. */
  failingSince(): Temporal.Instant | undefined;
}

export interface ObserveChatOptions {
  readonly metrics: Pick<Metrics, 'recordRequest' | 'recordPause'>;
  readonly trace: Trace;
  readonly now: () => Temporal.Instant;
}

/** The same chat; what it is asked to post, edit and look for is counted, timed and traced. */
export function observeChat(chat: Chat, { metrics, trace, now }: ObserveChatOptions): Chat & ChatHealth {
  const { platform } = chat;
  let failingSince: Temporal.Instant | undefined;

  async function observed<Answer>(what: 'post' | 'edit' | 'look', request: () => Promise<Answer>): Promise<Answer> {
    const started = performance.now();
    let outcome = 'ok';
    try {
      const answer = await request();
      failingSince = undefined;
      return answer;
    } catch (error) {
      const { kind = 'failed', retryAfterMs, retryScope = 'channel' } = error as Partial<ChatError>;
      outcome = kind;
      // With another refusal the platform has answered, and so has one that asks for a pause.
      if (kind !== 'retryable' && kind !== 'ambiguous') failingSince = undefined;
      else if (retryAfterMs === undefined) failingSince ??= now();
      if (retryAfterMs !== undefined) metrics.recordPause(platform, retryScope, retryAfterMs / 1_000);
      throw error;
    } finally {
      metrics.recordRequest(platform, what, outcome, (performance.now() - started) / 1_000);
    }
  }

  return {
    platform,
    ...(chat.pace && { pace: chat.pace }),
    failingSince: () => failingSince,
    start: (handlers) => chat.start(handlers),
    stop: () => chat.stop(),
    remove: (post) => chat.remove(post),
    ...(chat.messageUser && { messageUser: (user, message) => chat.messageUser?.(user, message) ?? Promise.resolve() }),
    post: (channel, message, options) =>
      trace('deliver', { platform, channelId: channel.channelId, deliveryId: options?.deliveryId }, () =>
        observed('post', () => chat.post(channel, message, options)),
      ),
    edit: (post, message) => observed('edit', () => chat.edit(post, message)),
    findDelivery: (channel, deliveryId, where) => observed('look', () => chat.findDelivery(channel, deliveryId, where)),
  };
}

export interface ObserveCallsOptions {
  readonly metrics: Pick<Metrics, 'recordCall'>;
  readonly trace: Trace;
  /** The known names; others are counted as "unknown". */
  readonly names: ReadonlySet<string>;
}

/** Counts, times and traces what people ask. */
export function observeCalls({ metrics, trace, names }: ObserveCallsOptions) {
  return (call: AnsweredCall, work: () => Promise<CallOutcome>): Promise<CallOutcome> => {
    const counted = countedCall(call, names);
    return trace('command', { ...counted, platform: call.asker.channel.platform }, async () => {
      const started = performance.now();
      const outcome = await work();
      metrics.recordCall(counted, outcome, (performance.now() - started) / 1_000);
      return outcome;
    });
  };
}

function countedCall({ command, action, form }: AnsweredCall, names: ReadonlySet<string>): CountedCall {
  const kind = command !== undefined ? 'command' : action !== undefined ? 'action' : 'form';
  const name = command ?? action ?? form ?? '';
  return { kind, name: names.has(name) ? name : 'unknown' };
}
