import { expect, test } from 'vitest';
import { readSentences } from '../../../src/answers/article-sentences.ts';
import { buildTimeline } from '../../../src/answers/background/build-timeline.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const filler = ['The town lies on the coast of Oland.', 'Its harbor is old.', 'Ships call at it from the north.'];

function timelineOf(paragraphs: readonly string[], limits: { readonly max: number; readonly maxLength?: number }) {
  const article = makeTestArticle({ id: 'dw:1', headline: 'News', at: '2031-03-20T08:00:00Z', paragraphs });
  return buildTimeline([readSentences(article)], limits);
}

test.each([
  'The office was searched by the police on the following Monday.',
  'A week earlier, the ship had left the harbor of Vestby.',
])('does not date a time relative to a day mentioned before: %s', async (text) => {
  const timeline = await timelineOf([...filler, ...filler.map((line) => `${line} Again.`), text], { max: 9 });
  expect(timeline.map(({ line }) => line.sentence.text)).not.toContain(text);
});

test('stays within its length in characters, most important first', async () => {
  const paragraphs = [
    'The ferry to Oland sank in the harbor on 4 May 1982.',
    'Judges in Vestby sentenced two captains for it on 12 June 1983.',
    'Divers found gold coins under a pier on 1 July 1990.',
  ];
  const all = await timelineOf(paragraphs, { max: 9 });
  expect(all).toHaveLength(3);
  const some = await timelineOf(paragraphs, { max: 9, maxLength: 120 });
  expect(some.length).toBeGreaterThan(0);
  expect(some.reduce((sum, { line }) => sum + line.sentence.text.length, 0)).toBeLessThanOrEqual(120);
});
