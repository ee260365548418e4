import { getHeapStatistics } from 'node:v8';
import { systemTimer, type Timer } from './clock.ts';

/** What the process takes: bytes of its heap as the system counts them, and CPU so far, in milliseconds. */
export interface Usage {
  readonly heapBytes: number;
  readonly cpuMs: number;
}

export interface SparingOptions {
  readonly timer?: Timer;
  readonly usage?: () => Usage;
  /** Collects garbage and releases memory; requires Node's `--expose-gc`. */
  readonly collect?: (() => void) | undefined;
}

/** How often it is looked. */
const lookMs = 5_000;
/** Of one core, since the last look: with more the service is at work. */
const idleShare = 0.05;
/** A collection blocks everything for some 50 ms of CPU: less growth than this is not worth it. */
const worthIt = 1.2;

/**
 * Gives memory back to the system that work has left behind, the reading of the program's own code first of all. V8 keeps what it took
 * once, for as long as little is asked of it. Waits until nothing is being done; without `--expose-gc` nothing happens.
 */
export function startSparing({
  timer = systemTimer,
  usage = usageOfProcess,
  collect = collectAll(),
}: SparingOptions = {}): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const ended = collect ? look(collect) : Promise.resolve();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };

  async function look(giveBack: () => void): Promise<void> {
    let last = { ...usage(), atMs: timer.nowMs() };
    let keptBytes = 0;
    while (!stopping.signal.aborted) {
      await timer.wait(lookMs, stopping.signal);
      const now = { ...usage(), atMs: timer.nowMs() };
      const isIdle = now.cpuMs - last.cpuMs < (now.atMs - last.atMs) * idleShare;
      if (isIdle && now.heapBytes > keptBytes * worthIt && !stopping.signal.aborted) {
        giveBack();
        keptBytes = usage().heapBytes;
      }
      last = now;
    }
  }
}

function usageOfProcess(): Usage {
  const { user, system } = process.cpuUsage();
  return { heapBytes: getHeapStatistics().total_physical_size, cpuMs: (user + system) / 1_000 };
}

/** What V8 does before it would run out of memory: only this also lets go of the pages that a collection has emptied. */
function collectAll(): (() => void) | undefined {
  const { gc } = globalThis;
  return gc && (() => void gc({ type: 'major', execution: 'sync', flavor: 'last-resort' }));
}
