import { expect, it } from 'vitest';
import { createRecentIds } from '../../../src/chat/slack/arrivals.ts';

it('knows an id again as long as its signature is believed, whatever came in between', () => {
  let now = 0;
  const isNew = createRecentIds(() => now);
  expect(isNew('recorded')).toBe(true);
  for (let other = 0; other < 20_000; other += 1) {
    now = other * 17;
    isNew(`other ${other}`);
  }
  expect(now).toBeGreaterThan(5 * 60_000);
  expect(isNew('recorded')).toBe(false);
  now += 6 * 60_000;
  expect(isNew('recorded')).toBe(true);
});
