import type { AnsweredCall, CallOutcome } from '../chat/dispatch-options.ts';
import type { CountedCall, Metrics } from './metrics.ts';
import type { Trace } from './trace.ts';

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
