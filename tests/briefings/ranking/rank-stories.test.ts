import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import type { BriefingStory } from '../../../src/briefings/briefing.ts';
import { composeBriefing } from '../../../src/briefings/compose-briefing.ts';
import { centralityOf } from '../../../src/briefings/ranking/actor-centrality.ts';
import {
  defaultRankWeights,
  type RankWeights,
  rankFactors,
  scoreOf,
} from '../../../src/briefings/ranking/rank-factors.ts';
import { type Rankable, rankStories } from '../../../src/briefings/ranking/rank-stories.ts';
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

/** A story of one article with this headline. */
function telling(storyId: string, headline: string, text = 'It rained.', kind: Article['kind'] = 'article'): Rankable {
  const article = {
    ...makeTestArticle({ id: 'dw:1', at: '2026-05-06T02:00:00Z', headline, paragraphs: [text] }),
    kind,
  };
  return rankable(storyId, { material: { articles: [article] }, story: { title: headline } });
}

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
    ['power', telling('more', 'Mayor of Varn resigns')],
    ['death', telling('more', 'Passengers dead in Varn')],
    ['stance', telling('more', 'Mayor of Varn accuses Oland')],
    ['record', telling('more', 'Historic rain in Varn')],
    ['greatPower', telling('more', 'French rain in Varn')],
    ['reports', telling('more', 'Rain falls on Varn', 'Rain fell on Varn on Monday.')],
    ['prominence', rankable('more', { material: { topPosition: 0 } })],
  ] as const)('%s', (factor, more) => {
    expect(order([rankable('less'), more])).toEqual(['more', 'less']);
    expect(order([rankable('less'), more], { ...defaultRankWeights, [factor]: 0 })).toEqual(['less', 'more']);
  });

  test.each([
    ['novelty', rankable('less', { novelty: 0.2 })],
    ['interest', rankable('less', { material: { interestShare: 0.5 } })],
    ['discusses', telling('less', 'Rain falls on Varn', 'It could rain.')],
    ['explains', telling('less', 'Why rain falls on Varn')],
    ['comments', telling('less', 'Opinion: Rain falls on Varn')],
    ['portrays', telling('less', 'The rain of Varn')],
    ['society', telling('less', 'Rain falls on school of Varn')],
    ['roundup', telling('less', 'Oland news: Rain falls on Varn')],
    ['pastime', telling('less', 'Rain falls on museum of Varn')],
  ] as const)('%s', (factor, less) => {
    expect(order([less, rankable('more')])).toEqual(['more', 'less']);
    expect(order([less, rankable('more')], { ...defaultRankWeights, [factor]: 0 })).toEqual(['less', 'more']);
  });
});

const valuesOf = (headline: string, text?: string, kind?: Article['kind']) =>
  rankStories([telling('one', headline, text, kind)], now)[0]?.values;

test('the World Health Organization asks no question', () => {
  expect(valuesOf('WHO declares end of outbreak in Varn')).toMatchObject({ explains: 0, emergency: 1, government: 1 });
  expect(valuesOf('Who declares the end of an outbreak?')).toMatchObject({ explains: 1, government: 0 });
});

test('what happened counts less in a feature, as its occasion', () => {
  expect(valuesOf('Court of Varn convicts minister')?.ruling).toBe(1);
  expect(valuesOf('Why the court of Varn convicts ministers')?.ruling).toBe(0.4);
  expect(valuesOf('Film festival of Varn opens with court drama')?.ruling).toBe(0.4);
});

test('a word inside a phrase has the sense of the phrase', () => {
  expect(valuesOf('Court of Varn upholds death penalty')).toMatchObject({ death: 0, ruling: 1 });
  expect(valuesOf('Owner wants a kill switch')?.death).toBe(0);
  expect(valuesOf('Mayor of Varn fires general')).toMatchObject({ power: 1, disaster: 0 });
});

test('the dead are counted, also in words, and no year is a toll', () => {
  const toll = (headline: string) => valuesOf(headline)?.toll ?? 0;
  expect(toll('Dozens killed in mine of Varn')).toBeGreaterThan(toll('Fire kills 10 in Varn'));
  expect(toll('Hundreds dead in Varn')).toBeGreaterThan(toll('Gunmen kill more than 20 in Varn'));
  expect(toll('Gunmen kill more than 20 in Varn')).toBeGreaterThan(toll('Fire kills 10 in Varn'));
  expect(toll('In 1994 many people were killed')).toBe(0);
});

test('a lede that weighs up, asks or says how things are discusses; a headline with a sequel reports', () => {
  expect(valuesOf('Varn looks ahead', 'Many fear it might rain.')?.discusses).toBe(1);
  expect(valuesOf('Varn looks ahead', 'Will it rain?')?.discusses).toBe(1);
  expect(valuesOf('Varn dries up', 'It rained on the town.')?.discusses).toBe(0);
  expect(valuesOf('Varn dries up after storm')?.reports).toBe(1);
});

test('a headline of two kinds of event is both', () => {
  expect(valuesOf('Parliament of Varn approves death penalty')).toMatchObject({ decision: 1, ruling: 1 });
});

test('a lede tells the event that a headline leaves out, and counts less', () => {
  expect(valuesOf('Varn mourns', 'An earthquake killed 12 people.')).toMatchObject({ disaster: 0.2, death: 0.2 });
});

test('a live blog of an affair is live, one that takes all news of a state is not', () => {
  expect(valuesOf('Oland war: Troops enter Varn', undefined, 'live')?.live).toBe(1);
  expect(valuesOf('Oland news: Rain in Varn', undefined, 'live')?.live).toBe(0);
});

test('German headlines have their own words, compounds too', () => {
  const article = makeTestArticle({
    id: 'dw:1',
    at: '2026-05-06T02:00:00Z',
    headline: 'Landtagswahl in Oland: Ministerpräsidentin tritt zurück',
    paragraphs: ['Es regnete.'],
    language: 'de',
  });
  const [ranked] = rankStories([rankable('one', { material: { articles: [article] } })], now);
  expect(ranked?.values).toMatchObject({ election: 1, power: 1 });
});

test('the more were killed, the greater the toll', () => {
  const tolls = ['two dead', '12 dead', '120 dead'].map((dead) => valuesOf(`Flood in Varn: ${dead}`)?.toll ?? 0);
  expect(tolls).toEqual(tolls.toSorted((a, b) => a - b));
  expect(new Set(tolls).size).toBe(3);
});

test('the sum is that of the values shown', () => {
  const [ranked] = rankStories([rankable('one', { story: { articleCount: 7 } })], now);
  if (!ranked) throw new Error('ranked nothing');
  const sum = rankFactors.reduce((total, factor) => total + defaultRankWeights[factor] * ranked.values[factor], 0);
  expect(ranked.score).toBeCloseTo(sum, 12);
  expect(ranked.values.articles).toBe(0.857);
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
