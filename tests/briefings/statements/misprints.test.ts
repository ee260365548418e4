import { expect, test } from 'vitest';
import { findMisprints } from '../../../src/briefings/statements/misprints.ts';

const often = 'Harbor Minister Anna Weller spoke. Later Anna Weller left.';

test.each([
  ['a letter that is another', 'Anna Veller came by boat.', ['Anna Veller']],
  ['a title before the name', 'Brenwick Harbor Minister Anna Veller came by boat.', ['Anna Veller']],
  ['another person', 'Anna Falkner came by boat.', []],
])('finds %s', (_, text, misprints) => {
  expect(findMisprints([[often, text]])).toEqual(misprints);
});

test('does not treat an ending, or an equally frequent spelling, as a misprint', () => {
  expect(findMisprints([['South Varn won. South Varn lost. The South Varna team left.']])).toEqual([]);
  expect(findMisprints([['Anna Weller spoke.'], ['Anna Veller left.']])).toEqual([]);
});

test('takes the spelling of most articles, however often one of them writes another', () => {
  const wrong = ['Anna Veller spoke. Later Anna Veller left.', 'Anna Veller came back.'];
  expect(findMisprints([wrong, ['Anna Weller spoke.'], ['Anna Weller left.']])).toEqual(['Anna Veller']);
});
