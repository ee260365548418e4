import type { Feed } from '../feeds/entry.ts';
import { toIso } from '../runtime/clock.ts';
import { createKeyedLimiter } from '../runtime/keyed-limiter.ts';
import type { Locks } from '../runtime/locks.ts';
import { type Trace, untraced } from '../runtime/trace.ts';
import type { FeedRow } from '../storage/tables.ts';
import { type FeedAlert, feedAlerts } from './feed-alerts.ts';
import { addressOf } from './feed-health.ts';
import { type PollFeedOptions, type PollResult, pollFeed } from './poll-feed.ts';
import { afterMinutes, spreadStart } from './poll-schedule.ts';
import type { EntryReader } from './read-entry.ts';

export interface PollerOptions extends Omit<PollFeedOptions, 'isStopping'> {
  /** The present ones. */
  readonly feeds: () => readonly Feed[];
  /** Where other processes poll for the same archive. */
  readonly locks?: Pick<Locks, 'take'>;
  readonly trace?: Trace;
  readonly onPolled?: (feed: Feed, result: PollResult) => void;
  /** Alerts the operator that feeds cannot be read, or can be again; false if that failed and should be retried. */
  readonly onAlert?: (alert: FeedAlert) => Promise<boolean>;
}

/** Polls feeds when they are due: hosts in parallel, the feeds of one host one after the other. */
export interface Poller {
  /** Staggers feeds that are due at the same time over the interval, at the start of the service. */
  spread(): Promise<void>;
  /** Hosts of which a feed is due. */
  dueHosts(): Promise<readonly string[]>;
  /** Polls the due feeds of a host, one after the other. Joins a poll in progress; skips a host that another process polls. */
  pollHost(host: string): Promise<readonly PollResult[]>;
  /** Alerts the operator of feeds that cannot be read, or can be again. */
  alertOperator(): Promise<void>;
  /** Polls all due feeds: hosts in parallel, the feeds of one host one after the other. Joins a poll in progress. */
  pollDue(): Promise<void>;
  /** Waits for the entries in hand. */
  stop(): Promise<void>;
}

/** Polls feeds politely and for years: see poll-schedule.ts for when, poll-feed.ts for how. One bad feed never stops another. */
export function createPoller(options: PollerOptions): Poller {
  const { feeds, storage, clock, log, locks, trace = untraced } = options;
  const startedAt = clock.now();
  /** Work in hand, by host. */
  const lines = new Map<string, Promise<readonly PollResult[]>>();
  const readEntry = oneAtATime(options.readEntry);
  let stopping = false;

  return {
    async spread() {
      const due = dueFeeds(await statesById());
      const starts = spreadStart(
        due.map(({ feed, state }) => ({ id: feed.id, lastPolledAt: state?.last_polled_at })),
        clock.now(),
        options.bounds,
      );
      for (const [id, at] of starts) await storage.feeds.update(id, { next_poll_at: toIso(at) });
    },
    dueHosts: async () => [...new Set(dueFeeds(await statesById()).map(hostOf))],
    pollHost,
    alertOperator,
    async pollDue() {
      await alertOperator();
      const hosts = new Set([...(await this.dueHosts()), ...lines.keys()]);
      const results = (await Promise.all([...hosts].map(pollHost))).flat();
      if (results.length > 1 && results.every(({ kind }) => kind === 'failed')) {
        log.error(
          { feeds: results.length },
          'no feed could be read: is the network down? The service keeps running and retries',
        );
      }
    },
    async stop() {
      stopping = true;
      await Promise.allSettled(lines.values());
    },
  };

  async function statesById(): Promise<ReadonlyMap<string, FeedRow>> {
    return new Map((await storage.feeds.states()).map((state) => [state.id, state]));
  }

  function dueFeeds(states: ReadonlyMap<string, FeedRow>): readonly DueFeed[] {
    return feeds()
      .map((feed) => ({ feed, state: states.get(feed.id) }))
      .filter(({ state }) => isDue(state));
  }

  function isDue(state: FeedRow | undefined): boolean {
    if (!state?.next_poll_at) return true;
    const now = clock.now();
    // A clock that was wrong by years, and is right again, must not leave feeds alone for as long.
    const wasSetBack = (state.last_polled_at ?? '') > toIso(now.add({ hours: 1 }));
    return wasSetBack || state.next_poll_at <= toIso(now);
  }

  function pollHost(host: string): Promise<readonly PollResult[]> {
    const known = lines.get(host);
    if (known || stopping) return known ?? Promise.resolve([]);
    const line = pollAlone(host)
      .catch((error: unknown) => {
        // A poll cut short by a stop is not a failure of the feed: the next start polls again.
        if (stopping) return [];
        throw error;
      })
      .finally(() => lines.delete(host));
    lines.set(host, line);
    return line;
  }

  /** A host that another process is asking is left to it. */
  async function pollAlone(host: string): Promise<readonly PollResult[]> {
    const hold = await locks?.take(`poll ${host}`);
    if (locks && !hold) return [];
    try {
      const due = dueFeeds(await statesById()).filter((one) => hostOf(one) === host);
      return await pollLine(due.map(({ feed }) => feed));
    } finally {
      await hold?.release();
    }
  }

  async function pollLine(line: readonly Feed[]): Promise<readonly PollResult[]> {
    const results: PollResult[] = [];
    let restsUntil: Temporal.Instant | undefined;
    for (const feed of line) {
      if (stopping) break;
      const state = await storage.feeds.state(feed.id);
      if (!isDue(state)) continue;
      if (restsUntil) {
        await storage.feeds.update(feed.id, { next_poll_at: toIso(afterMinutes(restsUntil, 1, feed.id)) });
        continue;
      }
      const result = await trace('poll', { feedId: feed.id }, () =>
        pollFeed(feed, state, { ...options, readEntry, isStopping: () => stopping }),
      );
      options.onPolled?.(feed, result);
      results.push(result);
      if (result.kind === 'failed') restsUntil = result.hostRestsUntil;
    }
    return results;
  }

  /** One process sends the alert; the others find it sent. */
  async function alertOperator(): Promise<void> {
    const hold = await locks?.take('feed alerts');
    if (locks && !hold) return;
    try {
      await alertOfFeeds(await statesById());
    } finally {
      await hold?.release();
    }
  }

  async function alertOfFeeds(states: ReadonlyMap<string, FeedRow>): Promise<void> {
    const now = clock.now();
    for (const alert of feedAlerts(feeds(), states, { now, startedAt, everyMinutes: options.bounds.everyMinutes })) {
      const ids = alert.feeds.map(({ feed }) => feed.id);
      if (alert.kind === 'unread') log.error({ feeds: ids }, 'feeds have not been read for three intervals');
      else log.info({ feeds: ids }, 'feeds are read again');
      if ((await options.onAlert?.(alert)) === false) continue;
      const alerted_at = alert.kind === 'unread' ? toIso(now) : null;
      for (const id of ids) await storage.feeds.update(id, { alerted_at });
    }
  }
}

/** An article that feeds of two hosts list at the same time is read once; the second finds it archived. */
function oneAtATime(readEntry: EntryReader): EntryReader {
  const perArticle = createKeyedLimiter(1);
  return (feed, entry, options) => perArticle(entry.id, () => readEntry(feed, entry, options));
}

interface DueFeed {
  readonly feed: Feed;
  readonly state: FeedRow | undefined;
}

function hostOf({ feed, state }: DueFeed): string {
  return new URL(addressOf(feed, state)).host;
}
