import { describe, expect, test } from 'vitest';
import { readWish } from '../../src/subscriptions/read-wish.ts';
import { describeWhen, parseDeliveryMode, splitAlerts } from '../../src/subscriptions/subscription.ts';

test.each([
  ['digest', 'digest'],
  ['Alerts', 'alerts'],
  ['alert', 'alerts'],
  ['both', 'both'],
  ['digest, alerts', 'both'],
  ['alerts and digest', 'both'],
])('“%s” is read as %s', (typed, as) => {
  expect(parseDeliveryMode(typed)).toBe(as);
});

test.each(['', 'daily', 'digest and more'])('“%s” is refused with what there is', (typed) => {
  expect(() => parseDeliveryMode(typed)).toThrow('Use digest, alerts, both or week');
});

test.each([
  ['weekdays at 08:00', 'digest', 'weekdays at 08:00'],
  ['weekdays at 08:00 and alerts', 'both', 'weekdays at 08:00'],
  ['8am, alerts', 'both', '8am'],
  ['alerts', 'alerts', ''],
])('times “%s” say %s', (typed, as, times) => {
  expect(splitAlerts(typed)).toEqual({ as, times });
});

const schedule = { days: [1, 2, 3, 4, 5, 6, 7], times: ['08:00'], zone: 'Europe/Berlin' } as const;
const present = { as: 'both', schedule, language: 'en', length: 'normal', maxStories: 5 } as const;
const read = (typed: { times?: string; as?: string }) =>
  readWish({ interest: 'everything', ...typed }, present, new Map());

describe('a wish', () => {
  test('that says nothing of it keeps what there is', () => {
    expect(read({}).as).toBe('both');
  });

  test('says it with its times, and alerts alone keep the times for later', () => {
    expect(read({ times: '9:00' })).toMatchObject({ as: 'digest', schedule: { times: ['09:00'] } });
    expect(read({ times: 'alerts' })).toMatchObject({ as: 'alerts', schedule });
  });

  test('names the field that is wrong', () => {
    expect(() => read({ as: 'often' })).toThrow(expect.objectContaining({ field: 'as' }));
  });
});

test('is described in words', () => {
  expect(describeWhen({ as: 'both', schedule })).toBe('daily at 08:00 (Berlin) and alerts');
  expect(describeWhen({ as: 'alerts', schedule })).toBe('alerts for breaking news');
});
