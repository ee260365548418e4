import { expect, test } from 'vitest';
import { isSameOffice } from '../../../src/answers/who/offices.ts';

test.each([
  ['German Chancellor', 'chancellor of Germany', true],
  ['German Chancellor', 'Bundeskanzler', true],
  ['German Foreign Minister', 'deutsche Außenministerin', true],
  ['prime minister', 'foreign minister', false],
  ['israelischer Verteidigungsminister', 'Foreign Minister', false],
])('%s and %s: one office %s', (one, other, expected) => {
  expect(isSameOffice(one, other)).toBe(expected);
});
