import { expect, test } from 'vitest';
import { areSpellingsOfOneName, placeSpellings, surnameSpellings } from '../../src/text/name-spellings.ts';

test.each([
  ['alexei navalny', 'alexey navalny'],
  ['alexei navalny', 'alexej nawalny'],
  ['alexei navalny', 'aleksei navalnij'],
  ['volodymyr zelensky', 'wolodymyr selenskyj'],
  ['volodymyr zelenskyy', 'vladimir zelenski'],
  ['yulia svyrydenko', 'julia swyrydenko'],
  ['mohammed sisi', 'mohamed sissi'],
])('%s is %s', (one, other) => {
  expect(areSpellingsOfOneName(one, other)).toBe(true);
  expect([...surnameSpellings(one.split(' ').at(-1) ?? ''), one.split(' ').at(-1)]).toContain(other.split(' ').at(-1));
});

test.each([
  ['park jin', 'park yin'],
  ['alexei navalny', 'oleg navalny'],
  ['vladimir putin', 'vladimir pushkin'],
  ['john doe', 'joan doe'],
  ['navalny', 'nawalny'],
])('%s is not %s', (one, other) => {
  expect(areSpellingsOfOneName(one, other)).toBe(false);
});

test('knows the other names of a city', () => {
  expect(placeSpellings('Kyiv')).toContain('kiev');
  expect(placeSpellings('Vestby')).toEqual([]);
});
