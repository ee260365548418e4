import { describe, expect, test } from 'vitest';
import { findCommonTerms, learnsCommonTerms } from '../../src/stories/common-terms.ts';
import { createStoryGrouper } from '../../src/stories/group-stories.ts';
import type { StoryDocument } from '../../src/stories/story-document.ts';
import { italianReports } from '../fixtures/italian-reports.ts';

test.each([
  ['it', true],
  ['sr', true],
  ['xx', true],
  ['en', false],
  ['uk', false],
  ['zh', false],
  ['th', false],
])('common words of %s are learned: %s', (language, isLearned) => {
  expect(learnsCommonTerms(language)).toBe(isLearned);
});

function reports(): StoryDocument[] {
  return italianReports.map(([headline, body], n) => ({
    id: `r${n}`,
    language: 'it',
    headline,
    body,
    publishedAt: Temporal.Instant.from('2031-03-01T08:00:00Z').add({ hours: n }),
  }));
}

test('what most reports share are the common words of the language', () => {
  const terms = findCommonTerms(reports());
  expect([...terms.keys()]).toEqual(expect.arrayContaining(['la', 'che', 'per']));
  expect([...terms.keys()]).not.toContain('ponte');
  expect(terms.get('che')).toBeGreaterThanOrEqual(0.5);
});

describe('the first reports of a language without a list of stop words', () => {
  function storiesOf(isExpected: boolean): Set<string> {
    const grouper = createStoryGrouper();
    if (isExpected) grouper.expect(reports());
    return new Set(
      reports().map((report) => {
        const storyId = grouper.decide(report).storyId ?? report.id;
        grouper.add(report, storyId);
        return storyId;
      }),
    );
  }

  test('are as many stories as events once they were expected', () => {
    expect(storiesOf(false).size).toBeLessThan(italianReports.length);
    expect(storiesOf(true).size).toBe(italianReports.length);
  });

  test('are grouped the same after a restart', () => {
    const grouper = createStoryGrouper();
    grouper.expect(reports());
    const resumed = createStoryGrouper({ background: grouper.background() });
    resumed.expect(reports().slice(0, 6));
    expect(resumed.background()).toEqual(grouper.background());
    expect(Object.keys(resumed.background().it?.learned ?? {})).toContain('che');
  });
});
