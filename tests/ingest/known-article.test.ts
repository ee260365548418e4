import { expect, test } from 'vitest';
import { isSilent, type ListingFacts } from '../../src/ingest/known-article.ts';

const instant = (text: string) => Temporal.Instant.from(text);
const running: ListingFacts = {
  seededAt: instant('2026-10-01T12:00:00Z'),
  lastSuccessAt: instant('2026-10-04T12:00:00Z'),
};
const listed = (at: string, wasArchived: boolean) => ({
  ...running,
  earlier: { firstSeenAt: instant(at), wasArchived },
});

test.each<[string, string | undefined, ListingFacts, boolean]>([
  ['all of the first poll', '2026-10-04T12:00:00Z', {}, true],
  ['news since the last poll', '2026-10-04T12:10:00Z', running, false],
  ['what was listed a little late', '2026-10-04T02:00:00Z', running, false],
  ['what a longer list digs out', '2026-10-02T12:00:00Z', running, true],
  [
    'news of a gap of three days',
    '2026-10-02T12:00:00Z',
    { ...running, lastSuccessAt: instant('2026-10-01T12:00:00Z') },
    false,
  ],
  ['an entry without a date', undefined, running, false],
  ['what the first poll could not read', '2026-09-20T00:00:00Z', listed('2026-10-01T11:59:00Z', false), true],
  ['what could not be read for two days', '2026-10-02T09:00:00Z', listed('2026-10-02T09:10:00Z', false), false],
  ['a change of what the first poll archived', '2026-09-20T00:00:00Z', listed('2026-10-01T11:59:00Z', true), false],
])('%s: date %s', (_name, publishedAt, facts, expected) => {
  expect(isSilent(publishedAt ? { publishedAt: instant(publishedAt) } : {}, facts)).toBe(expected);
});
