import { expect, test } from 'vitest';
import { joinPassages } from '../../src/answers/passages.ts';
import { quoteSentence } from '../../src/briefings/statements/quote-sentence.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const article = makeTestArticle({
  id: 'dw:1',
  headline: 'News',
  at: '2031-03-20T08:00:00Z',
  paragraphs: ['Ruth Hagen was sentenced. She was given 14 years.', 'The town hall burned in 2025.'],
});
const statements = article.sentences.map((sentence) => quoteSentence(article, sentence));
const textsOf = (joined: readonly { readonly text: string }[]) => joined.map(({ text }) => text);

test('joins sentences that are adjacent in the article', () => {
  expect(textsOf(joinPassages(statements.slice(0, 2)))).toEqual(['Ruth Hagen was sentenced. She was given 14 years.']);
});

test('does not join sentences out of order, on another day, or with a gap', () => {
  const [first, second, third] = statements;
  if (!first || !second || !third) throw new Error('the article has three sentences');
  expect(joinPassages([second, first])).toHaveLength(2);
  expect(joinPassages([first, third])).toHaveLength(2);
  expect(joinPassages([first, { ...second, date: '2025' }])).toHaveLength(2);
});
