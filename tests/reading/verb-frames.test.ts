import { expect, test } from 'vitest';
import { readText } from '../../src/reading/read-text.ts';
import { readVerbFrames } from '../../src/reading/verb-frames.ts';

const framesOf = (text: string, language = 'en') =>
  readVerbFrames(readText(text, language)).map(({ verb, before, object, isPassive, isFuture }) => ({
    verb: verb.text,
    before: before.map((word) => word.text),
    object: object.map((word) => word.text),
    isPassive,
    isFuture,
  }));

test('reads agent and patient without prepositional phrases', () => {
  expect(framesOf('Growers in the Ulm valley destroyed blossoms with hammers.')).toEqual([
    { verb: 'destroyed', before: ['Growers'], object: ['blossoms'], isPassive: false, isFuture: false },
  ]);
});

test('recognizes the passive and the future', () => {
  expect(framesOf('The mine was closed by the ministry.')[0]).toMatchObject({ before: ['mine'], isPassive: true });
  expect(framesOf('Coach Lena Marsh will leave Brenwick.')[0]).toMatchObject({ verb: 'leave', isFuture: true });
  expect(framesOf('Both sides agreed to reopen the crossing.').at(-1)).toMatchObject({
    verb: 'reopen',
    isFuture: true,
  });
});

test('reads German clauses, whose verb may come last', () => {
  const [frame] = framesOf('Das Gericht hat den für Montag geplanten Streik in Lundö untersagt.', 'de');
  expect(frame).toMatchObject({ verb: 'untersagt', before: ['Gericht', 'Streik'] });
});
