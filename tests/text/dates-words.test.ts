import { expect, test } from 'vitest';
import { isCalendarWord } from '../../src/text/dates-words.ts';

test.each(['monday', 'sunday', 'may', 'december'])('takes "%s" for a word of the calendar', (word) => {
  expect(isCalendarWord(word)).toBe(true);
});

test.each(['mayor', 'mondays', 'easter', ''])('does not take "%s" for one', (word) => {
  expect(isCalendarWord(word)).toBe(false);
});
