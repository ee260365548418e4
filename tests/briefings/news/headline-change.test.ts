import { expect, test } from 'vitest';
import { headlineChangeOf } from '../../../src/briefings/news/same-headline.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

function changeOf(before: string, now: string, kind: 'article' | 'live' = 'article') {
  const article = makeTestArticle({
    id: 'dw:1',
    revision: 2,
    headline: now,
    at: '2027-05-03T12:00:00Z',
    paragraphs: ['Rain fell on Varn.'],
  });
  const citation = {
    articleId: 'dw:1',
    revision: 1,
    sentence: 0,
    quote: 'Rain fell on Varn.',
    url: '',
    publishedAt: '2027-05-03T09:00:00Z',
    headline: before,
  };
  return headlineChangeOf({ ...article, kind }, [{ text: 'Rain fell on Varn.', citation }])?.before;
}

test.each([
  ['goes on', 'Lawmakers of Varn vote on ferries', 'Lawmakers of Varn approve ferries'],
  ['counts others', 'Ferry sinks off Varn: 3 dead', 'Ferry sinks off Varn: 5 dead'],
  ['names another', 'Ana Ruiz leads talks on ferries in Varn', 'Tom Becker leads talks on ferries in Varn'],
])('tells which headline it was when one %s', (_, before, now) => {
  expect(changeOf(before, now)).toBe(before);
});

test.each([
  ['is spelled otherwise', 'Varn sizzles under heatwave', 'Varn sizzles under heat wave'],
  ['was mistyped', 'Premier completes cabinet resuffle', 'Premier completes cabinet reshuffle'],
  ['is cased otherwise', 'Highs and lows as the Varn Festival Turns 150', 'Highs and lows as Varn Festival turns 150'],
])('says nothing if one %s', (_, before, now) => {
  expect(changeOf(before, now)).toBeUndefined();
});

test('says nothing of what runs live', () => {
  expect(changeOf('Varn: Court hears case', 'Varn: Ferry sinks', 'live')).toBeUndefined();
});
