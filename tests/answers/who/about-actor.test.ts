import { expect, test } from 'vitest';
import { readSentences } from '../../../src/answers/article-sentences.ts';
import { isAboutActor } from '../../../src/answers/who/about-actor.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

function isAboutDoe(sentence: string): boolean {
  const article = makeTestArticle({
    id: 'dw:1',
    headline: 'Harbor news',
    at: '2031-03-10T12:00:00Z',
    paragraphs: ['Workers of the harbor met Marek Roe and Hugo Falk.', 'The harbor was quiet.', sentence],
  });
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
  ['Teams held up banners in support of Doe.', false],
  ["Roe, a member of Jane Doe's party, praised the harbor.", false],
  ['The son of a Doe adviser, Roe studied law in Vestby.', false],
  ['Before Jane Doe came to the harbor, Roe spoke of war.', false],
  ["He did not say how to change Doe's mind.", false],
  ["Doe's predecessor, Falk, sold the harbor.", false],
  ['For dockers, the situation under Jane Doe is the main issue.', false],
  ['The harbor closed after Jane Doe was shot.', true],
  ['Ships of the Doe-owned line waited, and Doering is angry.', false],
])('whether %j is about Jane Doe: %s', (sentence, expected) => {
  expect(isAboutDoe(sentence)).toBe(expected);
});
