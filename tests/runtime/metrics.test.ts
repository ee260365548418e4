import { readFileSync } from 'node:fs';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createMetrics, type Metrics, type ServiceFigures } from '../../src/runtime/metrics.ts';
import { createDiscordMetrics, createSlackMetrics } from '../../src/runtime/platform-metrics.ts';

const figures: ServiceFigures = {
  feeds: [],
  articles: 0,
  stories: 0,
  subscriptions: 0,
  deliveries: {},
  unready: [],
};

async function valuesOf(metrics: Metrics, of: Partial<ServiceFigures> = {}) {
  const { contentType, body } = await metrics.render({ ...figures, ...of });
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return { contentType, values: Object.fromEntries(lines.map((line) => line.split(' '))) };
}

test('polls, entries, articles and the health of feeds are counted in the registry given', async () => {
  const metrics = createMetrics(new Registry());
  metrics.recordPoll({ kind: 'unchanged' });
  metrics.recordPoll({ kind: 'failed', problem: 'status 410', trouble: 'gone' });
  metrics.recordPoll({ kind: 'read', form: 'rss2', entries: 9, stored: 2, states: { stored: 2, 'too-old': 1 } });
  const feeds = [
    { id: 'a', health: 'ok', lastSuccessAt: Temporal.Instant.from('2026-05-06T08:00:00Z') },
    { id: 'b', health: 'ok' },
    { id: 'c', health: 'gone' },
  ];
  const { contentType, values } = await valuesOf(metrics, { feeds });
  expect(contentType).toContain('text/plain');
  expect(values).toMatchObject({
    'kurzwelle_polls_total{outcome="unchanged"}': '1',
    'kurzwelle_polls_total{outcome="failed-gone"}': '1',
    'kurzwelle_polls_total{outcome="read"}': '1',
    'kurzwelle_entries_total{state="stored"}': '2',
    'kurzwelle_entries_total{state="too-old"}': '1',
    kurzwelle_articles_archived_total: '2',
    'kurzwelle_feeds{health="ok"}': '2',
    'kurzwelle_feeds{health="gone"}': '1',
    'kurzwelle_feeds{health="stale"}': '0',
    'kurzwelle_feed_last_read_timestamp_seconds{feed="a"}': '1778054400',
  });
});

test('calls, requests to platforms, pauses and delays are counted, and the figures of now are shown', async () => {
  const metrics = createMetrics(new Registry());
  metrics.recordCall({ kind: 'command', name: 'who' }, 'refused', 0.2);
  metrics.recordRequest('discord', 'post', 'retryable', 1.5);
  metrics.recordPause('discord', 'workspace', 2.5);
  metrics.recordDelivered(42);
  metrics.recordDelivered(-1);
  metrics.recordStep('compose', 0.3);
  const { values } = await valuesOf(metrics, {
    articles: 7,
    stories: 3,
    deliveries: { dead: 2 },
    model: { written: 4, quoted: 1, dropped: 6 },
    disk: { free: 1_000, database: 500 },
    unready: [{ check: 'disk' }],
  });
  expect(values).toMatchObject({
    'kurzwelle_calls_total{kind="command",name="who",outcome="refused"}': '1',
    'kurzwelle_call_seconds_count{kind="command"}': '1',
    'kurzwelle_chat_requests_total{platform="discord",what="post",outcome="retryable"}': '1',
    'kurzwelle_chat_pause_seconds_total{platform="discord"}': '2.5',
    'kurzwelle_delivery_delay_seconds_bucket{le="60"}': '2',
    'kurzwelle_step_seconds_count{step="compose"}': '1',
    kurzwelle_articles: '7',
    kurzwelle_stories: '3',
    'kurzwelle_deliveries{state="dead"}': '2',
    'kurzwelle_deliveries{state="due"}': '0',
    'kurzwelle_model_texts{outcome="quoted"}': '1',
    kurzwelle_disk_free_bytes: '1000',
    kurzwelle_ready: '0',
    'kurzwelle_unready{check="disk"}': '1',
  });
  const again = (await valuesOf(metrics)).values;
  expect(again).toMatchObject({ kurzwelle_ready: '1', kurzwelle_disk_free_bytes: 'Nan' });
  expect(again).not.toHaveProperty('kurzwelle_unready{check="disk"}');
});

/** All that a service can have. */
async function everyMetric() {
  const registry = new Registry();
  createMetrics(registry);
  createSlackMetrics(registry);
  createDiscordMetrics(registry, () => ({
    gateway: { ready: 1, reconnecting: 0, lost: 0 },
    invalidRequests: 0,
    withoutOwnLook: 0,
    unreadablePackets: 0,
    rateLimited: { user: 0, global: 0, shared: 0 },
  }));
  return await registry.getMetricsAsJSON();
}

test('docs/observability.md lists every metric with its kind, and none that there is not', async () => {
  const rows = [...readFileSync('docs/observability.md', 'utf8').matchAll(/^\| `([a-z_0-9]+)` \| (\w+) \|/gm)];
  const documented = rows.map(([, name, kind]) => ({ name, kind }));
  const registered = (await everyMetric()).map(({ name, type }) => ({ name, kind: String(type) }));
  const byName = (one: { name?: string | undefined }, other: { name?: string | undefined }) =>
    (one.name ?? '').localeCompare(other.name ?? '');
  expect(documented.toSorted(byName)).toEqual(registered.toSorted(byName));
});

test('every expression of the Grafana dashboard asks for metrics that there are', async () => {
  const names = new Set(
    (await everyMetric()).flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
  const dashboard = JSON.parse(readFileSync('deploy/grafana/kurzwelle.json', 'utf8')) as {
    panels: { title: string; targets?: { expr: string }[] }[];
  };
  const expressions = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  expect(expressions.length).toBeGreaterThan(12);
  const asked = expressions.flatMap((expr) => expr.match(/\b(?:kurzwelle|process|nodejs)_\w+/g) ?? []);
  expect(expressions.filter((expr) => !/\b(?:kurzwelle|process|nodejs)_/.test(expr))).toEqual([]);
  expect(asked.filter((name) => !names.has(name))).toEqual([]);
});
