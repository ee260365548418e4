import { describe, expect, test } from 'vitest';
import { findCommonTerms, learnsCommonTerms } from '../../src/stories/common-terms.ts';
import { createStoryGrouper } from '../../src/stories/group-stories.ts';
import type { StoryDocument } from '../../src/stories/story-document.ts';

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

/** Reports in Italian on events that have nothing in common but the words that every report has. */
const frame = (news: string): string =>
  `Lo ha detto ieri un portavoce, secondo il quale ${news}. Non è ancora chiaro che cosa questo significhi per chi è stato sul posto, ma si saprà di più nei prossimi giorni.`;
const events = [
  ['Il ponte di Calvora crolla nel fiume', frame('il ponte è crollato dopo la piena')],
  ['Norlinie compra due traghetti', frame('la compagnia comprerà due traghetti coreani')],
  ['Una tempesta chiude le scuole', frame('la neve ha chiuso le scuole')],
  ['Il museo di Tesserin vende un quadro', frame('il museo venderà un quadro per riparare il tetto')],
  ['Gli apicoltori chiedono aiuti', frame('il miele è calato per il freddo')],
  ['Brenwick vince la coppa', frame('la squadra ha segnato due gol nel finale')],
  ['Un incendio distrugge la segheria', frame('un motore ha dato fuoco al legno')],
  ['Il sindaco di Ostrava lascia', frame('il sindaco è malato da mesi')],
] as const;

function reports(): StoryDocument[] {
  return events.map(([headline, body], n) => ({
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
    expect(storiesOf(false).size).toBeLessThan(events.length);
    expect(storiesOf(true).size).toBe(events.length);
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
