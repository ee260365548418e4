import { expect, test } from 'vitest';
import { parseSince } from '../../src/subscriptions/parse-day.ts';

const now = Temporal.Instant.from('2022-07-19T06:00:00Z');

test.each([
  ['24h', '2022-07-18T06:00:00Z'],
  ['today', '2022-07-18T22:00:00Z'],
  ['heute', '2022-07-18T22:00:00Z'],
  ['yesterday', '2022-07-17T22:00:00Z'],
  ['Gestern', '2022-07-17T22:00:00Z'],
  ['monday', '2022-07-17T22:00:00Z'],
  ['Dienstag', '2022-07-11T22:00:00Z'],
  ['3 Tage', '2022-07-16T06:00:00Z'],
  ['24 Stunden', '2022-07-18T06:00:00Z'],
  ['2 semaines', '2022-07-05T06:00:00Z'],
  ['5 дней', '2022-07-14T06:00:00Z'],
  ['3天', '2022-07-16T06:00:00Z'],
  ['hier', '2022-07-17T22:00:00Z'],
  ['вчера', '2022-07-17T22:00:00Z'],
  ['昨天', '2022-07-17T22:00:00Z'],
  ['lundi', '2022-07-17T22:00:00Z'],
  ['2022-05-01', '2022-04-30T22:00:00Z'],
])('%s in Berlin is since %s', (typed, since) => {
  expect(parseSince(typed, now, 'Europe/Berlin').toString()).toBe(since);
});

test.each(['bogus', '', '99999d'])('refuses %j and says what to write', (typed) => {
  expect(() => parseSince(typed, now, 'Europe/Berlin')).toThrow('Write 24h, 3d, 2w, yesterday, monday');
});
