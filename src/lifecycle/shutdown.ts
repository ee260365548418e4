import { closeSync, openSync } from 'node:fs';
import type { Poller } from '../ingest/poll-feeds.ts';
import { systemTimer } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';

/** A part that is stopped, by the name that the log calls it if it takes too long. */
export interface StopStep {
  readonly name: string;
  stop(): Promise<unknown> | undefined;
}

/** Whoever sends SIGTERM waits ten seconds by custom, then kills; the rest is for closing the database. */
const stopWithinMs = 9_000;

/**
 * Stops one part after the other; one that fails holds up none. Gives false where time ran out: what is left is safe to be cut off, since the
 * tables know all that was begun.
 */
export async function stopInTime(
  steps: readonly StopStep[],
  { log, withinMs = stopWithinMs }: { readonly log: Log; readonly withinMs?: number },
): Promise<boolean> {
  const left = new Set(steps.map(({ name }) => name));
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => {
    log.warn({ left: [...left] }, 'not everything stopped in time; the next start continues from here');
    late.resolve(false);
  }, withinMs);
  const all = async (): Promise<boolean> => {
    for (const { name, stop } of steps) {
      try {
        await stop();
      } catch (err) {
        log.error({ err, part: name }, 'a part of the service failed to stop');
      }
      left.delete(name);
    }
    return true;
  };
  const isDone = await Promise.race([all(), late.promise]);
  clearTimeout(timer);
  return isDone;
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve();
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}

/** So long a page that is being read may take when the service stops. */
const lastPageMs = 3_000;

/** Entries in progress are archived; a slower host is cut off and polled again by the next start. */
export async function stopPolling(
  poller: Poller,
  { http, documents }: Readonly<Record<'http' | 'documents', { stop(): Promise<void> }>>,
): Promise<void> {
  const ended = new AbortController();
  const polled = poller.stop().finally(() => ended.abort());
  await Promise.race([polled, systemTimer.wait(lastPageMs, ended.signal)]);
  await Promise.all([http.stop(), documents.stop()]);
  await polled;
}

/**
 * What SIGHUP does from now on: reload the feeds, as daemons do; but if the terminal in which the service was started is gone, stop it.
 */
export function handleHangup(reload: () => Promise<unknown>, log: Log): { stop(): void } {
  const hadTerminal = process.stderr.isTTY === true;
  const onHangup = (): void => {
    if (hadTerminal && !hasTerminal()) return void process.kill(process.pid, 'SIGTERM');
    reload().catch((err: unknown) => log.error({ err }, 'feeds and topics could not be reloaded'));
  };
  process.on('SIGHUP', onHangup);
  return { stop: () => void process.off('SIGHUP', onHangup) };
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}
