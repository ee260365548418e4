import { Counter, Gauge, type Registry } from 'prom-client';
import type { PollResult } from '../ingest/poll-feed.ts';

/** What the service counts, in the text format of Prometheus. */
export interface Metrics {
  recordPoll(result: PollResult): void;
  /** All of it, with the feeds' health of now. */
  render(
    feeds: readonly { readonly health: string }[],
  ): Promise<{ readonly contentType: string; readonly body: string }>;
}

const healths = ['ok', 'new', 'failing', 'gone', 'html', 'empty', 'stale'];

/** Counters and gauges of the service in a registry of its own. */
export function createMetrics(registry: Registry): Metrics {
  const registers = [registry];
  const polls = new Counter({
    name: 'kurzwelle_polls_total',
    help: 'Polls of feeds by outcome; a failed one by its trouble.',
    labelNames: ['outcome'],
    registers,
  });
  const entries = new Counter({
    name: 'kurzwelle_entries_total',
    help: 'Entries of feeds that were new or changed, by what became of them.',
    labelNames: ['state'],
    registers,
  });
  const articles = new Counter({
    name: 'kurzwelle_articles_archived_total',
    help: 'Articles archived, each revision counted.',
    registers,
  });
  const feedsByHealth = new Gauge({
    name: 'kurzwelle_feeds',
    help: 'Configured feeds by health.',
    labelNames: ['health'],
    registers,
  });
  return {
    recordPoll(result) {
      polls.inc({ outcome: result.kind === 'failed' ? `failed-${result.trouble}` : result.kind });
      if (result.kind !== 'read') return;
      articles.inc(result.stored);
      for (const [state, count] of Object.entries(result.states)) entries.inc({ state }, count);
    },
    async render(feeds) {
      const counts = Map.groupBy(feeds, ({ health }) => health);
      for (const health of healths) feedsByHealth.set({ health }, counts.get(health)?.length ?? 0);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
