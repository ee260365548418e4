import { expect, test } from 'vitest';
import { affairSettings } from '../../src/stories/affair-settings.ts';
import { createStoryGrouper } from '../../src/stories/group-stories.ts';

/** Whether the second of two articles, some days later, belongs to the affair of the first. */
function isOneAffair(first: readonly [string, string], second: readonly [string, string]): boolean {
  const grouper = createStoryGrouper({ settings: affairSettings });
  const documentOf = ([headline, body]: readonly [string, string], id: string, day: number) => ({
    id,
    language: 'en',
    headline,
    body,
    publishedAt: Temporal.Instant.from(`2031-12-${day}T08:00:00Z`),
  });
  grouper.add(documentOf(first, 'first', 10), 'affair');
  return grouper.decide(documentOf(second, 'second', 17)).storyId === 'affair';
}

test('an affair goes on with its actors', () => {
  expect(
    isOneAffair(
      [
        'Falkner and Lindqvist meet over Ansel bank',
        'The premiers of Oland and Norland want to share the fish of the Ansel bank.',
      ],
      [
        'Norland navy stops trawler of Oland',
        'The trawler was fishing on the Ansel bank, which Lindqvist claims for Norland.',
      ],
    ),
  ).toBe(true);
});

test('a holiday is no affair', () => {
  expect(
    isOneAffair(
      ['Shops in Brenwick fear for Christmas', 'Sales before Christmas are weaker than last year.'],
      ['Homeless sing at Christmas in Vestby', 'The bishop invited them to Christmas in the station.'],
    ),
  ).toBe(false);
});
