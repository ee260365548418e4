import { expect, test } from 'vitest';
import { hasStaleTime } from '../../../src/briefings/message/statement-blocks.ts';

test.each([
  ['en', 'The council meets today.', 1, true],
  ['en', 'The council meets today.', 0, false],
  ['en', 'The council met on Monday.', 3, false],
  ['en', 'The council met on Monday.', 8, true],
  ['en', 'The council met on 3 May.', 30, false],
  ['de', 'Der Rat tagte gestern in Estby.', 2, true],
  ['de', 'Der Rat tagte am Mittwoch.', 9, true],
  ['de', 'Die Heutegasse ist gesperrt.', 9, false],
  ['fr', 'Le conseil se réunit aujourd’hui.', 1, true],
  ['zh', '委员会星期一开会。', 7, true],
])('%s: "%s" after %i days: %s', (language, text, days, isStale) => {
  expect(hasStaleTime(text, language, days)).toBe(isStale);
});
