import { expect, it } from 'vitest';
import { parseFeedDate } from '../../src/text/found-date.ts';

it.each([
  ['2026-09-10T08:09:00Z', '2026-09-10T08:09:00Z'],
  ['2026-06-14T19:00:01.536Z', '2026-06-14T19:00:01.536Z'],
  ['2026-09-10T08:09:00+02:00', '2026-09-10T06:09:00Z'],
  ['2026-09-10T08:09:00', '2026-09-10T08:09:00Z'],
  ['2026-09-10', '2026-09-10T00:00:00Z'],
  ['Sun, 4 Oct 2026 14:24:00 GMT', '2026-10-04T14:24:00Z'],
  [' Sun, 04 Oct 2026 14:24:00 +0200\n', '2026-10-04T12:24:00Z'],
  ['Sun, 04 Oct 2026 14:24:00 CEST', '2026-10-04T12:24:00Z'],
  ['Sun, 04 Oct 2026 14:24:00', '2026-10-04T14:24:00Z'],
  ['yesterday', undefined],
  ['', undefined],
])('reads %j as %j', (text, expected) => {
  expect(parseFeedDate(text)?.toString()).toBe(expected);
});
