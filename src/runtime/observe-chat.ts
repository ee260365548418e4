import type { Chat, ChatError, ChatHandlers, Responder } from '../chat/chat.ts';
import type { AnsweredCall, CallOutcome } from '../chat/dispatch-options.ts';
import type { Message } from '../chat/message.ts';
import type { CountedCall, Metrics } from './metrics.ts';
import type { Trace } from './trace.ts';

/** How a platform has answered lately. */
export interface ChatHealth {
  /** Since when every request failed for reasons that pass; undefined where the last one did not. */
  failingSince(): Temporal.Instant | undefined;
}

export interface ObserveChatOptions {
  readonly metrics: Pick<Metrics, 'recordRequest' | 'recordPause' | 'recordStatements'>;
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
        observed('post', async () => {
          const post = await chat.post(channel, message, options);
          metrics.recordStatements(statementsIn(message));
          return post;
        }),
      ),
    edit: (post, message) => observed('edit', () => chat.edit(post, message)),
    findDelivery: (channel, deliveryId, where) => observed('look', () => chat.findDelivery(channel, deliveryId, where)),
  };
}

/** Quoted sentences of a message. */
function statementsIn({ blocks }: Message): number {
  const spans = blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flat() : 'spans' in block ? block.spans : [],
  );
  return spans.filter(({ kind }) => kind === 'quoted').length;
}

/** The same handlers; the statements that they answer with are counted. */
export function countAnswers(handlers: ChatHandlers, metrics: Pick<Metrics, 'recordStatements'>): ChatHandlers {
  const counting = (responder: Responder): Responder => ({
    ...responder,
    acknowledge: (how) => responder.acknowledge(how),
    update: (message) => responder.update(message),
    openForm: (form) => responder.openForm(form),
    async respond(message, how) {
      await responder.respond(message, how);
      metrics.recordStatements(statementsIn(message));
    },
  });
  const { onLine } = handlers;
  return {
    ...handlers,
    onCommand: (call, responder) => handlers.onCommand(call, counting(responder)),
    onAction: (call, responder) => handlers.onAction(call, counting(responder)),
    ...(onLine && { onLine: (call, responder) => onLine(call, counting(responder)) }),
  };
}

export interface ObserveCallsOptions {
  readonly metrics: Pick<Metrics, 'recordCall' | 'recordReport' | 'recordStatements'>;
  readonly trace: Trace;
  /** The known names; others are counted as "unknown". */
  readonly names: ReadonlySet<string>;
}

/** Counts, times and traces what people ask. */
export function observeCalls({ metrics, trace, names }: ObserveCallsOptions) {
  return (call: AnsweredCall, work: () => Promise<CallOutcome>): Promise<CallOutcome> => {
    const counted = countedCall(call, names);
    return trace('command', { ...counted, platform: call.caller.channel.platform }, async () => {
      const started = performance.now();
      const outcome = await work();
      if (outcome === 'answered' && counted.name.startsWith(reporting))
        metrics.recordReport(counted.name.slice(reporting.length));
      metrics.recordCall(counted, outcome, (performance.now() - started) / 1_000);
      return outcome;
    });
  };
}

/** Begins the names of the buttons that report a line. */
const reporting = 'report-';

function countedCall({ command, action, form }: AnsweredCall, names: ReadonlySet<string>): CountedCall {
  const kind = command !== undefined ? 'command' : action !== undefined ? 'action' : 'form';
  const name = command ?? action ?? form ?? '';
  return { kind, name: names.has(name) ? name : 'unknown' };
}
