import { expect, test } from 'vitest';
import { headlineSentence } from '../../../src/articles/article.ts';
import type { Briefing } from '../../../src/briefings/briefing.ts';
import { statementRows } from '../../../src/storage/deliveries/statement-rows.ts';

const story = {
  storyId: '7',
  title: 'Ferry sinks off Varn',
  titleArticleId: 'dw:1',
  titleRevision: 3,
  url: 'https://www.dw.com/a-1',
  topics: [],
  isUpdate: false,
  moved: [],
  articleCount: 1,
  publishedAt: [],
  agencies: [],
  publishers: ['DW'],
};
const citation = { articleId: 'dw:1', revision: 3, sentence: 4, quote: 'A ferry sank.', url: '', publishedAt: '' };
const also = {
  storyId: '8',
  title: 'Varn votes',
  articleId: 'dw:2',
  revision: 1,
  url: 'https://www.dw.com/a-2',
  publishedAt: '',
};

function rowsOf(briefing: Pick<Briefing, 'stories' | 'also'>): readonly string[] {
  const empty = {
    id: 'b',
    interest: '',
    language: 'en',
    length: 'normal',
    windowStart: '',
    windowEnd: '',
    wordCount: 0,
  };
  return statementRows({ ...empty, length: 'normal', ...briefing }).map(
    ({ story_id, article_id, revision, sentence, text }) =>
      `${story_id} ${article_id}@${revision} ${sentence === headlineSentence ? 'headline' : sentence}: ${text}`,
  );
}

test('what was told of a story are its statements', () => {
  const statements = [{ text: 'A ferry sank.', quoted: true, citations: [citation] }];
  expect(rowsOf({ stories: [{ ...story, statements }], also: [] })).toEqual(['7 dw:1@3 4: A ferry sank.']);
});

test('what was told of a story that was only named is its headline', () => {
  expect(rowsOf({ stories: [{ ...story, statements: [] }], also: [also] })).toEqual([
    '7 dw:1@3 headline: Ferry sinks off Varn',
    '8 dw:2@1 headline: Varn votes',
  ]);
});

test('a briefing kept by an older version names no revision, so nothing is told of what it named', () => {
  const { revision: _unknown, ...older } = also;
  expect(rowsOf({ stories: [], also: [older] })).toEqual([]);
});
