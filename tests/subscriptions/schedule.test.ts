import { expect, test } from 'vitest';
import { describeSchedule } from '../../src/subscriptions/schedule.ts';

test('a schedule is described as people say it', () => {
  expect(describeSchedule({ days: [1, 2, 3, 4, 5], times: ['08:00', '17:00'], zone: 'America/New_York' })).toBe(
    'weekdays at 08:00 and 17:00 (New York)',
  );
  expect(describeSchedule({ days: [1, 3], times: ['08:00'], zone: 'UTC' })).toBe('Monday and Wednesday at 08:00 (UTC)');
});
