import { expect, test } from 'vitest';
import { ar } from '../../src/wording/ar/index.ts';
import { en } from '../../src/wording/en/index.ts';
import { plural } from '../../src/wording/plural.ts';
import { ru } from '../../src/wording/ru/index.ts';
import { uk } from '../../src/wording/uk/index.ts';
import { zh } from '../../src/wording/zh/index.ts';

test.each([
  [en, 1, '1 story'],
  [en, 0, '0 stories'],
  [en, 1_234, '1,234 stories'],
  [ru, 1, '1 сюжет'],
  [ru, 3, '3 сюжета'],
  [ru, 5, '5 сюжетов'],
  [ru, 11, '11 сюжетов'],
  [ru, 21, '21 сюжет'],
  [ru, 22, '22 сюжета'],
  [uk, 1, '1 сюжет'],
  [uk, 4, '4 сюжети'],
  [uk, 12, '12 сюжетів'],
  [uk, 31, '31 сюжет'],
  [ar, 1, 'موضوع واحد'],
  [ar, 2, 'موضوعان'],
  [ar, 7, '7 مواضيع'],
  [ar, 11, '11 موضوعًا'],
  [ar, 100, '100 موضوع'],
  [zh, 3, '3个事件'],
])('in %# the form follows the number: %i is "%s"', ({ briefing }, count, told) => {
  expect(briefing.stories(count)).toBe(told);
});

// Polish is not one of our languages: this is the next one that somebody may add.
test('a table with the categories of Polish chooses as Polish does', () => {
  const articles = plural('pl', { one: '# artykuł', few: '# artykuły', many: '# artykułów', other: '# artykułu' });
  expect([1, 2, 5, 12, 22, 1.5].map(articles)).toEqual([
    '1 artykuł',
    '2 artykuły',
    '5 artykułów',
    '12 artykułów',
    '22 artykuły',
    '1,5 artykułu',
  ]);
});
