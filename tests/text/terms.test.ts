import { describe, expect, test } from 'vitest';
import { fold, termOf, termsOf, wordsOf } from '../../src/text/terms.ts';

describe('termsOf', () => {
  test.each([
    ['en', 'The bridges were closing.', ['bridg', 'close']],
    ['en', "Falkner's ship, Falkner’s ships", ['falkner', 'ship', 'falkner', 'ship']],
    ['en', 'It was the one that they had', []],
    ['de', 'Die Brücken wurden gesperrt', ['bruck', 'gesperrt']],
    ['xx', 'Brücken 12 1234567', ['bruck', '12', '1234567']],
    ['sr', 'Председника председник председништво', ['предс', 'предс', 'предс']],
    ['hi', 'सरकारों सरकार', ['सरकार', 'सरकार']],
    ['zh', '德国总理', ['德国', '总理']],
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

test.each(['en', 'de'])('words of plain %s text are those of Intl.Segmenter', (language) => {
  const texts = [
    "Ana Ruiz's 1,200-ton U.S. ship isn't at 3.5 knots; 24/7, a:b a.b 1;2 a1.2b 3.a a.3",
    '\'tis _ _x_ __ ___ a_b x_ 10-20 @name #tag foo.bar@x.com http://a.b/c?d=1&e=2 $5m (f.b.i.) "Yes," 5\'4',
  ];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  for (const text of texts) {
    const segments = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
    expect(wordsOf(text, language)).toEqual(
      segments.map(({ segment, index }) => ({ text: segment, start: index, end: index + segment.length })),
    );
  }
});
