import type { Timer } from './clock.ts';
import type { Http } from './http.ts';

export interface PaceOptions {
  /** The pause that the host of an address is left between two requests. */
  readonly pauseMs: (url: string) => number | Promise<number>;
  readonly timer: Timer;
}

const keptHosts = 1_000;
const never = new AbortController().signal;

/**
 * The way out at a walk: requests to one host begin at least its pause apart, in the order they were asked for; other hosts do not
 * wait. For pages, of which a feed may list a hundred at once. Throws the signal's reason when aborted while waiting.
 */
export function withPace(http: Http, { pauseMs, timer }: PaceOptions): Http {
  const freeAt = new Map<string, number>();

  /** Takes the host's next free moment and gives how far away it is. */
  function reserve(host: string, pause: number): number {
    const now = timer.nowMs();
    const start = Math.max(now, freeAt.get(host) ?? now);
    if (freeAt.size >= keptHosts) for (const [other, at] of freeAt) if (at <= now) freeAt.delete(other);
    freeAt.set(host, start + pause);
    return start - now;
  }

  return {
    async get(url, options = {}) {
      const pause = await pauseMs(url);
      const host = URL.parse(url)?.host ?? '';
      const waitMs = pause > 0 ? reserve(host, pause) : 0;
      if (waitMs > 0) await timer.wait(waitMs, options.signal ?? never);
      options.signal?.throwIfAborted();
      return http.get(url, options);
    },
  };
}
