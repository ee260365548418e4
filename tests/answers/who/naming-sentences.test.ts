import { expect, test } from 'vitest';
import { readSentences } from '../../../src/answers/article-sentences.ts';
import { withFollowers } from '../../../src/answers/who/naming-sentences.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

function followersOf(names: readonly string[], ...paragraphs: string[]): readonly (string | undefined)[] {
  const lines = readSentences(
    makeTestArticle({ id: 'dw:1', headline: 'News', at: '2031-03-20T08:00:00Z', paragraphs }),
  );
  const isNaming = (line: (typeof lines)[number]) => names.some((name) => line.sentence.text.includes(name));
  return withFollowers(lines, { names, kind: 'person', isNaming }).map(({ follower }) => follower?.sentence.text);
}

test('"she" continues about a woman, "he" does not', () => {
  expect(followersOf(['Angela Weber'], 'Angela Weber left the party. She had led it for years.')).toEqual([
    'She had led it for years.',
  ]);
  expect(followersOf(['Angela Weber'], 'Angela Weber left the party. He had rebuked her.')).toEqual([undefined]);
});

test('an age continues about somebody only without a namesake', () => {
  const told = 'The 53-year-old pleaded not guilty.';
  expect(followersOf(['Joe Weber', 'Weber'], `Weber was in court. ${told}`)).toEqual([told]);
  const [ofFather] = followersOf(
    ['Joe Weber', 'Weber'],
    `Weber was in court. ${told}`,
    'Hunter Weber lives in Vestby.',
  );
  expect(ofFather).toBeUndefined();
});
