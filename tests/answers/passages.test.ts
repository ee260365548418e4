import { expect, test } from 'vitest';
import { readSentences } from '../../src/answers/article-sentences.ts';
import { passageOf } from '../../src/answers/passages.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const article = makeTestArticle({
  id: 'dw:1',
  headline: 'Norland appoints a new culture minister',
  at: '2031-03-01T08:00:00Z',
  paragraphs: [
    'Norland has appointed Martina Falk as its new minister of culture.',
    'The 52-year-old journalist and news anchor is a member of a far-right party.',
    'With artists in Norland protesting her appointment, she has not been greeted with joy.',
    'Then, on Tuesday, Martina Falk moved into the ministry on the harbor of Vestby.',
    '"I was glad to hear of it. Falk knows every theater of the country," said the actor Jan Roe.',
    'K., who once worked as a docker, is serving a sentence for his role in a theft.',
  ],
});
const lines = readSentences(article);
const passageAt = (place: number) => {
  const line = lines[place];
  const passage = line && passageOf(line, { title: 'Norland culture minister Martina Falk', shown: [] });
  return passage?.map(({ sentence }) => sentence.index);
};

test.each([
  ['an age without a name', 1, [0, 1]],
  ['a pronoun for nobody in the sentence', 2, [0, 1, 2]],
  ['only a connective', 3, [3]],
  ['words whose speaker the next sentence names', 4, undefined],
  ['a pronoun for somebody named by an initial', 6, [6]],
])('shows %s with what it needs', (_, place, indices) => {
  expect(passageAt(place)).toEqual(indices);
});
