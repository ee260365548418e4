import { expect, test } from 'vitest';
import { readSentences } from '../../src/answers/article-sentences.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const harbor = {
  id: 'dw:9001',
  headline: 'Harbor strike',
  at: '2022-07-18T15:00:00Z',
  paragraphs: ['The dockers of Vestby went on strike.'],
};

test('an article loaded again, as another object, keeps its sentences and is referenced by them', () => {
  const [first, again] = [makeTestArticle(harbor), makeTestArticle(harbor)];
  const [line] = readSentences(first);
  const [recalled] = readSentences(again);
  expect(recalled?.terms).toBe(line?.terms);
  expect(recalled?.article).toBe(again);
});

test('another text under the same id and revision is analyzed again', () => {
  readSentences(makeTestArticle(harbor));
  const other = makeTestArticle({ ...harbor, paragraphs: ['The dockers of Vestby went back to work.'] });
  expect(readSentences(other).map(({ sentence }) => sentence.text)).toContain(
    'The dockers of Vestby went back to work.',
  );
});
