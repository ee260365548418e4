import { expect, test } from 'vitest';
import { readGateText } from '../../../src/briefings/gate/gate-text.ts';
import { readDeeds } from '../../../src/briefings/gate/read-deeds.ts';

const deedsOf = (text: string, language = 'en') =>
  readDeeds(readGateText(text, language)).map(({ verb, before, object, isPassive, isAhead }) => ({
    verb: verb.text,
    before: before.map((word) => word.text),
    object: object.map((word) => word.text),
    isPassive,
    isAhead,
  }));

test('reads who does what, leaving out what stands behind a preposition', () => {
  expect(deedsOf('Growers in the Ulm valley destroyed blossoms with hammers.')).toEqual([
    { verb: 'destroyed', before: ['Growers'], object: ['blossoms'], isPassive: false, isAhead: false },
  ]);
});

test('knows the passive and what is to come', () => {
  expect(deedsOf('The mine was closed by the ministry.')[0]).toMatchObject({ before: ['mine'], isPassive: true });
  expect(deedsOf('Coach Lena Marsh will leave Brenwick.')[0]).toMatchObject({ verb: 'leave', isAhead: true });
  expect(deedsOf('Both sides agreed to reopen the crossing.').at(-1)).toMatchObject({ verb: 'reopen', isAhead: true });
});

test('reads German clauses, whose verb may stand at their end', () => {
  const [deed] = deedsOf('Das Gericht hat den für Montag geplanten Streik in Lundö untersagt.', 'de');
  expect(deed).toMatchObject({ verb: 'untersagt', before: ['Gericht', 'Streik'] });
});
