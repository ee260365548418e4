import { describe, expect, test } from 'vitest';
import { briefingMessage } from '../../../src/briefings/message/briefing-message.ts';
import { renderMessage as renderDiscord } from '../../../src/chat/discord/render-message.ts';
import { renderMessage as renderSlack } from '../../../src/chat/slack/render-message.ts';

const at = Temporal.Instant.from('2022-07-19T06:00:00Z');
const also = [
  {
    storyId: '2',
    title: 'Sumo',
    articleId: 'dw:2',
    url: 'https://news.example/2',
    publishedAt: '2022-07-18T06:00:00Z',
  },
];

function tell({ windowStart = '2022-07-18T06:00:00Z', reader = 'en', hasMore = false }) {
  const briefing = {
    id: 'b',
    interest: 'everything',
    language: 'en',
    length: 'normal',
    windowStart,
    windowEnd: at.toString(),
    stories: [],
    also: hasMore ? also : [],
    wordCount: 0,
  } as const;
  const { blocks } = briefingMessage(briefing, { zone: 'Europe/Berlin', at, reader });
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.spans.map((span) => ('text' in span ? span.text : '')).join('') : [],
  );
}

describe('a quiet briefing says since when', () => {
  test.each([
    ['2022-07-18T06:00:00Z', 'Monday 08:00'],
    ['2022-07-10T06:00:00Z', '10 July 08:00'],
    ['2011-05-23T00:00:00Z', '23 May 2011 02:00'],
  ])('from %s: %s', (windowStart, since) => {
    expect(tell({ windowStart })).toEqual([`Not in the archive: nothing since ${since}.`]);
  });
});

test('further titles follow a colon as the language sets it', () => {
  expect(tell({ hasMore: true }).at(-1)).toMatch(/^Also: Sumo/u);
  expect(tell({ hasMore: true, reader: 'fr' }).at(-1)).toMatch(/^\p{L}+\s: Sumo/u);
});

test('dates a sentence with a past weekday if a story spans several days', () => {
  const citation = {
    articleId: 'dw:3',
    revision: 1,
    sentence: 0,
    quote: '',
    url: 'https://news.example/3',
    publishedAt: '2022-07-11T09:00:00Z',
  };
  const story = (publishedAt: readonly string[]) => ({
    storyId: '3',
    title: 'Brenwick closes its bridge',
    titleArticleId: 'dw:3',
    url: 'https://news.example/3',
    topics: [],
    isUpdate: false,
    statements: [{ text: 'The council voted on Monday.', quoted: true, citations: [citation] }],
    moved: [],
    articleCount: publishedAt.length,
    publishedAt,
    agencies: [],
    publishers: ['DW'],
  });
  const days = (publishedAt: readonly string[]) => {
    const briefing = {
      id: 'b',
      interest: 'everything',
      language: 'en',
      length: 'normal',
      windowStart: '2022-07-10T06:00:00Z',
      windowEnd: at.toString(),
      stories: [story(publishedAt)],
      also: [],
      wordCount: 0,
    } as const;
    const { blocks } = briefingMessage(briefing, { zone: 'Europe/Berlin', at });
    return blocks.flatMap((block) =>
      block.kind === 'context' ? block.spans.map((span) => ('text' in span ? span.text : '')) : [],
    );
  };
  expect(days(['2022-07-11T09:00:00Z', '2022-07-18T09:00:00Z'])).toContain('11 July');
  expect(days(['2022-07-11T09:00:00Z'])).not.toContain('11 July');
});

test('numbers only what comes from another article than the one that the title links', () => {
  const cite = (articleId: string) => ({
    articleId,
    revision: 1,
    sentence: 0,
    quote: '',
    url: `https://news.example/${articleId.slice(3)}`,
    publishedAt: '2022-07-18T09:00:00Z',
    headline: `Headline of ${articleId}`,
  });
  const quoted = (text: string, articleId: string) => ({ text, quoted: true, citations: [cite(articleId)] });
  const story = {
    storyId: '3',
    title: 'Brenwick closes its bridge',
    titleArticleId: 'dw:3',
    url: 'https://news.example/3',
    topics: [],
    isUpdate: false,
    statements: [
      quoted('The council voted.', 'dw:3'),
      quoted('The ferry runs from June.', 'dw:4'),
      quoted('Tickets are free.', 'dw:4'),
    ],
    moved: [],
    articleCount: 2,
    publishedAt: ['2022-07-18T09:00:00Z'],
    agencies: ['dpa'],
    publishers: ['DW'],
  };
  const briefing = {
    id: 'b',
    interest: 'everything',
    language: 'en',
    length: 'normal',
    windowStart: '2022-07-18T06:00:00Z',
    windowEnd: at.toString(),
    stories: [story],
    also,
    wordCount: 20,
  } as const;
  const message = briefingMessage(briefing, { zone: 'Europe/Berlin', at });
  const numbers = message.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.spans.flatMap((span) => (span.kind === 'citation' ? [span.number] : []))] : [],
  );
  expect(numbers).toEqual([[], [1], [1], []]);
  const sources = message.blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : []));
  expect(sources.map(({ title, isLinked = false }) => [title, isLinked])).toEqual([
    ['Headline of dw:4', false],
    ['Brenwick closes its bridge', true],
    ['Sumo', true],
  ]);
  const slack = JSON.stringify(renderSlack(message));
  expect(slack).toContain('Headline of dw:4');
  expect(slack.match(/"url":"https:\/\/news\.example\/3"/gu)).toHaveLength(1);
  const discord = JSON.stringify(renderDiscord(message));
  expect(discord.match(/news\.example\/3/gu)).toHaveLength(1);
  expect(message.summary).toMatch(/^Brenwick closes its bridge · /u);
});
