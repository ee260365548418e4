import { expect, test } from 'vitest';
import { backgroundCues } from '../../src/stories/background-cues.ts';

test.each([
  ['Last Friday the board of Norvik Steel dismissed its chief.', 'en'],
  ['In the weeks that followed, Kade rejected all calls to resign.', 'en'],
  ['Der Aufsichtsrat hatte Kade in der vergangenen Woche entlassen.', 'de'],
  ['Vor drei Monaten war Kade noch gewählt worden.', 'de'],
])('"%s" names an earlier time', (text, language) => {
  expect(backgroundCues(text, language).namesEarlierTime).toBe(true);
});

test.each([
  ['On Friday the board of Norvik Steel dismissed its chief.', 'en'],
  ['Kade will be gone in two weeks.', 'en'],
  ['Der Aufsichtsrat entließ Kade am Freitag.', 'de'],
  ['Kade trat vor den Tagesordnungspunkten zurück.', 'de'],
])('"%s" names none', (text, language) => {
  expect(backgroundCues(text, language).namesEarlierTime).toBe(false);
});

test.each([
  ['The decision set off a debate.', 'en', true],
  ["The prosecutor's appeal has drawn attention.", 'en', true],
  ['A decision set off a debate.', 'en', false],
  ['The board set off a debate.', 'en', false],
  ['Die Entscheidung löste eine Debatte aus.', 'de', true],
  ['Eine Entscheidung löste eine Debatte aus.', 'de', false],
  ['The decision set off a debate.', 'xx', false],
])('"%s" (%s) opens with the event: %s', (text, language, opens) => {
  expect(backgroundCues(text, language).opensWithEvent).toBe(opens);
});
