import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { composeWeek } from '../../src/briefings/compose-week.ts';
import { defaultRankWeights } from '../../src/briefings/ranking/rank-factors.ts';
import { runSync } from '../../src/runtime/yield-to-event-loop.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const request = {
  id: 'b',
  interest: 'everything',
  language: 'en',
  length: 'normal',
  maxStories: 5,
  windowStart: Temporal.Instant.from('2027-05-03T06:00:00Z'),
  windowEnd: Temporal.Instant.from('2027-05-10T06:00:00Z'),
} as const;

function reportOf(id: string, day: string, headline: string, text: string): Article {
  return makeTestArticle({ id: `dw:${id}`, at: `2027-05-${day}T12:00:00Z`, headline, paragraphs: [text] });
}

const opened = reportOf(
  '1',
  '04',
  'Peru: Norlinie trial opens',
  'The trial of four managers of the ferry company Norlinie opened in Varn on Tuesday.',
);
const verdict = reportOf(
  '2',
  '08',
  'Peru: Norlinie managers sentenced',
  'A court has sentenced two managers of Norlinie to three years in prison for the sinking of a ferry.',
);

function week(...articles: readonly Article[]): readonly (readonly string[])[] {
  const material = [{ storyId: '1', articles, delivered: [] }];
  const { stories } = runSync(composeWeek(request, material, { weights: defaultRankWeights }));
  return stories.map(({ title, statements }) => [title, ...statements.map(({ text }) => text)]);
}

const textOf = ({ sentences }: Article): string => sentences[0]?.text ?? '';

test('an affair is told by its first and its last state', () => {
  expect(week(opened, verdict)).toEqual([[verdict.headline, textOf(opened), textOf(verdict)]]);
});

test('a first day that tells of something else in the same state is left out', () => {
  const stranger = reportOf(
    '3',
    '04',
    'Peru votes on a new parliament',
    'Voters in Peru elected a parliament on Tuesday, and 61 percent of them took part.',
  );
  expect(week(stranger, verdict)).toEqual([[verdict.headline, textOf(verdict)]]);
  // The next report of the first days is tried in its place.
  expect(week(stranger, opened, verdict)).toEqual([[verdict.headline, textOf(opened), textOf(verdict)]]);
});

test('what was published before the week is none of its states', () => {
  const earlier = reportOf(
    '4',
    '01',
    'Peru: Norlinie managers charged',
    'Prosecutors in Peru have charged four managers of Norlinie with the deaths of 31 passengers.',
  );
  expect(week(earlier, opened, verdict)).toEqual([[verdict.headline, textOf(opened), textOf(verdict)]]);
  expect(week(earlier, verdict)).toEqual([]);
});
