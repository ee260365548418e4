import { describe, expect, test } from 'vitest';
import { createStoryLinker } from '../../src/stories/link-stories.ts';
import type { StoryDocument } from '../../src/stories/story-document.ts';

const start = Temporal.Instant.from('2031-03-01T08:00:00Z');
type Line = readonly [language: string, headline: string, body: string, hour?: number];

const ferryInEnglish: Line = [
  'en',
  'Ferry Norlinde sinks off Kestrel Bay',
  'At least 47 people died when the ferry Norlinde sank off Kestrel Bay in Greece. Transport Minister Olek Varda spoke of 212 passengers.',
];
const ferryInGerman: Line = [
  'de',
  'Fähre "Norlinde" vor Griechenland gesunken',
  'Vor Kestrel Bay in Griechenland ist die Fähre Norlinde gesunken. Nach Angaben von Verkehrsminister Olek Varda waren 212 Passagiere an Bord, 47 Menschen starben.',
  5,
];
const fireInGerman: Line = [
  'de',
  'Griechenland: Waldbrände auf Rhodos',
  'In Griechenland sind auf der Insel Rhodos Waldbrände ausgebrochen. Ministerpräsident Nikos Palas rief den Notstand aus, 47 Dörfer wurden geräumt.',
];
const ferryInSpanish: Line = [
  'es',
  'Naufragio del ferri Norlinde en Grecia',
  'Al menos 47 personas murieron en Grecia al hundirse el ferri Norlinde frente a Kestrel Bay con 212 pasajeros, dijo el ministro Olek Varda.',
];

function linksOf(lines: readonly Line[], storyId: string): readonly string[] {
  const linker = createStoryLinker();
  for (const [index, [language, headline, body, hour = 0]] of lines.entries()) {
    const document: StoryDocument = {
      id: `a${index}`,
      language,
      headline,
      body,
      publishedAt: start.add({ hours: hour }),
    };
    linker.add(document, `s${index}`);
  }
  return linker.findLinks(storyId).map(({ otherId }) => otherId);
}

describe('createStoryLinker', () => {
  test('links the same event in two languages by names, states and numbers, from both sides', () => {
    const lines = [ferryInEnglish, fireInGerman, ferryInGerman];
    expect(linksOf(lines, 's0')).toEqual(['s2']);
    expect(linksOf(lines, 's2')).toEqual(['s0']);
    expect(linksOf(lines, 's1')).toEqual([]);
  });

  test('links one story of each other language', () => {
    expect(linksOf([ferryInEnglish, ferryInGerman, ferryInSpanish], 's0').toSorted()).toEqual(['s1', 's2']);
  });

  test.each<[why: string, one: Line, other: Line]>([
    ['another event in the same state', ferryInEnglish, fireInGerman],
    ['the same language', ferryInEnglish, ferryInEnglish],
    ['days apart', ferryInEnglish, [...(ferryInGerman.slice(0, 3) as unknown as [string, string, string]), 120]],
    [
      'only states in common',
      ['en', 'Talks between Greece, Turkey and Cyprus', 'Greece, Turkey and Cyprus are talking about gas.'],
      ['de', 'Griechenland, die Türkei und Zypern im Manöver', 'Griechenland, die Türkei und Zypern üben auf See.'],
    ],
  ])('does not link %s', (_why, one, other) => {
    expect(linksOf([one, other], 's0')).toEqual([]);
  });

  test('a link outlives a merge', () => {
    const linker = createStoryLinker();
    const document = ([language, headline, body]: Line, id: string) => ({
      id,
      language,
      headline,
      body,
      publishedAt: start,
    });
    linker.add(document(ferryInEnglish, 'a'), 'first');
    linker.add(document(ferryInEnglish, 'b'), 'second');
    linker.add(document(ferryInGerman, 'c'), 'german');
    linker.merge({ fromId: 'second', intoId: 'first' });
    expect(linker.findLinks('german').map(({ otherId }) => otherId)).toEqual(['first']);
  });
});
