import { expect, test } from 'vitest';
import { isOneLetterApart, sameName } from '../../src/actors/gather-persons.ts';

test.each([
  ['park jin', 'park yin', true],
  ['john smith', 'joan smith', false],
  ['kim jong un', 'kim jong il', false],
  ['mary quill', 'mary t. quill', true],
  ['m. quill', 'mary quill', true],
  ['von der heide', 'ursula von der heide', true],
  ['anna lee', 'bruce lee', false],
  ['gerd maurer', 'gerd mauer', true],
])('"%s" and "%s": %s', (a, b, expected) => {
  expect(sameName(a.split(' '), b.split(' '))).toBe(expected);
});

test.each([
  ['jin', 'yin', true],
  ['hartel', 'hartl', true],
  ['brandt', 'barndt', true],
  ['lee', 'li', false],
  ['brandt', 'bramst', false],
])('"%s" and "%s" are one letter apart: %s', (a, b, expected) => {
  expect(isOneLetterApart(a, b)).toBe(expected);
});
