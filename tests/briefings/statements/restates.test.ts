import { expect, test } from 'vitest';
import { restates } from '../../../src/briefings/statements/restates.ts';

test.each([
  ['en', 'Brenwick closes its harbor bridge', 'The council of Brenwick voted on Tuesday to close its harbor bridge.'],
  [
    'en',
    'More than a thousand shop owners have signed an appeal to the mayor.',
    'More than 1,000 shop owners have called on the mayor to keep the bridge, an appeal said.',
  ],
  [
    'de',
    'Nordwerk schöpft Millionenkredit aus',
    'Der Konzern Nordwerk hat einen Kredit der Landesbank vollständig in Anspruch genommen.',
  ],
])('in %s, after "%s" it is not news that %s', (language, shown, text) => {
  expect(restates(text, [shown], language, 'sameArticle')).toBe(true);
});

test.each([
  ['en', 'Brenwick closes its harbor bridge', 'Ferries of the line Norlinie run free of charge from June.'],
  ['en', 'Flood kills 9 in Brenwick', 'Flood kills 12 in Varn, and 30 people are missing.'],
  ['de', 'Nordwerk schöpft Millionenkredit aus', 'Der Verlust beträgt 30 Millionen Euro am Tag.'],
])('in %s, after "%s" it is news that %s', (language, shown, text) => {
  expect(restates(text, [shown], language)).toBe(false);
});

test('overlap with everything shown has a lower limit if the article’s lead was shown', () => {
  const shown = ['Sale of the Varn shipyard is off', 'Owner Marta Lindqvist wants to keep the docks and the cranes.'];
  const text = 'Marta Lindqvist told workers of the shipyard on Friday that the docks stay open.';
  expect(restates(text, shown, 'en', 'sameArticle')).toBe(true);
  expect(restates(text, shown, 'en')).toBe(false);
});

test('a shown count of the same article makes a sentence redundant, whatever else it says', () => {
  const shown = ['Varn battles fires', 'More than 2,500 firefighters are deployed in the north of the country.'];
  const text = 'More than 2,500 firefighters were battling some 20 blazes near Estby on Thursday, the governor said.';
  expect(restates(text, shown, 'en', 'sameArticle')).toBe(true);
  expect(restates(text, shown, 'en')).toBe(false);
});

test('below its own lead a first paragraph needs more that is new', () => {
  const shown = ['Crown falls to parity with the mark', 'One crown was worth exactly one mark on Tuesday.'];
  const text = 'The crown fell to a mark on Tuesday, its lowest value since December 2012.';
  expect(restates(text, shown, 'en', 'firstParagraph')).toBe(true);
  expect(restates(text, shown, 'en', 'sameArticle')).toBe(false);
});

test('a death toll restates the deaths that the lead lists individually', () => {
  const shown = [
    'Falkner visits burned woods',
    'A firefighter and a shepherd have died in a wildfire in northern Oland.',
  ];
  const text = 'A wildfire in the province of Varn in Oland has killed two people, the government said on Monday.';
  const ages =
    'A 62-year-old firefighter died on Sunday and a 69-year-old shepherd was found dead on Monday near Estby.';
  const more = 'The wildfire in Oland killed seven people on Tuesday alone.';
  expect([text, ages, more].map((one) => restates(one, shown, 'en', 'sameArticle'))).toEqual([true, true, false]);
  expect(restates(text, shown, 'en')).toBe(false);
});
