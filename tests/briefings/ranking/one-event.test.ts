import { expect, test } from 'vitest';
import { oneOfEachEvent } from '../../../src/briefings/ranking/one-event.ts';
import { rankFactors } from '../../../src/briefings/ranking/rank-factors.ts';
import type { RankedStory } from '../../../src/briefings/ranking/rank-stories.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

function ranked(headline: string, ...paragraphs: readonly string[]): RankedStory {
  const article = makeTestArticle({ id: `dw:${headline.length}`, at: '2026-05-06T02:00:00Z', headline, paragraphs });
  return {
    story: {
      storyId: headline,
      title: headline,
      titleArticleId: article.id,
      url: article.url,
      topics: [],
      isUpdate: false,
      statements: [],
      moved: [],
      articleCount: 1,
      publishedAt: [],
      agencies: [],
      publishers: ['DW'],
    },
    articles: [article],
    eventScore: 0,
    score: 0,
    values: Object.fromEntries(rankFactors.map((factor) => [factor, 0])) as RankedStory['values'],
  };
}

const flood = ranked(
  'Indonesia: Flood kills nine in Sarwana',
  'A flood killed nine people in the Sarwana district on Sunday.',
);
const aid = ranked(
  'Indonesia: Helicopters bring aid to Sarwana',
  'Helicopters flew aid to the Sarwana district after the flood on Sunday.',
);
const vote = ranked('Indonesia: Parliament votes', 'The parliament of Indonesia voted on a budget on Sunday.');
const falkner = ranked('Falkner opens port of Brenwick', 'Premier Ilse Falkner opened a new port.');
const trip = ranked('Falkner travels to Peru', 'Talks on copper and visas await Ilse Falkner in Lima next week.');
const titles = (stories: readonly RankedStory[]) => stories.map(({ story }) => story.title);

test('a story on an already covered event comes after the others', () => {
  expect(titles(oneOfEachEvent([flood, aid, vote], 2))).toEqual(titles([flood, vote, aid]));
});

test('a state or a person in common makes no event', () => {
  expect(titles(oneOfEachEvent([flood, vote, falkner, trip], 4))).toEqual(titles([flood, vote, falkner, trip]));
});

test('headlines that share more than a state are on one event', () => {
  const war = ranked('Oland war: Strikes for 9th night', 'Brevia has launched strikes on Oland for the ninth night.');
  const answer = ranked(
    'Brevia strikes Oland after two die',
    'Brevia struck Oland for the eighth night after strikes on its base.',
  );
  expect(titles(oneOfEachEvent([war, answer, vote], 2))).toEqual(titles([war, vote, answer]));
});

test('of live blogs under one label the newest has a place', () => {
  const live = (headline: string, at: string): RankedStory => {
    const one = ranked(headline, 'It goes on.');
    return {
      ...one,
      articles: one.articles.map((article) => ({ ...article, kind: 'live' })),
      story: { ...one.story, publishedAt: [at] },
    };
  };
  const before = live('Oland war: Port is shelled', '2026-05-05T02:00:00Z');
  const now = live('Oland war: Brevia offers truce', '2026-05-06T02:00:00Z');
  expect(titles(oneOfEachEvent([before, now, vote], 2))).toEqual(titles([now, vote, before]));
});

test('with one place, the first keeps it', () => {
  expect(titles(oneOfEachEvent([aid, flood], 1))).toEqual(titles([aid, flood]));
});
