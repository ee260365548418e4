import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BriefingRequest, composeYielding } from '../../src/briefings/compose-briefing.ts';
import { defaultRankWeights } from '../../src/briefings/ranking/rank-factors.ts';
import type { StoryMaterial } from '../../src/briefings/story-material.ts';
import type { ModelBehavior, ModelCall } from '../fakes/fake-model-server.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { storyOf } from './brenwick.ts';
import { mostOf, numbersWith, questionOf, sentencesOf, startChoosing } from './choosing.ts';

let choosing: Awaited<ReturnType<typeof startChoosing>>;
beforeEach(async () => {
  choosing = await startChoosing([]);
});
afterEach(() => choosing.stop());

const windowEnd = Temporal.Instant.from('2022-07-19T08:00:00Z');
const request: BriefingRequest = {
  id: 'b1',
  interest: 'everything',
  language: 'en',
  length: 'normal',
  maxStories: 5,
  windowStart: windowEnd.subtract({ hours: 24 }),
  windowEnd,
};

const garden: StoryMaterial = {
  storyId: '2',
  delivered: [],
  articles: [
    makeTestArticle({
      id: 'dw:3',
      headline: 'A garden show opens in Norvik',
      lead: 'Visitors of the Norvik garden show will see 400 kinds of roses until October.',
      paragraphs: ['Tickets cost 12 euros, the organizers said in a letter to the town.'],
      at: '2022-07-19T05:00:00Z',
    }),
  ],
};
const material = [storyOf('en'), garden];

const says = (sentences: readonly number[]): ModelBehavior => ({ kind: 'text', text: JSON.stringify({ sentences }) });
const isLead = (call: ModelCall) => questionOf(call) === 'everything';

function compose() {
  const { choosing: choose } = choosing.generation;
  return composeYielding(request, material, { weights: defaultRankWeights }, choose?.create());
}

test('leads with the stories that the model chose, and tells them in its sentences, verbatim and cited', async () => {
  const byWords = await composeYielding(request, material);
  const [first, second] = byWords.stories;
  choosing.server.behave = (call) => {
    if (isLead(call)) return says(sentencesOf(call).flatMap(({ n, title }) => (title === second?.title ? n : [])));
    return says(numbersWith(call, 'ferries', 'Engineers', 'Tickets cost'));
  };
  const { stories } = await compose();
  expect(stories.map(({ title }) => title)).toEqual([second?.title, first?.title]);
  // In the article's order, whichever the model named first.
  const bridge = stories.find(({ storyId }) => storyId === '1');
  expect(bridge?.statements.map(({ text, quoted }) => [text.split(' ')[0], quoted])).toEqual([
    ['Engineers', true],
    ['The', true],
  ]);
  for (const { text, citations } of stories.flatMap(({ statements }) => statements)) {
    const article = material.flatMap(({ articles }) => articles).find(({ id }) => id === citations[0]?.articleId);
    expect(article?.sentences[citations[0]?.sentence ?? -1]?.text).toBe(text);
  }
  expect(choosing.server.calls.filter(isLead).map(mostOf)).toEqual([5]);
});

test.each<[string, ModelBehavior]>([
  ['a server that hangs', { kind: 'stall' }],
  ['half a stream', { kind: 'half' }],
  ['a server error', { kind: 'status', status: 500 }],
  ['numbers that are not there', says([77])],
  ['prose', { kind: 'text', text: 'The bridge leads.' }],
  ['a story of its own', { kind: 'text', text: '{"statements":[{"text":"The bridge fell."}]}' }],
])('composes by words after %s', async (_, behavior) => {
  await choosing.stop();
  choosing = await startChoosing([], 'secondsPerBriefing: 1');
  choosing.server.behave = () => behavior;
  expect((await compose()).stories).toEqual((await composeYielding(request, material)).stories);
  expect(choosing.generation.status()).toMatchObject({ chosen: 0 });
  expect(choosing.generation.status().lastProblem?.text).toMatch(/\w/);
});

test('stays within the tokens of one briefing', async () => {
  await choosing.stop();
  choosing = await startChoosing([], 'tokensPerBriefing: 1000');
  choosing.server.behave = () => says([1]);
  await compose();
  // Without the limit: which leads, and how each of two stories is told.
  expect(choosing.server.calls.length).toBeLessThan(3);
  expect(choosing.generation.status().byWords).toBe(3 - choosing.server.calls.length);
  expect(choosing.generation.status().lastProblem?.text).toBe('the token budget is spent');
});
