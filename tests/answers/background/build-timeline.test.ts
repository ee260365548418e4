import { expect, test } from 'vitest';
import { readSentences } from '../../../src/answers/article-sentences.ts';
import { buildTimeline, type TimelineLimits } from '../../../src/answers/background/build-timeline.ts';
import { timelineTask } from '../../../src/cli/batch/summary-tasks.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const filler = ['The town lies on the coast of Oland.', 'Its harbor is old.', 'Ships call at it from the north.'];

function timelineOf(paragraphs: readonly string[], limits: TimelineLimits) {
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

test.each([
  ['Norland had its biggest harvest since 2001.', '2031-03-20'],
  ['Vestby has been without a harbor since 2001.', '2001'],
  // 20 March 2031 is a Thursday: the article was revised on Friday.
  ['The harbor of Vestby burned down early on Friday.', '2031-03-21'],
  ['The harbor of Vestby burned down last Friday.', '2031-03-14'],
  ['The harbor will replace cranes designed in the 1950s.', '2031-03-20'],
])('dates %j with %s', async (text, date) => {
  const timeline = await timelineOf([text], { max: 9 });
  expect(timeline.map((entry) => entry.date)).toEqual([date]);
});

test.each([
  'Marek Roe, mayor of Vestby since 2001, has left for Oland.',
  'Guests paid tribute to Marek Roe, who was shot on March 8.',
])('does not show a sentence on the day of an aside: %s', async (text) => {
  expect(await timelineOf([text], { max: 9 })).toEqual([]);
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

test('reads a date before the year 1000', async () => {
  const text = 'Farmers in Vestby built the first stone wall 300 decades ago.';
  const timeline = await timelineOf([text], { max: 9 });
  expect(timeline.map(({ line }) => line.sentence.text)).toEqual([text]);
});

const bridge = [
  { id: 'a', day: '2022-07-05', text: 'The old bridge in Vestby collapsed into the river at noon.' },
  { id: 'b', day: '2022-07-09', text: 'Singers gathered for the annual folk concert in the park.' },
  { id: 'c', day: '2022-08-01', text: 'Vestby mourns the nine people killed when the bridge collapsed on July 5.' },
  { id: 'd', day: '2022-08-20', text: 'Engineers had warned of cracks before the Vestby bridge fell on July 5, 2022.' },
];
const bridgeLines = bridge.map(({ id, day, text }) =>
  readSentences(makeTestArticle({ id: `dw:${id}`, headline: 'News', at: `${day}T12:00:00Z`, paragraphs: [text] })),
);

test('chooses the day that later articles still name', async () => {
  const [first, ...others] = await buildTimeline(bridgeLines, { max: 3, maxDays: 1, perDay: 3 });
  expect(first?.date).toBe('2022-07-05');
  expect(others.every(({ date }) => date === '2022-07-05')).toBe(true);
});

test('keeps to its range of days, oldest first', async () => {
  const within = { from: '2022-07-06', until: '2022-08-01' };
  const timeline = await buildTimeline(bridgeLines, { max: 9, within });
  expect(timeline.map(({ date }) => date)).toEqual(['2022-07-09']);
});

test('batch timeline gives the same entries with their article', async () => {
  const { id, entries } = await timelineTask({
    id: 'bridge',
    query: 'Vestby bridge',
    start: '2022-07-01',
    end: '2022-08-31',
    dates: 1,
    articles: bridge.map(({ id, day, text }) => ({ id, publishedAt: day, title: '', text })),
  });
  expect(id).toBe('bridge');
  expect(new Set(entries.map(({ date }) => date))).toEqual(new Set(['2022-07-05']));
  expect(bridge.map((article) => article.id)).toContain(entries[0]?.articleId);
  expect(bridge.map(({ text }) => text)).toContain(entries[0]?.text);
});

test('takes a weekday for the coming one where another sentence dates it', async () => {
  const timeline = await timelineOf(
    [
      'Oland votes in a referendum on the harbor on Saturday, March 22.',
      'Long lines are feared outside the polling stations of Vestby on Saturday.',
      'The mayor of Vestby met dockers last Saturday.',
    ],
    { max: 9, perDay: 3 },
  );
  expect(timeline.map(({ date }) => date)).toEqual(['2031-03-15', '2031-03-22', '2031-03-22']);
});

test('dates no habit', async () => {
  const timeline = await timelineOf([...filler, ...filler, 'The fair of Vestby takes place every year in May.'], {
    max: 9,
  });
  expect(timeline.map(({ date }) => date)).not.toContain('2031-05');
});

test('does not date news by the year until which something lasts', async () => {
  const timeline = await timelineOf(['The harbor of Vestby is to be rebuilt for $14 million until 2038.'], { max: 9 });
  expect(timeline.map(({ date }) => date)).toEqual(['2031-03-20']);
});

test.each([
  'The mayor of Vestby praised the hosts of Harbor Cup 2038 in a long speech.',
  'His rival belongs to the camp of a former mayor of Vestby (in office 2007-2017).',
])('takes no date of an aside, or of a name that looks ahead, for the day of %s', async (text) => {
  const timeline = await timelineOf([...filler, ...filler.map((line) => `${line} Again.`), text], { max: 9 });
  expect(timeline.map(({ line }) => line.sentence.text)).not.toContain(text);
});
