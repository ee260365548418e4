import { systemTimer, type Timer } from './clock.ts';
import type { Log } from './log.ts';

type Level = 'warn' | 'error';
type Facts = Readonly<Record<string, unknown>>;

interface Repeated {
  readonly level: Level;
  readonly message: string;
  /** The facts of the newest. */
  facts: Facts;
  /** Since the last line about it, and before. */
  count: number;
  total: number;
}

/** How often a repeated line is written with its count; after this long without it, the repetition is over. */
const everyMs = 60_000;
/** More different lines are not remembered: the oldest counts as over. */
const mostKept = 500;

/**
 * A log that writes like warnings and errors once, a line a minute with their count while they keep coming, and one when they are over: an
 * outage of a database has dozens of each a second. Like are those of one level, message and facts, and one kind of error; what has an
 * id of its own, such as `errorId` or `feedId`, is never left out for another's.
 */
export function foldRepeats(
  log: Log,
  { timer = systemTimer }: { readonly timer?: Timer } = {},
): Log & { stop(): void } {
  const lines = new Map<string, Repeated>();
  const stopping = new AbortController();
  let isWatching = false;
  const fold =
    (level: Level) =>
    (facts: Facts | string, message = ''): void => {
      if (typeof facts === 'string' || message === '' || stopping.signal.aborted) {
        log[level](facts, message);
        return;
      }
      const key = `${level} ${message} ${signatureOf(facts)}`;
      const known = lines.get(key);
      if (known) {
        known.count++;
        known.facts = facts;
        return;
      }
      log[level](facts, message);
      lines.set(key, { level, message, facts, count: 0, total: 0 });
      const [oldest] = lines.keys();
      if (lines.size > mostKept && oldest !== undefined) end(oldest);
      if (!isWatching) void watch();
    };
  return {
    debug: log.debug.bind(log),
    info: log.info.bind(log),
    warn: fold('warn') as Log['warn'],
    error: fold('error') as Log['error'],
    stop() {
      stopping.abort();
      for (const key of [...lines.keys()]) end(key);
    },
  };

  async function watch(): Promise<void> {
    isWatching = true;
    while (lines.size > 0 && !stopping.signal.aborted) {
      await timer.wait(everyMs, stopping.signal);
      if (stopping.signal.aborted) break;
      for (const [key, line] of [...lines]) {
        if (line.count > 0) report(line);
        else end(key);
      }
    }
    isWatching = false;
  }

  function report(line: Repeated): void {
    log[line.level]({ ...line.facts, repeated: line.count }, `${line.message} (${line.count} more like this)`);
    line.total += line.count;
    line.count = 0;
  }

  function end(key: string): void {
    const line = lines.get(key);
    lines.delete(key);
    if (!line) return;
    if (line.count > 0) report(line);
    else if (line.total > 0) log.info({ repeated: line.total }, `not for a minute now: ${line.message}`);
  }
}

/** Of an error its kind: messages of one kind differ by the ids in them. */
function signatureOf({ err, ...facts }: Facts): string {
  const { name, code, message } = (err ?? {}) as {
    readonly name?: unknown;
    readonly code?: unknown;
    message?: unknown;
  };
  return JSON.stringify([facts, name, code ?? message]);
}
