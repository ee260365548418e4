import { expect, test } from 'vitest';
import { readActors } from '../../src/actors/read-actors.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

function personsIn(...paragraphs: string[]): readonly string[] {
  const article = makeTestArticle({ id: 'dw:1', headline: 'News', at: '2031-03-01T08:00:00Z', paragraphs });
  return readActors(article)
    .actors.filter(({ kind }) => kind === 'person')
    .map(({ name }) => name);
}

test('keeps a father and a son apart if one name contains the other', () => {
  const persons = personsIn('General Ahmed Idris Hassan took power after his father Idris Hassan was killed.');
  expect(persons).toEqual(['Ahmed Idris Hassan', 'Idris Hassan']);
});

test('merges a name with and without its first part unless something contradicts it', () => {
  const persons = personsIn('General Ahmed Idris Hassan took power in May.', 'Idris Hassan spoke on Monday.');
  expect(persons).toEqual(['Ahmed Idris Hassan']);
});
