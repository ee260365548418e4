import { expect, test } from 'vitest';
import { headlineSentence } from '../../src/articles/article.ts';
import { composeBriefing, composeYielding } from '../../src/briefings/compose-briefing.ts';
import { briefingMessage } from '../../src/briefings/message/briefing-message.ts';
import { defaultRankWeights } from '../../src/briefings/ranking/rank-factors.ts';
import type { StoryMaterial } from '../../src/briefings/story-material.ts';
import { renderTerminal } from '../../src/chat/local/render-terminal.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const request = {
  id: 'b',
  interest: 'everything',
  language: 'en',
  length: 'normal',
  maxStories: 1,
  windowStart: Temporal.Instant.from('2027-05-03T00:00:00Z'),
  windowEnd: Temporal.Instant.from('2027-05-04T00:00:00Z'),
} as const;

function material(storyId: string, headline: string, paragraphs: readonly string[], revision = 2): StoryMaterial {
  const at = '2027-05-03T12:00:00Z';
  return {
    storyId,
    articles: [makeTestArticle({ id: `dw:${storyId}`, headline, paragraphs, at, revision })],
    delivered: [],
  };
}

const quake = material('1', 'Earthquake in Oland kills 40', ['An earthquake killed 40 people in Oland on Monday.']);
const ferry = material('2', 'Varn gets a ferry', ['The council of Varn bought a ferry for the islanders of Estby.']);

function deliveredOf(
  { storyId }: StoryMaterial,
  text: string,
  headline: string,
  sentence: number,
): StoryMaterial['delivered'] {
  const at = '2027-05-03T09:00:00Z';
  const cited = { articleId: `dw:${storyId}`, revision: 1, sentence, quote: text, url: '', publishedAt: at };
  return [{ text, citation: { ...cited, headline } }];
}

const namesOf = (stories: readonly StoryMaterial[]) => composeBriefing(request, stories).also.map(({ title }) => title);

test('names what has no place, with the revision whose headline it is', () => {
  expect(composeBriefing(request, [quake, ferry]).also).toMatchObject([{ title: 'Varn gets a ferry', revision: 2 }]);
});

test('names features on a quiet day alone, or for an interest', () => {
  const feature = material('5', 'Why everybody in Varn bakes bread again', ['Bread is back in the kitchens of Varn.']);
  const news = ['Court in Oland jails mayor', 'Parliament of Varn approves budget'].map((headline, at) =>
    material(`n${at}`, headline, [`${headline}, officials said on Monday.`]),
  );
  expect(namesOf([quake, feature, ...news])).toEqual(
    expect.arrayContaining(news.map((one) => one.articles[0]?.headline)),
  );
  expect(namesOf([quake, feature, ...news])).toHaveLength(2);
  expect(namesOf([quake, feature])).toHaveLength(1);
  expect(composeBriefing({ ...request, interest: 'varn' }, [quake, feature, ...news]).also).toHaveLength(3);
});

test('names nothing whose headline was seen before, in a list or above its statements', () => {
  const named = { ...ferry, delivered: deliveredOf(ferry, 'Varn gets a Ferry', 'Varn gets a Ferry', headlineSentence) };
  const delivered = { ...ferry, delivered: deliveredOf(ferry, 'Estby has waited for years.', 'Varn gets a ferry', 1) };
  expect([namesOf([quake, named]), namesOf([quake, delivered])]).toEqual([[], []]);
});

test('names no announcement beside the report that it came true', () => {
  const announced = material('3', 'Oland to release journalist Mira Tamm', ['Oland says that she may go home.']);
  const later = makeTestArticle({
    id: 'dw:4',
    headline: 'Oland releases journalist Mira Tamm',
    paragraphs: ['Mira Tamm has left her prison.'],
    at: '2027-05-03T20:00:00Z',
  });
  const released = { storyId: '4', articles: [later], delivered: [] };
  expect(namesOf([quake, announced, released])).toEqual([later.headline]);
  expect(namesOf([quake, announced])).toEqual(['Oland to release journalist Mira Tamm']);
});

test('says beside a sentence that it is about the next step', () => {
  const trial = material('3', 'Court in Oland orders retrial of ferry captain', [
    'A court in Oland has ordered a retrial of the captain whose ferry sank with 31 passengers.',
    'The retrial of the captain will begin in Varn on May 20.',
  ]);
  const briefing = composeBriefing(request, [trial]);
  expect(briefing.stories[0]?.statements).toMatchObject([
    { text: expect.stringContaining('ordered') },
    { isNext: true },
  ]);
  const lines = renderTerminal(briefingMessage(briefing, { zone: 'UTC', at: request.windowEnd }), {
    width: 200,
    color: false,
  });
  expect(lines).toContain('Next: “The retrial of the captain');
});

