import { describe, expect, test } from 'vitest';
import type { BriefingStory } from '../../../src/briefings/briefing.ts';
import { composeBriefing } from '../../../src/briefings/compose-briefing.ts';
import { centralityOf } from '../../../src/briefings/ranking/actor-centrality.ts';
import {
  defaultRankWeights,
  type Rankable,
  type RankWeights,
  rankFactors,
  rankStories,
  scoreOf,
} from '../../../src/briefings/ranking/rank-stories.ts';
import type { StoryMaterial } from '../../../src/briefings/story-material.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const now = Temporal.Instant.from('2026-05-06T08:00:00Z');

function rankable(
  storyId: string,
  {
    story = {},
    material = {},
    novelty = 1,
  }: { story?: Partial<BriefingStory>; material?: Partial<StoryMaterial>; novelty?: number } = {},
): Rankable {
  return {
    novelty,
    material: { storyId, articles: [], delivered: [], centrality: 0.5, interestShare: 1, topPosition: 8, ...material },
    story: {
      storyId,
      title: storyId,
      titleArticleId: 'dw:1',
      url: 'https://www.dw.com/a-1',
      topics: [],
      isUpdate: false,
      statements: [],
      moved: [],
      articleCount: 2,
      publishedAt: ['2026-05-06T02:00:00Z'],
      agencies: ['dpa'],
      publishers: ['DW'],
      ...story,
    },
  };
}

const report = makeTestArticle({
  id: 'dw:1',
  at: '2026-05-06T02:00:00Z',
  headline: 'more',
  paragraphs: ['Rain fell.'],
  agencies: ['dpa'],
});

const order = (stories: readonly Rankable[], weights?: RankWeights) =>
  rankStories(stories, now, weights).map(({ story }) => story.storyId);

const citation = { articleId: 'dw:1', revision: 1, sentence: 0, quote: '', url: '', publishedAt: '' };
const moved = [{ before: '9', now: '12', of: 'killed', beforeCitation: citation, nowCitation: citation }];

describe('each factor alone puts a story before another that is like it else', () => {
  test.each([
    ['articles', rankable('more', { story: { articleCount: 5 } })],
    ['desks', rankable('more', { story: { agencies: ['dpa', 'AP'] } })],
    ['desks', rankable('more', { story: { publishers: ['DW', 'news.example'] } })],
    ['freshness', rankable('more', { story: { publishedAt: ['2026-05-06T07:00:00Z'] } })],
    ['actors', rankable('more', { material: { centrality: 0.9 } })],
    ['moved', rankable('more', { story: { moved } })],
    ['report', rankable('more', { material: { articles: [report] } })],
    ['impact', rankable('more', { story: { title: 'Mayor of Varn resigns' } })],
    ['prominence', rankable('more', { material: { topPosition: 0 } })],
  ] as const)('%s', (factor, more) => {
    expect(order([rankable('less'), more])).toEqual(['more', 'less']);
    expect(order([rankable('less'), more], { ...defaultRankWeights, [factor]: 0 })).toEqual(['less', 'more']);
  });

  test.each([
    ['novelty', rankable('less', { novelty: 0.2 })],
    ['interest', rankable('less', { material: { interestShare: 0.5 } })],
    ['report', rankable('less', { story: { title: 'Why Varn floods' } })],
    ['report', rankable('less', { story: { title: 'Opinion: Varn must build' } })],
  ] as const)('%s', (factor, less) => {
    expect(order([less, rankable('more')])).toEqual(['more', 'less']);
    expect(order([less, rankable('more')], { ...defaultRankWeights, [factor]: 0 })).toEqual(['less', 'more']);
  });
});

test('a match has no impact, whatever its headline says', () => {
  const story = { title: 'Varn attacks, and Estby dies a slow death' };
  const stories = [rankable('match', { story: { ...story, topics: ['sports'] } }), rankable('war', { story })];
  expect(rankStories(stories, now).map(({ values }) => values.impact)).toEqual([1, 0]);
});

