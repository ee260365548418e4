import { expect, test } from 'vitest';
import { chooseDays } from '../../../src/answers/background/choose-days.ts';
import { timelineTask } from '../../../src/cli/batch/summary-tasks.ts';

const request = { query: 'Vestby bridge', language: 'en', from: '2022-07-01', until: '2022-08-31', max: 2 };
const at = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`);
const texts = [
  { id: 'a', publishedAt: at('2022-07-05'), sentences: ['The old bridge in Vestby collapsed into the river at noon.'] },
  { id: 'b', publishedAt: at('2022-07-09'), sentences: ['Singers gathered for the annual folk concert in the park.'] },
  {
    id: 'c',
    publishedAt: at('2022-08-01'),
    sentences: ['Vestby mourns the nine people killed when the bridge collapsed on July 5.'],
  },
  {
    id: 'd',
    publishedAt: at('2022-08-20'),
    sentences: ['Engineers had warned of cracks before the Vestby bridge fell on July 5, 2022.'],
  },
];

test('chooses the day that later articles remember', () => {
  const days = chooseDays(texts, { ...request, max: 1 });
  expect(days.map(({ date }) => date)).toEqual(['2022-07-05']);
  expect(days[0]?.sentences.map(({ sourceId }) => sourceId)).toContain('a');
});

test('keeps to the range and the number of days, oldest first', () => {
  const days = chooseDays(texts, request).map(({ date }) => date);
  expect(days).toHaveLength(2);
  expect(days).toEqual(days.toSorted());
  expect(chooseDays(texts, { ...request, from: '2022-07-06' }).every(({ date }) => date >= '2022-07-06')).toBe(true);
});

test('says nothing of nothing', () => {
  expect(chooseDays([], request)).toEqual([]);
});

test('batch timeline gives entries with their article', () => {
  const line = {
    id: 'bridge',
    query: 'Vestby bridge',
    start: '2022-07-01',
    end: '2022-08-31',
    dates: 1,
    articles: texts.map(({ id, publishedAt, sentences }) => ({
      id,
      publishedAt: publishedAt.toString().slice(0, 10),
      title: '',
      text: sentences.join('\n'),
    })),
  };
  const { id, entries } = timelineTask(line);
  expect(id).toBe('bridge');
  expect(entries[0]).toMatchObject({ date: '2022-07-05', articleId: expect.any(String) });
});
