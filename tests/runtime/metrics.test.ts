import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/runtime/metrics.ts';

test('polls, entries, articles and the health of feeds are counted in the registry given', async () => {
  const metrics = createMetrics(new Registry());
  metrics.recordPoll({ kind: 'unchanged' });
  metrics.recordPoll({ kind: 'failed', problem: 'status 410', trouble: 'gone' });
  metrics.recordPoll({ kind: 'read', form: 'rss2', entries: 9, stored: 2, states: { stored: 2, 'too-old': 1 } });
  const { contentType, body } = await metrics.render([{ health: 'ok' }, { health: 'ok' }, { health: 'gone' }]);
  expect(contentType).toContain('text/plain');
  const values = Object.fromEntries(
    body
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' ')),
  );
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
  });
});
