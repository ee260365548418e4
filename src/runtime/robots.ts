import { LRUCache } from 'lru-cache';
import parseRobots from 'robots-parser';
import { byteLimits } from '../text/limits.ts';
import type { Clock } from './clock.ts';
import type { Http } from './http.ts';

/** Whether a site wants its pages to be fetched by us. */
export interface Robots {
  allows(url: string): Promise<boolean>;
}

interface Rules {
  readonly allows: (url: string) => boolean;
  readonly pauseMs: number;
  readonly until: Temporal.Instant;
}

const keepHours = { read: 24, unreachable: 1 } as const;
const maxOrigins = 1000;
const maxPauseSeconds = 60;

/**
 * Reads robots.txt once a day for each origin. Without one (4xx) everything is allowed; so it is while the server fails or hangs,
 * but then it is fetched again within the hour.
 */
export function createRobots({
  http,
  userAgent,
  clock,
}: {
  http: Http;
  userAgent: string;
  clock: Clock;
}): Robots & { pauseMs(url: string): Promise<number> } {
  const known = new LRUCache<string, Promise<Rules>>({ max: maxOrigins });

  async function rulesOf(origin: string): Promise<Rules> {
    const pending = known.get(origin);
    const rules = await pending;
    if (rules && Temporal.Instant.compare(clock.now(), rules.until) < 0) return rules;
    // Somebody else may have asked again while this waited.
    const newer = known.get(origin);
    if (newer && newer !== pending) return newer;
    const read = readRules(origin, { http, userAgent, now: clock.now() });
    known.set(origin, read);
    return read;
  }

  return {
    async allows(url) {
      return (await rulesOf(new URL(url).origin)).allows(url);
    },
    /** The crawl delay that the site requests, at most a minute; 0 without one. */
    async pauseMs(url) {
      return (await rulesOf(new URL(url).origin)).pauseMs;
    },
  };
}

async function readRules(
  origin: string,
  { http, userAgent, now }: { http: Http; userAgent: string; now: Temporal.Instant },
): Promise<Rules> {
  const address = `${origin}/robots.txt`;
  try {
    const { status, body } = await http.get(address, { maxBytes: byteLimits.robots });
    const until = now.add({ hours: status >= 500 ? keepHours.unreachable : keepHours.read });
    if (status !== 200) return { ...unruled, until };
    const robots = parse(address, new TextDecoder().decode(body));
    const pauseSeconds = Number(robots.getCrawlDelay(userAgent)) || 0;
    return {
      allows: (url) => robots.isAllowed(url, userAgent) ?? true,
      pauseMs: 1_000 * Math.min(Math.max(0, pauseSeconds), maxPauseSeconds),
      until,
    };
  } catch {
    // An unavailable robots.txt forbids nothing; the fetch of the page itself will show what is wrong with the host.
    return { ...unruled, until: now.add({ hours: keepHours.unreachable }) };
  }
}

const unruled = { allows: () => true, pauseMs: 0 };

// A CommonJS package whose types promise an ES default export.
const parse = parseRobots as unknown as (
  url: string,
  text: string,
) => {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
};
