import { describe, expect, test } from 'vitest';
import { appointmentsIn, findReversals } from '../../src/stories/reversals.ts';

const refer = (text: string): { text: string; ref: string } => ({ text, ref: text });
const reversalsOf = (delivered: readonly string[], now: readonly string[], language = 'en') =>
  findReversals(delivered.map(refer), now.map(refer), language);

describe('findReversals', () => {
  test.each([
    [
      'what was not found and was',
      'en',
      'Rescuers have been unable to locate the yachtsman Jonas Holm off Oland.',
      'The yachtsman Jonas Holm was located alive off Oland on Friday.',
    ],
    [
      'a refusal and the act',
      'en',
      'Mayor Ilse Kade refused to resign over the Brenwick bridge.',
      'Ilse Kade resigned as mayor over the Brenwick bridge.',
    ],
    [
      'an office given to another',
      'en',
      'The shipping line Norlinie named Ilse Kade as interim CEO on Monday.',
      'The shipping line Norlinie said Per Holm would return as CEO.',
    ],
    [
      'a denial and the confession',
      'de',
      'Der Kapitän der Norlinde hat den Fehler bestritten.',
      'Der Kapitän der Norlinde hat den Fehler gestanden.',
    ],
  ])('pairs %s', (_, language, before, now) => {
    expect(reversalsOf([before], [now], language)).toEqual([{ beforeRef: before, nowRef: now }]);
  });

  test.each([
    [
      'of other things',
      'Police in Oland said no accomplices had been found.',
      'Police in Oland said several weapons had been found.',
    ],
    [
      'that are only demanded',
      'Mayor Ilse Kade of Brenwick refused to resign.',
      'The council of Brenwick asked Ilse Kade to resign.',
    ],
    ['of somebody else', 'Mayor Ilse Kade refused to resign.', 'Coach Per Holm resigned.'],
  ])('leaves alone facts %s', (_, before, now) => {
    expect(reversalsOf([before], [now])).toEqual([]);
  });

  test('pairs nothing whose reversal was delivered already', () => {
    const turned = 'The yachtsman Jonas Holm was located off Oland on Friday.';
    expect(reversalsOf(['Rescuers were unable to locate Jonas Holm off Oland.', turned], [turned])).toEqual([]);
  });
});

test.each([
  ['The board named Ilse Kade as its new chief executive.', [{ office: 'chief executive', person: 'kade' }]],
  ['Per Holm becomes prime minister of Oland.', [{ office: 'prime minister', person: 'holm' }]],
  ['The prime minister of Oland met Per Holm.', []],
])('reads who takes an office: %s', (text, appointments) => {
  expect(appointmentsIn(text, 'en')).toEqual(appointments);
});