test('tells features by their titles, unless they are asked for or among three of a quiet day', () => {
  const flood = material('3', 'Flood in Varn kills two', ['Two people were killed in a flood in Varn on Monday.']);
  const museum = material('4', 'The museum of Estby', ['The museum of Estby shows paintings from Oland.']);
  const song = material('5', 'Why Estby sings', ['Estby sings because the choir won a prize.']);
  const vote = material('6', 'Parliament of Tarn passes budget', ['Lawmakers will spend more on schools.']);
  const titlesOf = (stories: readonly StoryMaterial[], interest = 'everything') =>
    composeBriefing({ ...request, interest, maxStories: 5 }, stories).stories.map(({ title }) => title);
  const news = ['Earthquake in Oland kills 40', 'Flood in Varn kills two', 'Parliament of Tarn passes budget'];
  expect(titlesOf([museum, song, quake, flood, vote]).toSorted()).toEqual(news);
  expect(titlesOf([museum, song, quake, flood])).toHaveLength(3);
  expect(titlesOf([museum, song, quake, flood], 'culture')).toHaveLength(4);
});

test('tells every story that a chooser leads with, features too', async () => {
  const flood = material('3', 'Flood in Varn kills two', ['Two people were killed in a flood in Varn on Monday.']);
  const museum = material('4', 'The museum of Estby', ['The museum of Estby shows paintings from Oland.']);
  const stories = [museum, quake, flood, ferry];
  const { stories: told } = await composeYielding({ ...request, maxStories: 5 }, stories, undefined, {
    lead: async (ranked) => ['3', '4', '1'].map((id) => ranked.findIndex(({ story }) => story.storyId === id)),
    tell: async () => undefined,
  });
  expect(told.slice(0, 3).map(({ storyId }) => storyId)).toEqual(['3', '4', '1']);
});

test('shows a story that was only named as a new one, once its headline changes', () => {
  const delivered = deliveredOf(ferry, 'Varn votes on ferry', 'Varn votes on ferry', headlineSentence);
  expect(composeBriefing(request, [{ ...ferry, delivered }]).stories).toMatchObject([
    { title: 'Varn gets a ferry', isUpdate: false },
  ]);
});

test('treats a headline that was read as delivered', () => {
  const delivered = deliveredOf(
    ferry,
    'Estby has waited for years.',
    'Council of Varn bought a ferry for islanders of Estby',
    1,
  );
  expect(composeBriefing(request, [{ ...ferry, delivered }]).stories).toEqual([]);
});

test.each([
  ['first', ['no', 'yes', 'no']],
  ['each', ['no', 'yes', 'yes']],
  ['none', ['no', 'no', 'no']],
] as const)('shows pictures as the operator chose: %s', (pictures, expected) => {
  const pictured = (one: StoryMaterial): StoryMaterial => ({
    ...one,
    articles: one.articles.map((article) => ({
      ...article,
      feedPicture: { url: `https://pictures.example/${one.storyId}.jpg`, alt: article.headline },
    })),
  });
  const vote = material('3', 'Tarn votes again', ['The voters of Tarn chose another council on Sunday evening.']);
  const briefing = composeBriefing({ ...request, maxStories: 3 }, [quake, pictured(ferry), pictured(vote)], {
    weights: defaultRankWeights,
    pictures,
  });
  const { blocks } = briefingMessage(briefing, { zone: 'UTC', at: request.windowEnd });
  const shown = briefing.stories.map(({ image }) => (image ? 'yes' : 'no'));
  expect(shown).toEqual(expected);
  const images = blocks.flatMap((block) => (block.kind === 'image' ? [block.alt] : []));
  expect(images).toEqual(briefing.stories.flatMap(({ image }) => image?.alt ?? []));
});

test('quotes no more sentences of one article than the operator allows', () => {
  const flood = material('4', 'Flood cuts off Marlow', [
    'A flood cut off the town of Marlow on Monday and drove 300 people from their houses.',
    'The river Tamra rose by four meters within six hours, the weather service of Oland said.',
    'Two bridges collapsed, and the hospital of the district moved 80 patients to Estby.',
    'The army sent 14 boats and a helicopter from its base near Varn.',
    'Mayor Ilse Harrow asked the government for money to rebuild the school.',
  ]);
  const sentencesWith = (sentencesPerArticle?: number) =>
    composeBriefing({ ...request, length: 'long' }, [flood], {
      weights: defaultRankWeights,
      ...(sentencesPerArticle !== undefined && { sentencesPerArticle }),
    }).stories[0]?.statements.length;
  expect(sentencesWith()).toBeGreaterThan(2);
  expect(sentencesWith(2)).toBe(2);
  expect(sentencesWith(1)).toBe(1);
});
