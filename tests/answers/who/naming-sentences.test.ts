import { expect, test } from 'vitest';
import { readSentences } from '../../../src/answers/article-sentences.ts';
import { isAboutActor, withFollowers } from '../../../src/answers/who/naming-sentences.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

function followersOf(names: readonly string[], ...paragraphs: string[]): readonly (string | undefined)[] {
  const lines = readSentences(
    makeTestArticle({ id: 'dw:1', headline: 'News', at: '2031-03-20T08:00:00Z', paragraphs }),
  );
  const isNaming = (line: (typeof lines)[number]) => names.some((name) => line.sentence.text.includes(name));
  return withFollowers(lines, { names, kind: 'person', isNaming }).map(({ follower }) => follower?.sentence.text);
}

test('a pronoun continues about who acts, and a company is no "she"', () => {
  expect(followersOf(['Angela Weber'], 'Angela Weber left the party. She had led it for years.')).toEqual([
    'She had led it for years.',
  ]);
  expect(followersOf(['Angela Weber'], 'Falk spoke of Angela Weber. He had rebuked her.')).toEqual([undefined]);
  expect(followersOf(['Angela Weber'], 'Angela Weber left the party. It had ruled for years.')).toEqual([undefined]);
});

function isAboutDoe(
  sentence: string,
  {
    headline = 'Harbor news',
    before = ['Workers of the harbor met Marek Roe and Hugo Falk.', 'The harbor was quiet.'],
  } = {},
): boolean {
  const at = '2031-03-10T12:00:00Z';
  const article = makeTestArticle({ id: 'dw:1', headline, at, paragraphs: [...before, sentence] });
  const lines = readSentences(article);
  const line = lines.find(({ sentence: { text } }) => text === sentence);
  return line !== undefined && isAboutActor(line, ['Jane Doe']);
}

test.each([
  ['Foreign Minister Jane Doe praised the harbor.', true],
  ['In the Senate on Tuesday, Doe praised the harbor.', true],
  ['Roe said Doe had become a target.', true],
  ['Roe named Jane Doe as the new minister.', true],
  ['Security was tight two days after former minister Jane Doe was shot in Vestby.', true],
  ['Talks between Roe and Doe ended on Monday.', false],
  ["Doe's spokesman said she was well.", false],
  ['Doe was born in Vestby.', true],
  ['Jane Doe, the head of the harbor, will testify on Monday.', true],
  ['Roe has made friends with Lee, Falk and Jane Doe.', false],
  ['In Vestby, Jane Doe praised the harbor.', true],
  ['In Vestby, Falk and Doe praised the harbor.', true],
  ['Teams held up banners in support of Doe.', false],
  ["Roe, a member of Jane Doe's party, praised the harbor.", false],
  ['The son of a Doe adviser, Roe studied law in Vestby.', false],
  ['Before Jane Doe came to the harbor, Roe spoke of war.', false],
  ["He did not say how to change Doe's mind.", false],
  ["Doe's predecessor, Falk, sold the harbor.", false],
  ['For dockers, the situation under Jane Doe is the main issue.', false],
  ['The harbor closed after Jane Doe was shot.', true],
  ['Days after the strike that hurt Doe, dockers returned.', false],
  ['Falk spoke with Roe, whom Doe called a friend.', false],
  ['Adam Doe is no heir to the mayor.', false],
  ['Ships lay at Vestby, where Jane Doe is mayor.', false],
  ['Doe, who led the strike, is back in Vestby.', true],
  ['Dockers asked the board that had hired Doe for talks.', false],
  ['Dockers said on Monday that Doe had left.', true],
  ['According to Doe, the harbor will close.', true],
  ['Ships of the Doe-owned line waited, and Doering is angry.', false],
])('whether %j is about Jane Doe: %s', (sentence, expected) => {
  expect(isAboutDoe(sentence)).toBe(expected);
});

test.each([
  ['Dockers walked out over a plan of Jane Doe.', true],
  ['Dockers walked out in Vestby on Monday morning to call an end to the plans of Jane Doe.', false],
  ['After a speech by Jane Doe, dockers walked out.', false],
])('whether an article under her name opens on Jane Doe with %j: %s', (sentence, expected) => {
  expect(isAboutDoe(sentence, { headline: 'Vestby: Dockers strike against Doe', before: [] })).toBe(expected);
});
