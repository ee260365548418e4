import { describe, expect, test } from 'vitest';
import { partWords } from '../../src/articles/part-words.ts';

describe('words glued together where a link was lost', () => {
  test.each([
    ['The minister flew fromNorway, then toSouth Korea.', 'The minister flew from Norway, then to South Korea.'],
    ['Doesaid it again.', 'Doesaid it again.'],
    ['Marlowsaid it. Marlow left.', 'Marlow said it. Marlow left.'],
    ['He was held inFranceto await trial.', 'He was held in France to await trial.'],
    ['The duties rose. It is the dutyhe had feared.', 'The duties rose. It is the duty he had feared.'],
    ['One pilot fell, a Jordanianpilot of (IS)fighters.', 'One pilot fell, a Jordanian pilot of (IS) fighters.'],
    ['They said thatthese rules, however,hold.', 'They said that these rules, however, hold.'],
    ['President Roe Haldenwould visit.', 'President Roe Halden would visit.'],
  ])('%s', (glued, parted) => expect(partWords(glued)).toBe(parted));

  test.each([
    'AUKUS, iPhone, eBay and YouTube are names; the Pakistanis and Israelis met.',
    'Put it aside: Putin, Martin, Clinton and Washington are no two words.',
    'Without a reason the income of the therapist went online, and 1,000 came to x,y.',
  ])('leaves alone: %s', (text) => expect(partWords(text)).toBe(text));
});
