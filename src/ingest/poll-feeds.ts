import type { Feed } from '../feeds/entry.ts';
import { fetchFeed } from '../feeds/fetch-feed.ts';
import { type Clock, toIso } from '../runtime/clock.ts';
import type { Http } from '../runtime/http.ts';
import type { Log } from '../runtime/log.ts';
import type { Robots } from '../runtime/robots.ts';
import type { Storage } from '../storage/storage.ts';
import type { EntryReader } from './read-entry.ts';

export interface PollerOptions {
  readonly feeds: readonly Feed[];
  readonly everyMinutes: number;
  readonly storage: Storage;
  readonly http: Http;
  readonly robots: Robots;
  readonly readEntry: EntryReader;
  readonly clock: Clock;
  readonly log: Log;
  readonly onPolled?: (feed: Feed, result: PollResult) => void;
}

export type PollResult =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'read'; readonly form: string; readonly entries: number; readonly stored: number }
  | { readonly kind: 'failed'; readonly problem: string };

export interface Poller {
  /** Polls every feed that is due, one host at a time, and archives what is new. Calls while one runs join it. */
  pollDue(): Promise<void>;
  /** Waits for the entry in hand. */
  stop(): Promise<void>;
}

const maximumWaitMinutes = 24 * 60;

/** Polls feeds politely: conditional requests, the server's own pace, back-off to a day on failure. One bad feed never stops another. */
export function createPoller(options: PollerOptions): Poller {
  let running: Promise<void> | undefined;
  let stopping = false;
  return {
    pollDue() {
      running ??= pollAll().finally(() => {
        running = undefined;
      });
      return running;
    },
    async stop() {
      stopping = true;
      await running;
    },
  };

  async function pollAll(): Promise<void> {
    const states = new Map((await options.storage.feeds.states()).map((state) => [state.id, state]));
    const now = toIso(options.clock.now());
    const results: PollResult[] = [];
    for (const feed of options.feeds) {
      if (stopping) return;
      const nextPollAt = states.get(feed.id)?.next_poll_at;
      if (nextPollAt && nextPollAt > now) continue;
      const result = await pollOne(feed, options, () => stopping);
      options.onPolled?.(feed, result);
      results.push(result);
    }
    if (results.length > 1 && results.every(({ kind }) => kind === 'failed')) {
      options.log.error(
        { feeds: results.length },
        'no feed could be read: is the network down? The service goes on and tries again by itself',
      );
    }
  }
}

async function pollOne(feed: Feed, options: PollerOptions, isStopping: () => boolean): Promise<PollResult> {
  const { storage, http, robots, clock, log, everyMinutes } = options;
  const state = await storage.feeds.state(feed.id);
  const polledAt = clock.now();
  const previous = {
    ...(state?.etag ? { etag: state.etag } : {}),
    ...(state?.last_modified ? { lastModified: state.last_modified } : {}),
  };
  const result = await fetchFeed(feed, previous, { http, robots });
  if (result.kind === 'failed') {
    const failures = (state?.failures ?? 0) + 1;
    const problem = result.error.message;
    const waitMinutes = Math.max(backOffMinutes(failures, everyMinutes), (result.error.retryAfterMs ?? 0) / 60_000);
    await storage.feeds.update(feed.id, {
      failures,
      problem,
      last_polled_at: toIso(polledAt),
      next_poll_at: toIso(polledAt.add({ seconds: Math.round(Math.min(waitMinutes, maximumWaitMinutes) * 60) })),
    });
    log.warn({ feedId: feed.id, failures, nextTryMinutes: Math.round(waitMinutes) }, `feed not read: ${problem}`);
    return { kind: 'failed', problem };
  }
  const good = {
    failures: 0,
    problem: null,
    last_polled_at: toIso(polledAt),
    last_success_at: toIso(polledAt),
    next_poll_at: toIso(polledAt.add({ minutes: everyMinutes })),
  };
  if (result.kind === 'unchanged') {
    await storage.feeds.update(feed.id, good);
    return { kind: 'unchanged' };
  }
  const isSeed = !state?.seeded_at;
  let stored = 0;
  let failed = 0;
  for (const entry of result.parsed.entries) {
    // Without the new validators the next poll reads the whole feed again: nothing is lost by stopping here.
    if (isStopping()) return { kind: 'read', form: result.parsed.form, entries: result.parsed.entries.length, stored };
    const outcome = await options.readEntry(feed, entry, { isSeed });
    if (outcome === 'stored') stored++;
    if (outcome === 'fetch-failed') failed++;
  }
  // With an entry left unread the validators are not kept: a 304 would hide it from the next try.
  await storage.feeds.update(feed.id, {
    ...good,
    etag: failed > 0 ? null : (result.etag ?? null),
    last_modified: failed > 0 ? null : (result.lastModified ?? null),
    entry_count: result.parsed.entries.length,
    problem: result.parsed.problems[0] ?? null,
    ...(isSeed ? { seeded_at: toIso(polledAt) } : {}),
  });
  log.info({ feedId: feed.id, entries: result.parsed.entries.length, stored, seed: isSeed }, 'feed read');
  return { kind: 'read', form: result.parsed.form, entries: result.parsed.entries.length, stored };
}

/** An eighth of the interval at first, since most failures pass quickly; doubled each time, to a day. */
function backOffMinutes(failures: number, everyMinutes: number): number {
  return Math.min(Math.max(1, everyMinutes * 2 ** (failures - 4)), maximumWaitMinutes);
}
