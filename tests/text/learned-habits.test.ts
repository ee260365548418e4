import { expect, test } from 'vitest';
import {
  isLearnedAbbreviation,
  learnAbbreviations,
  learnOpeners,
  opensLikeLaterSentence,
} from '../../src/text/learned-habits.ts';
import { splitSentences } from '../../src/text/sentences.ts';

// Each test has a language of its own: what is learned stays.

test('takes a short word for an abbreviation once it mostly stands before a dot within a paragraph', () => {
  const text = 'La Sra. Molina cerró el puente.';
  expect(splitSentences(text, 'es')).toHaveLength(2);
  learnAbbreviations(Array(3).fill('La Sra. Molina habló con la Sra. Peral. Luego cerró el puente.'), 'es');
  expect(splitSentences(text, 'es')).toHaveLength(1);
});

test('a short word that ends paragraphs is none, as a verb at the end of a sentence', () => {
  learnAbbreviations(Array(5).fill('Köprü kapandı. Onu o gün o aç. Belediye onu aç.'), 'tr');
  expect(isLearnedAbbreviation('aç', 'tr')).toBe(false);
});

test('a short word that often stands without a dot is none', () => {
  learnAbbreviations(Array(5).fill('Il ponte di via. La via del porto, la via nuova. È chiusa.'), 'it');
  expect(isLearnedAbbreviation('via', 'it')).toBe(false);
});

test('learns which words open later sentences only', () => {
  for (let article = 0; article < 20; article++)
    learnOpeners(['Міст закрили на рік.', 'Він старий.', 'Міст ремонтують.', 'Він з 1890 року.'], 'uk');
  expect(opensLikeLaterSentence('Він відкриється навесні.', 'uk')).toBe(true);
  expect(opensLikeLaterSentence('«Він відкриється навесні», сказав мер.', 'uk')).toBe(true);
  expect(opensLikeLaterSentence('Міст відкриється навесні.', 'uk')).toBe(false);
  expect(opensLikeLaterSentence('Навесні міст відкриється.', 'uk')).toBe(false);
});

test('learns nothing from two articles', () => {
  for (let article = 0; article < 2; article++) learnOpeners(['Most zamknięto.', 'Jest stary.'], 'pl');
  expect(opensLikeLaterSentence('Jest stary.', 'pl')).toBe(false);
});

test('leaves English and German to their lists', () => {
  learnAbbreviations(Array(9).fill('The qx. ferry of the qx. line left. It was late.'), 'en');
  expect(isLearnedAbbreviation('qx', 'en')).toBe(false);
});
