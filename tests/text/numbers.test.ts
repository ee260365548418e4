import { expect, test } from 'vitest';
import { numbersIn, numberValue } from '../../src/text/numbers.ts';

test.each([
  ['en', 'They spent 2.5 million euros on three bridges.', [2_500_000, 3]],
  ['en', 'A hundred? No, 12 dozen.', [144]],
  ['de', 'Der Bau kostete 1.200 Euro, dann 3,5 Milliarden.', [1200, 3_500_000_000]],
  ['de', 'Es waren 2 Billionen.', [2e12]],
  ['es', 'Costó 20 mil millones y 3.5 millones más.', [2e10, 3_500_000]],
  ['fr', 'Il a coûté 3,5 milliards d’euros.', [3_500_000_000]],
  ['ru', 'Потрачено 200 млрд и 3,5 тыс. рублей.', [2e11, 3500]],
  ['pl', 'Wydano 5 milionów złotych.', [5_000_000]],
  ['tr', 'Köprü 12 milyon liraya mal oldu.', [12_000_000]],
  ['ar', 'تضرر ٢٠٬٥٠٠ شخص وبلغت الخسائر ٣٫٥ مليون.', [20_500, 3_500_000]],
  ['fa', 'خسارت ۱۲ میلیارد بود.', [12_000_000_000]],
  ['hi', '२०,००,००० लोग और 3 करोड़ रुपये।', [2_000_000, 30_000_000]],
  ['bn', 'ক্ষতি ৫ কোটি টাকা।', [50_000_000]],
  ['zh', '造成200万人受灾，损失3.5亿元。', [2_000_000, 350_000_000]],
  ['am', 'ወጪው 5 ሚሊዮን ብር ነው።', [5_000_000]],
  ['sw', 'Daraja liligharimu shilingi milioni 5.', [5_000_000]],
])('reads numbers in %s: %s', (language, text, values) => {
  expect(numbersIn(text, language).map(({ value }) => value)).toEqual(values);
});

test('prints a number with what multiplies it', () => {
  expect(numbersIn('It cost 2.5 million euros.', 'en')[0]?.text).toBe('2.5 million');
  expect(numbersIn('Iligharimu shilingi milioni 5.', 'sw')[0]?.text).toBe('milioni 5');
});

test.each([
  ['1,234,567', 'en', 1_234_567],
  ['1.234.567', 'en', 1_234_567],
  ['1.234,5', 'en', 1234.5],
  ['1.500', 'en', 1.5],
  ['1.500', 'de', 1500],
  ['3,5', 'en', 3.5],
  ['12.05.2022', 'de', undefined],
  ['１２', 'zh', 12],
  ['½', 'en', undefined],
])('reads %s in %s', (word, language, value) => expect(numberValue(word, language)).toBe(value));
