import { expect, test } from 'vitest';
import { bestAddition } from '../../../src/briefings/statements/weigh-sentence.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const article = makeTestArticle({
  id: 'dw:1',
  at: '2026-05-06T02:00:00Z',
  headline: 'Brenwick closes its harbor bridge',
  paragraphs: [
    'The council of Brenwick closed the harbor bridge on Monday.',
    'Engineers found 14 cracks in the harbor bridge, and repairs will cost 3 million crowns.',
    ...Array.from({ length: 10 }, (_, at) => `Trader number ${at} sold fish near the market hall.`),
    'The lunch of the guests was quiet.',
  ],
});
const { sentences } = article;
const said = sentences.slice(0, 1).map(({ text }) => text);

test('what an editor would hardly choose is not added, though nothing else could be', () => {
  const [lunch, cracks] = [sentences.at(-1), sentences[1]];
  if (!lunch || !cracks) throw new Error('no sentences');
  expect(bestAddition(article, [[lunch]], said)).toBeUndefined();
  expect(bestAddition(article, [[lunch], [cracks]], said)).toEqual([cracks]);
});
