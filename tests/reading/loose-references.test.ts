import { expect, test } from 'vitest';
import { hasLoosePronoun, openingNoun } from '../../src/reading/loose-references.ts';

test.each([
  ['Twelve years later, they sold the harbor to a rival.', true],
  ['Some states said it would reach billions.', true],
  ['In it, a director tells the story of old trees.', true],
  ['The dockers said they would be back on Monday.', false],
  ['Norland said it would sell the port.', false],
  ['In Vestby it is unclear who will pay.', false],
  ['That makes it hard to plan.', false],
  ['The company opened its harbor to ships.', false],
])('whether a pronoun of %j stands for nothing in it: %s', (text, expected) => {
  expect(hasLoosePronoun(text, 'en')).toBe(expected);
});

test('finds no pronoun in a language whose lexicon has none', () => {
  expect(hasLoosePronoun('Zwölf Jahre später verkauften sie den Hafen.', 'de')).toBe(false);
});

test.each([
  ['The tentative deal was signed in November.', 'deal'],
  ['The plan will also help Norland.', 'plan'],
  ['The new head of state arrived on Monday.', undefined],
  ['The Norland deal was signed.', undefined],
  ['The people who left had no choice.', undefined],
  ['The government resigned.', undefined],
  ['A deal was signed.', undefined],
])('%j opens with something known: %s', (text, expected) => {
  expect(openingNoun(text, 'en')).toBe(expected);
});
