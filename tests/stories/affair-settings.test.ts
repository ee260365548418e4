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

test('a state alone is no affair', () => {
  expect(
    isOneAffair(
      ['Turkish firms invest abroad', 'Companies from Turkey move their production to Egypt, where wages are lower.'],
      ['Turkey beats Egypt at handball', 'In Cairo the handball players of Turkey won the final against Egypt.'],
    ),
  ).toBe(false);
});

test('two states may be one, with what they dispute', () => {
  expect(
    isOneAffair(
      [
        'Turkey and Greece meet over gas',
        'Ministers of Turkey and Greece talked about drilling for gas in the Aegean Sea.',
      ],
      [
        'Greece: Turkey drills for gas again',
        'A Turkish ship is drilling for gas in the Aegean Sea, the navy of Greece says.',
      ],
    ),
  ).toBe(true);
});
