import { expect, test } from 'vitest';
import { altText, mentionPeriods } from '../../src/charts/mention-periods.ts';

const span = (from: string, days: number) =>
  Array.from({ length: days }, (_, index) => ({
    day: Temporal.PlainDate.from(from).add({ days: index }).toString(),
    mentions: 1,
  }));

test('days with nothing stand between those with something, and before few of them', () => {
  const counted = mentionPeriods([
    { day: '2022-03-02', mentions: 4 },
    { day: '2022-02-28', mentions: 1 },
  ]);
  expect(counted?.unit).toBe('day');
  expect(counted?.periods.map(({ mentions }) => mentions)).toEqual([0, 0, 0, 0, 1, 0, 4]);
  expect(counted?.periods[0]?.start).toBe('2022-02-24');
});

test.each([
  [31, 'day', 31],
  [32, 'week', 7],
  [210, 'week', 31],
  [211, 'month', 7],
  [2_000, 'month', 36],
])('%i days are told by %s', (days, unit, count) => {
  const counted = mentionPeriods(span('2022-01-01', days));
  expect([counted?.unit, counted?.periods.length]).toEqual([unit, count]);
});

test('weeks begin on Monday, and every mention of the time is counted once', () => {
  const counted = mentionPeriods(span('2024-12-25', 40));
  expect(counted?.periods.every(({ start }) => Temporal.PlainDate.from(start).dayOfWeek === 1)).toBe(true);
  expect(counted?.periods.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(40);
});

test.each([
  [[]],
  [[{ day: '2022-03-02', mentions: 9 }]],
  [
    [
      { day: '2022-03-02', mentions: 0 },
      { day: '2022-03-05', mentions: 2 },
    ],
  ],
])('what is one bar or none is no chart: %j', (days) => {
  expect(mentionPeriods(days)).toBeUndefined();
});

test('the alternative text says every number, or the highest ones where they are many', () => {
  const few = mentionPeriods([
    { day: '2022-07-16', mentions: 1 },
    { day: '2022-07-18', mentions: 3 },
  ]);
  expect(few && altText('Ada Lund', few, 'en')).toBe(
    'Mentions per day. 4 mentions of Ada Lund, 16 July 2022 to 18 July 2022. 16 July 2022: 1, 18 July 2022: 3. No mentions at other times.',
  );
  expect(few && altText('Ada Lund', few, 'de')).toContain('Ada Lund: 4 Nennungen, 16. Juli 2022 bis 18. Juli 2022.');
  const many = mentionPeriods(span('2022-07-01', 25).map((one, index) => ({ ...one, mentions: index + 1 })));
  const told = many ? altText('Ada Lund', many, 'en') : '';
  expect(told).toContain('25 July 2022: 25 …');
  expect(told).not.toContain('13 July 2022: 13');
});
