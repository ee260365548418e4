import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

const textsOf = (text: string, language: string, most?: number) =>
  splitSentences(text, language, most).map((span) => span.text);

test.each([
  ['en', 'Mr. Falkner left.', 1],
  ['en', 'George W. Bush met J. K. Rowling. It rained.', 2],
  ['en', '"Go!" he said.', 1],
  ['de', 'Am 3. Mai begann der Streik. Er dauerte bis zum 5. Juni.', 2],
  ['de', 'Das schrieb der Minister auf X. "Wir werden nicht weichen." Später löschte er das.', 3],
  ['en', 'She announced it on X. Brenwick was shocked.', 2],
  ['en', 'The strike began at 10 p.m. (2100 GMT) on Thursday.', 1],
  ['en', 'Doors open at 8:30 p.m. Friday in Brenwick.', 1],
  ['en', 'The strike began at 10 p.m. on Thursday. Trains stood still until 4 a.m. Nobody was told.', 3],
  ['en', 'It ended at 10 p.m. Brenwick was quiet.', 2],
])('splits in %s: %s', (language, text, count) => {
  expect(textsOf(text, language)).toHaveLength(count);
});

test('gives the place of each sentence', () => {
  const text = 'Nobody came.  Everybody left.';
  expect(splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(textsOf(text, 'en'));
});

test('looks for no more sentences than are wanted, and gives those whole', () => {
  expect(textsOf('Dr. Marsh came. Mr. Falkner left. Nobody stayed.', 'en', 2)).toEqual([
    'Dr. Marsh came.',
    'Mr. Falkner left.',
  ]);
});
