import { expect, test } from 'vitest';
import { fitsSearch, readSearch } from '../../src/answers/search.ts';

const texts = ['Flood hits Sarwana', 'The panel on forced labor met in Seoul.', 'Nothing was forced. Labor was cheap.'];

test.each([
  ['flood', true],
  ['flood NOT Sarwana', false],
  ['flood AND NOT Sarwana', false],
  ['flood -sarwana', false],
  ['flood NOT Tokyo', true],
  ['"forced labor"', true],
  ['“forced labor” panel', true],
  ['"labor forced"', false],
  ['flood NOT "forced labor"', false],
  ['flood NOT "labor forced"', true],
  ['co-operation', true],
  ['"', true],
])('%s fits: %s', (typed, fits) => {
  expect(fitsSearch(texts, 'en', readSearch(typed, 'en'))).toBe(fits);
});

test('looks for what is wanted alone, in any or all of its words', () => {
  expect(readSearch('floods AND rescue NOT Sarwana', 'en')).toMatchObject({ terms: ['flood', 'rescu'], isAny: false });
  expect(readSearch('gas OR coal', 'en')).toMatchObject({ terms: ['gas', 'coal'], isAny: true });
  expect(readSearch('war and peace or not', 'en')).toMatchObject({ without: [], isAny: false });
});
