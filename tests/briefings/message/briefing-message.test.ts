import { describe, expect, test } from 'vitest';
import type { Briefing, BriefingStory } from '../../../src/briefings/briefing.ts';
import { briefingMessage } from '../../../src/briefings/message/briefing-message.ts';
import { renderMessage as renderDiscord } from '../../../src/chat/discord/render-message.ts';
import type { Message } from '../../../src/chat/message.ts';
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

function storyOf(own: Partial<BriefingStory>): BriefingStory {
  return {
    storyId: '3',
    title: 'Brenwick closes its bridge',
    titleArticleId: 'dw:3',
    url: 'https://news.example/3',
    topics: [],
    isUpdate: false,
    statements: [],
    moved: [],
    articleCount: 1,
    publishedAt: ['2022-07-18T06:00:00Z'],
    agencies: [],
    publishers: ['DW'],
    ...own,
  };
}

function briefingOf(stories: readonly BriefingStory[], own: Partial<Briefing> = {}): Briefing {
  return {
    id: 'b',
    interest: 'everything',
    language: 'en',
    length: 'normal',
    windowStart: '2022-07-18T06:00:00Z',
    windowEnd: at.toString(),
    stories,
    also: [],
    wordCount: 0,
    ...own,
  };
}

function tell({ windowStart = '2022-07-18T06:00:00Z', reader = 'en', hasMore = false }) {
  const briefing = briefingOf([], { windowStart, also: hasMore ? also : [] });
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
  const statements = [{ text: 'The council voted on Monday.', quoted: true, citations: [citation] }];
  const days = (publishedAt: readonly string[]) => {
    const story = storyOf({ statements, articleCount: publishedAt.length, publishedAt });
    const briefing = briefingOf([story], { windowStart: '2022-07-10T06:00:00Z' });
    const { blocks } = briefingMessage(briefing, { zone: 'Europe/Berlin', at });
    return blocks.flatMap((block) =>
      block.kind === 'context' ? block.spans.map((span) => ('text' in span ? span.text : '')) : [],
    );
  };
  expect(days(['2022-07-11T09:00:00Z', '2022-07-18T09:00:00Z'])).toContain('11 July');
  expect(days(['2022-07-11T09:00:00Z'])).not.toContain('11 July');
});

test('a week dates its lines in the zone of its readers', () => {
  const citation = {
    articleId: 'dw:3',
    revision: 1,
    sentence: 0,
    quote: '',
    url: 'https://news.example/3',
    publishedAt: '2022-07-13T22:30:00Z',
  };
  const statements = [{ text: 'The council voted.', quoted: true, date: '2022-07-13', citations: [citation] }];
  const week = briefingOf([storyOf({ statements, publishedAt: ['2022-07-13T22:30:00Z'] })], {
    isWeek: true,
    windowStart: '2022-07-12T06:00:00Z',
  });
  const { blocks } = briefingMessage(week, { zone: 'Europe/Berlin', at });
  expect(JSON.stringify(blocks)).toContain('Thursday 14 July: ');
});

test('labels the reply to a charge', () => {
  const statements = [
    { text: 'Two newspapers accuse the mayor.', quoted: true, citations: [] },
    { text: 'The mayor rejects the claim.', quoted: true, isReply: true, citations: [] },
    { text: 'The claim could not be verified.', quoted: true, isReply: true, citations: [] },
  ] as const;
  const briefing = briefingOf([storyOf({ title: 'Mayor accused', statements })]);
  const { blocks } = briefingMessage(briefing, { zone: 'Europe/Berlin', at });
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.spans.map((span) => ('text' in span ? span.text : '')).join('') : [],
  );
  expect(lines).toContain('Other side: The mayor rejects the claim.');
  expect(lines).toContain('The claim could not be verified.');
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
  const story = storyOf({
    statements: [
      quoted('The council voted.', 'dw:3'),
      quoted('The ferry runs from June.', 'dw:4'),
      quoted('Tickets are free.', 'dw:4'),
    ],
    articleCount: 2,
    publishedAt: ['2022-07-18T09:00:00Z', '2022-07-18T22:30:00Z'],
    agencies: ['dpa'],
  });
  const briefing = briefingOf([story], { also });
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
  // The title's own article is not the newest of its story.
  expect(sources[1]?.publishedAt).toBe('2022-07-18T09:00:00Z');
  const slack = JSON.stringify(renderSlack(message));
  expect(slack).toContain('Headline of dw:4');
  expect(slack.match(/"url":"https:\/\/news\.example\/3"/gu)).toHaveLength(1);
  const discord = JSON.stringify(renderDiscord(message));
  expect(discord.match(/news\.example\/3/gu)).toHaveLength(1);
  expect(message.summary).toMatch(/^Brenwick closes its bridge · /u);
});

describe('what changed for a channel comes first', () => {
  const cite = (quote: string, publishedAt: string, articleId = 'dw:3') => {
    return { articleId, revision: 1, sentence: 0, quote, url: `https://news.example/${articleId}`, publishedAt };
  };
  const before = cite('Nine people died.', '2022-07-17T18:50:00Z', 'dw:2');
  const now = cite('Twelve people died.', '2022-07-18T21:50:00Z');
  const story = storyOf({
    title: 'Brenwick flood toll rises',
    url: 'https://news.example/dw:3',
    isUpdate: true,
    publishedAt: ['2022-07-18T21:50:00Z'],
  });
  const other = { ...story, storyId: '1', title: 'Parliament votes', titleArticleId: 'dw:1', isUpdate: false };
  const frame = { zone: 'Europe/Berlin', at };
  const messageOf = (changed: Partial<BriefingStory>, reader = 'en') =>
    briefingMessage(briefingOf([other, { ...story, ...changed }]), { ...frame, reader });
  const firstLine = (message: Message) => {
    const [, , block] = message.blocks;
    return block?.kind === 'paragraph' ? block.spans.map((span) => ('text' in span ? span.text : '')).join('') : '';
  };
  const toll = { moved: [{ of: 'killed', before: '9', now: '12', beforeCitation: before, nowCitation: now }] };

  test('a toll, with both hours as links to what said so', () => {
    const message = messageOf(toll);
    expect(firstLine(message)).toBe(
      'UPDATE Killed: was 9 (Sunday 20:50), now 12 (Monday 23:50) · Brenwick flood toll rises',
    );
    const [, , block] = message.blocks;
    const links = block?.kind === 'paragraph' ? block.spans.flatMap((span) => ('url' in span ? [span.url] : [])) : [];
    expect(links).toEqual([before.url, now.url]);
    expect(message.summary).toMatch(/^Brenwick flood toll rises \(was 9, now 12\) · Parliament votes · /u);
    expect(firstLine(messageOf(toll, 'zh'))).toContain('原为9 (');
  });

  test('a fact that turned, and a headline that says something else', () => {
    expect(firstLine(messageOf({ reversal: { before, now } }))).toBe(
      'UPDATE was Nine people died. (Sunday 20:50), now Twelve people died. (Monday 23:50)',
    );
    const headlineChange = { before: 'Flood kills nine in Brenwick', citation: before };
    expect(firstLine(messageOf({ headlineChange }))).toBe(
      'UPDATE was Flood kills nine in Brenwick (Sunday 20:50), now Brenwick flood toll rises',
    );
  });

  test('nothing where nothing changed', () => {
    expect(messageOf({}).blocks[2]).toMatchObject({ kind: 'heading', level: 2 });
  });
});
