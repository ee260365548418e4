import { expect, it } from 'vitest';
import { revisionNote } from '../../src/ingest/explain-article.ts';
import { en } from '../../src/wording/en/index.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const article = (headline: string, ...paragraphs: readonly string[]) =>
  makeTestArticle({ id: 'dw:1', headline, paragraphs, at: '2026-02-03T10:00:00Z' });

it('tells the length of a first revision', () => {
  expect(revisionNote(article('Flood', 'The river rose.'), undefined, en)).toBe('1 sentence');
  expect(revisionNote(article('Flood', 'The river rose. Trains stopped.'), undefined, en)).toBe('2 sentences');
});

it('tells what a later one changed', () => {
  const before = article('Nine dead', 'The flood killed nine people.', 'A dam held.');
  const now = article('Twelve dead', 'The flood killed 12 people.', 'Help came.', 'The minister left.');
  expect(revisionNote(now, before, en)).toBe(
    '3 sentences, new headline, 2 added, 1 removed, changed numbers: nine → 12',
  );
});

it('tells why there is no text', () => {
  expect(revisionNote({ ...article('Pictures'), fromFeedOnly: 'kind' }, undefined, en)).toBe(
    'from the feed only: pages of this kind have no text of their own',
  );
});
