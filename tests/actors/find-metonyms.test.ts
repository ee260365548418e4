import { expect, test } from 'vitest';
import { readActors } from '../../src/actors/read-actors.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

function read(text: string, language = 'en') {
  return readActors(
    makeTestArticle({ id: 'dw:1', headline: 'News', at: '2022-07-18T10:00:00Z', paragraphs: [text], language }),
  );
}

test.each([
  ['Tokyo has warned of consequences.', "Tokyo (Japan's government)"],
  ['Seoul said that Tokyo had repeatedly rejected the plan.', "Tokyo (Japan's government)"],
  ['The Kremlin denied the report.', "Kremlin (Russia's presidential office)"],
  ['On Monday, the Blue House announced a new envoy.', "Blue House (South Korea's presidential office)"],
  ['Brussels wants to limit prices.', 'Brussels (European Union)'],
  ['Washington has long urged both to talk.', "Washington (United States' government)"],
])('"%s" names a government', (text, name) => {
  expect(
    read(text)
      .actors.filter(({ kind }) => kind === 'organization')
      .map((actor) => actor.name),
  ).toContain(name);
});

test.each([
  'Ministers met in Tokyo on Monday.',
  "Tokyo's mayor warned of floods.",
  'Residents of Tokyo said that the night was hot.',
  'Tokyo police said that nobody was hurt.',
  'Brussels is a city of 1.2 million people.',
  'The plane left Seoul, said the airline.',
])('"%s" names a place', (text) => {
  expect(read(text).actors.filter(({ name }) => name.includes('('))).toEqual([]);
});

test('keeps the city as a place next to its government', () => {
  const { actors } = read('Ministers met in Tokyo on Monday. Tokyo has warned of consequences.');
  expect(actors.find(({ name }) => name === 'Tokyo')).toMatchObject({ kind: 'place', sentences: [0] });
  expect(actors.find(({ name }) => name === "Tokyo (Japan's government)")).toMatchObject({
    sentences: [1],
    aliases: ["Japan's government"],
  });
});

test('what a government says is its statement', () => {
  const { quotes } = read('Tokyo warned that there could be repercussions for trade.');
  expect(quotes).toMatchObject([{ speakerName: "Tokyo (Japan's government)", direct: false }]);
});

test('German names and verbs', () => {
  expect(read('Tokio warnt vor Folgen.', 'de').actors.map(({ name }) => name)).toContain('Tokio (Regierung, Japan)');
  expect(read('Der Kreml wies die Vorwürfe zurück.', 'de').actors.map(({ name }) => name)).toContain(
    'Kreml (Präsidialamt, Russland)',
  );
});
