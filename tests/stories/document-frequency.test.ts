import { expect, test } from 'vitest';
import { createDocumentFrequency } from '../../src/stories/document-frequency.ts';

const noPrior = { documents: 10, commonTerms: new Set<string>(), commonShare: 0 };

test('without the documents of one affair, its words are as rare as in all other news', () => {
  const frequency = createDocumentFrequency(noPrior);
  const elsewhere = createDocumentFrequency(noPrior);
  for (let document = 0; document < 20; document++) frequency.count(['strait', 'talks'], () => 1, 1);
  for (const one of [frequency, elsewhere]) one.count(['talks', 'budget'], () => 1, 1);
  const left = { documents: 20, count: 20 };
  expect(frequency.idfWithout('strait', left)).toBeCloseTo(elsewhere.idf('strait'));
  expect(frequency.idfWithout('talks', left)).toBeCloseTo(elsewhere.idf('talks'));
  expect(frequency.idf('strait')).toBeLessThan(frequency.idfWithout('strait', left));
});

test('a term is never rarer than unseen, however much is left out', () => {
  const frequency = createDocumentFrequency(noPrior);
  frequency.count(['strait'], () => 1, 1);
  expect(frequency.idfWithout('strait', { documents: 0, count: 5 })).toBe(frequency.idf('unseen'));
});