test('the more were killed, the further up', () => {
  const titles = ['Flood in Varn: two dead', 'Flood in Varn: 120 dead', 'Flood in Varn: 12 dead'];
  const floods = titles.map((title) => rankable(title, { story: { title } }));
  expect(order(floods).map((title) => titles.indexOf(title))).toEqual([1, 2, 0]);
  expect(order(floods, { ...defaultRankWeights, toll: 0 })).toEqual(titles.toSorted());
});

test('an agency counts the killed in its first sentences, a feature may recall another day', () => {
  const told = (agencies: readonly string[]) =>
    rankStories(
      [
        rankable('flood', {
          material: {
            articles: [
              makeTestArticle({
                id: 'dw:1',
                at: '2026-05-06T02:00:00Z',
                headline: 'flood',
                paragraphs: ['A flood killed 12 people.'],
                agencies,
              }),
            ],
          },
        }),
      ],
      now,
    )[0]?.values.toll;
  expect(told(['dpa'])).toBeGreaterThan(0.3);
  expect(told([])).toBe(0);
});

test('explainers rank above comments', () => {
  const [why, opinion] = ['Why Varn floods', 'Opinion: Varn must build'].map((title) =>
    rankable(title, { story: { title } }),
  );
  if (!why || !opinion) throw new Error('no stories');
  expect(order([opinion, why])).toEqual(['Why Varn floods', 'Opinion: Varn must build']);
});

test('the sum is that of the values shown', () => {
  const [ranked] = rankStories([rankable('one', { story: { articleCount: 7 } })], now);
  if (!ranked) throw new Error('ranked nothing');
  const sum = rankFactors.reduce((total, factor) => total + defaultRankWeights[factor] * ranked.values[factor], 0);
  expect(ranked.score).toBeCloseTo(sum, 12);
  expect(ranked.values.articles).toBe(2.079);
});

test('an actor named most counts most, by the logarithm of its articles', () => {
  const mentions = [
    { articleId: 'a', actorId: 1, mentions: 5, archiveArticles: 99 },
    { articleId: 'b', actorId: 2, mentions: 1, archiveArticles: 9 },
    { articleId: 'c', actorId: 3, mentions: 9, archiveArticles: 0 },
  ];
  const central = centralityOf(mentions, 99);
  expect(central.get('a')).toBe(1);
  expect(central.get('b')).toBeCloseTo(0.5, 2);
  expect(central.get('c')).toBe(0);
});

test('a briefing keeps how its stories were weighed, and which had nothing new', () => {
  const article = (id: string, at: string) =>
    makeTestArticle({
      id,
      at,
      headline: `Report ${id}`,
      paragraphs: [`The bridge of ${id} is open again after a month.`],
    });
  const told = article('dw:2', '2026-05-05T09:00:00Z');
  const said = { text: told.sentences[0]?.text ?? '', citation: { ...citation, articleId: 'dw:2' } };
  const request = {
    id: 'b',
    interest: 'everything',
    language: 'en',
    length: 'short',
    maxStories: 5,
    windowStart: now.subtract({ hours: 24 }),
    windowEnd: now,
  } as const;
  const { ranking, stories } = composeBriefing(request, [
    { storyId: '1', articles: [article('dw:1', '2026-05-06T07:00:00Z')], delivered: [], publishedAt: [now] },
    { storyId: '2', articles: [told], delivered: [said] },
  ]);
  expect(stories.map(({ storyId, phase }) => [storyId, phase])).toEqual([['1', 'developing']]);
  expect(ranking?.nothingNew).toEqual(['2']);
  expect(ranking?.stories.map(({ storyId }) => storyId)).toEqual(['1']);
  const [first] = ranking?.stories ?? [];
  expect(first && scoreOf(first.values, defaultRankWeights)).toBeGreaterThan(1);
});

test('a factor that a kept briefing did not weigh yet counts nothing', () => {
  const { prominence: _weight, ...weights } = defaultRankWeights;
  const [ranked] = rankStories([rankable('one', { material: { topPosition: 0 } })], now);
  const { prominence, ...values } = ranked?.values ?? defaultRankWeights;

  expect(prominence).toBe(1);
  expect(scoreOf(values, weights)).toBeCloseTo((ranked?.score ?? 0) - defaultRankWeights.prominence, 9);
});
