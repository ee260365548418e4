import { expect, test } from 'vitest';
import { parseZone, parseZoneByPrefix } from '../../src/subscriptions/parse-zone.ts';

test.each([
  ['Asia/Seoul', 'Asia/Seoul'],
  ['asia/seoul', 'Asia/Seoul'],
  ['seoul', 'Asia/Seoul'],
  ['new york', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['Zürich', 'Europe/Zurich'],
  ['Bogotá', 'America/Bogota'],
  ['Asunción', 'America/Asuncion'],
  ["St. John's", 'America/St_Johns'],
  ['Port au Prince', 'America/Port-au-Prince'],
  ['port-au-prince', 'America/Port-au-Prince'],
  ['utc', 'UTC'],
  ['+02:00', '+02:00'],
  ['Kolkata', 'Asia/Kolkata'],
  ['Kyiv', 'Europe/Kyiv'],
  ['Japan', 'Japan'],
  ['Südkorea', 'Asia/Seoul'],
  ['Tokio', 'Asia/Tokyo'],
  ['Bonn, Germany', undefined],
  ['Germany', 'Europe/Berlin'],
  ['Алжир', 'Africa/Algiers'],
])('the zone of "%s" is %s', (typed, expected) => {
  if (expected === undefined) expect(() => parseZone(typed)).toThrow(`Unknown time zone "${typed}"`);
  else expect(parseZone(typed)).toBe(expected);
});

test.each([
  ['Atlantis', 'Unknown time zone "Atlantis". Use a name such as Europe/Berlin or Asia/Seoul.'],
  ['Berln', 'Unknown time zone "Berln". Use Europe/Berlin.'],
  ['Brazil', '"Brazil" has several time zones. Use one of them, such as America/'],
  ['', 'Unknown time zone ""'],
])('"%s" is refused with what may have been meant', (typed, message) => {
  expect(() => parseZone(typed)).toThrow(message);
});

test.each([
  ['Se', 'Asia/Seoul'],
  ['new y', 'America/New_York'],
  ['Europe/Be', undefined],
  ['Europe/Berl', 'Europe/Berlin'],
  ['Tokio', 'Asia/Tokyo'],
  ['Ber', undefined],
])('where only a zone can stand "%s" is %s', (typed, expected) => {
  if (expected === undefined) expect(() => parseZoneByPrefix(typed)).toThrow(/Use .*Europe\/Berlin/);
  else expect(parseZoneByPrefix(typed)).toBe(expected);
});

test('what begins as typed is offered before what holds it', () => {
  expect(() => parseZone('Se')).toThrow('Unknown time zone "Se". Use Asia/Seoul.');
  expect(() => parseZone('goose')).toThrow('America/Goose_Bay');
});
