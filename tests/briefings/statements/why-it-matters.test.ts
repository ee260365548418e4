import { expect, test } from 'vitest';
import { whyItMatters } from '../../../src/briefings/statements/why-it-matters.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const at = '2027-05-03T09:00:00Z';
const why = (paragraphs: readonly string[], said: readonly string[] = [], language = 'en') =>
  whyItMatters([makeTestArticle({ id: 'dw:1', at, headline: 'Rate rises', language, paragraphs })], said)?.text;

test('under a subhead that asks, it is what follows from the news, not a detail', () => {
  const detail = 'Coach Mara Ebner expects the guests from Varn to keep the ball and wants an early attack.';
  const consequence = 'A defeat would end the hopes of Brenwick for a place in the quarterfinals of the cup.';
  expect(why(['Brenwick plays Varn.', '## A place in the quarterfinals at stake', detail])).toBeUndefined();
  expect(why(['Brenwick plays Varn.', '## A place in the quarterfinals at stake', `${detail} ${consequence}`])).toBe(
    consequence,
  );
});

test('a precedent in the title is not repeated', () => {
  const precedent = 'Die Notenbank von Brevia wird am Donnerstag zum ersten Mal seit Juli 2016 die Zinsen erhöhen.';
  expect(why([precedent], ['Brevia: Die Inflation steigt'], 'de')).toBe(precedent);
  expect(why([precedent], ['Notenbank vor der ersten Zinserhöhung seit elf Jahren'], 'de')).toBeUndefined();
});
