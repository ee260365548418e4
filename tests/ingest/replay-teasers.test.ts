import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ReplayReport, replayTeasers } from '../../bench/lib/replay-teasers.ts';
import { planTeasers, readTeasers } from '../fakes/fake-site-teasers.ts';

const path = '../shared/dw/corpus/teasers-en-2026.jsonl.gz';

/** `node bench/replay-year.ts` for eight days, with three days down in between. */
describe.skipIf(!existsSync(path))(`eight days of a real feed (skipped without ${path})`, () => {
  let report: ReplayReport;

  beforeAll(async () => {
    const start = Temporal.Instant.from('2026-02-25T17:00:00Z');
    const plan = planTeasers(readTeasers(path), start, 8 * 24);
    report = await replayTeasers({ plan, down: { fromHour: 72, untilHour: 144 } });
  }, 300_000);

  test('every item that was listed during a poll is archived once, with a revision for each headline and lead', () => {
    const { lost, unseen, wrong, archived, revisions } = report.published;
    expect({ lost, unseen, wrong }).toEqual({ lost: [], unseen: [], wrong: [] });
    expect(archived).toBeGreaterThan(100);
    expect(revisions).toBeGreaterThan(archived + 20);
  });

  test('most polls end in "not modified", none comes early, and each page is asked for once a revision', () => {
    const { requests, published, tooEarly } = report;
    expect(report.notModifiedShare).toBeGreaterThan(0.7);
    expect(tooEarly).toEqual([]);
    expect(requests['page ok']).toBe(published.revisions);
    // Of what was posted and left the feed early it is asked whether it is still there.
    expect(requests['page unlisted']).toBeLessThan(published.archived / 3);
  });

  test('after three days down what is still listed comes once, and the next briefing is as long as ever', () => {
    const { onReturn, briefings, missedSlots, firstAfter } = report;
    expect(onReturn.articles).toBeGreaterThan(5);
    expect(onReturn.pages).toBe(onReturn.revisions);
    expect(missedSlots).toBe(3);
    const most = Math.max(...briefings.filter(({ slot }) => slot < '2026-03-01').map(({ stories }) => stories));
    expect(firstAfter?.stories).toBeLessThanOrEqual(most);
    expect(new Set(briefings.map(({ slot }) => slot)).size).toBe(briefings.length);
  });
});
