import { beforeAll, describe, expect, test } from 'vitest';
import { checkPoliteness } from '../../bench/lib/check-politeness.ts';
import { runSoak, type SoakReport } from '../../bench/lib/run-soak.ts';

/** `node bench/soak.ts` in small: 20 feeds of two publishers, a simulated day. */
describe('a day with feeds that change, fail, move and lie', () => {
  let report: SoakReport;

  beforeAll(async () => {
    report = await runSoak({
      seed: 'small soak',
      start: Temporal.Instant.from('2026-03-02T00:00:00Z'),
      hours: 24,
      feeds: 20,
    });
  });

  test('sees all kinds of answers', () => {
    const { requests } = report;
    const troubles = Object.keys(requests).filter((name) => !/ok|not-modified|robots/.test(name));
    expect(troubles.length).toBeGreaterThan(5);
    expect(requests['page ok']).toBeGreaterThan(100);
    expect(requests['feed not-modified']).toBeGreaterThan(20);
  });

  test('archives every entry that could be read, with each revision once', () => {
    const { archived, lost, unseen, wrong } = report.published;
    expect({ lost, unseen, wrong }).toEqual({ lost: [], unseen: [], wrong: [] });
    expect(archived).toBeGreaterThan(100);
  });

  test('leaves the archive sound', () => {
    expect(report.problems).toEqual([]);
  });

  test('asks no host more often than allowed, and one thing at a time', () => {
    expect(report.tooEarly).toEqual([]);
    expect(report.tooLate).toEqual([]);
    expect(report.mostAtOnce).toBe(1);
  });
});

test('a feed is asked again early only where the service stopped waiting for its answer', () => {
  const start = Temporal.Instant.from('2026-03-02T00:00:00Z');
  const poll = { kind: 'feed', id: 'f1', host: 'h', outcome: 'ok', isConditional: false, open: 1 } as const;
  const polls = [0, 2].map((minute) => ({ ...poll, minute }));
  const tooEarly = (timedOut: Parameters<typeof checkPoliteness>[1]['timedOut']) =>
    checkPoliteness(polls, { start, timedOut }).tooEarly;
  expect(tooEarly([])).toEqual(['f1 at minute 0: ok, asked again at 2']);
  expect(tooEarly([{ feedId: 'f1', at: start.toString() }])).toEqual([]);
  expect(tooEarly([{ feedId: 'f2', at: start.toString() }])).toHaveLength(1);
});
