import { describe, expect, test } from 'vitest';
import { fold, termOf, termsOf } from '../../src/language/terms.ts';

describe('termsOf', () => {
  test.each([
    ['en', 'The bridges were closing.', ['bridg', 'close']],
    ['en', "Falkner's ship, Falkner’s ships", ['falkner', 'ship', 'falkner', 'ship']],
    ['en', 'It was the one that they had', []],
    ['de', 'Die Brücken wurden gesperrt', ['bruck', 'gesperrt']],
    ['xx', 'Brücken 12', ['brucken', '12']],
  ])('%s: "%s"', (language, text, terms) => {
    expect(termsOf(text, language)).toEqual(terms);
  });

  test('gives a word the same term when asked again, and a stop word none', () => {
    expect([termOf('Bridges', 'en'), termOf('Bridges', 'en')]).toEqual(['bridg', 'bridg']);
    expect([termOf('The', 'en'), termOf('The', 'en')]).toEqual([undefined, undefined]);
  });

  test('keeps the languages’ terms apart', () => {
    expect(termOf('die', 'de')).toBeUndefined();
    expect(termOf('die', 'en')).toBe('die');
  });
});

describe('fold', () => {
  test.each([
    ['OLAND', 'oland'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['it`s', "it's"],
    ['it’s', "it's"],
    ['soft\u00ADhyphen', 'softhyphen'],
    ['Ёлка', 'елка'],
    ['Новый', 'новый'],
    ['Україні', 'україні'],
    ['Ταχύς', 'ταχυς'],
    ['افتُتح', 'افتتح'],
    ['می\u200Cرود', 'میرود'],
    ['पुल', 'पुल'],
    ['সেতু', 'সেতু'],
    ['मेरा क़दम', 'मेरा कदम'],
  ])('"%s" to "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});
