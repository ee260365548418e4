import { expect, test } from 'vitest';
import { findAttributions } from '../../src/reading/find-attributions.ts';
import { readClauses } from '../../src/reading/read-clauses.ts';
import { readText } from '../../src/reading/read-text.ts';

const clausesOf = (text: string, language = 'en') => readClauses(readText(text, language));

test('what is proposed stays proposed in the clause that says what', () => {
  expect(clausesOf('Ministers proposed that states cut their gas use.').map(({ isPossible }) => isPossible)).toEqual([
    true,
    true,
  ]);
  expect(clausesOf('Ministers said that states cut their gas use.').map(({ isPossible }) => isPossible)).toEqual([
    false,
    false,
  ]);
});

test('two negations are none, and "not only" is none', () => {
  expect(clausesOf('Nobody failed the test.')[0]?.isNegated).toBe(false);
  expect(clausesOf('Not only miners marched.')[0]?.isNegated).toBe(false);
  expect(clausesOf('Die Regierung verweigert Hilfe.', 'de')[0]?.isNegated).toBe(true);
});

test('what somebody says ends at a semicolon', () => {
  const [said] = findAttributions(
    readText('Norvia lost contact with a satellite; engineers say a sail did not unfold.', 'en'),
  );
  expect(said?.speaker.map(({ text }) => text)).toEqual(['engineers']);
  expect(said?.said.map(({ text }) => text)).not.toContain('satellite');
  expect(said?.said.map(({ text }) => text)).toContain('sail');
});
