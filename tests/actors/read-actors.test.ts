import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ActorInText } from '../../src/actors/actor.ts';
import { readActors } from '../../src/actors/read-actors.ts';
import { splitSentences } from '../../src/text/sentences.ts';

function articleOf(text: string, language = 'en') {
  const sentences = text
    .split('\n\n')
    .flatMap((paragraph, block) =>
      splitSentences(paragraph, language).map((sentence) => ({ text: sentence.text, role: 'body' as const, block })),
    );
  return { headline: 'News', language, sentences: sentences.map((sentence, index) => ({ ...sentence, index })) };
}

function actorsOf(text: string, language = 'en'): readonly ActorInText[] {
  return readActors(articleOf(text, language)).actors;
}

function find(actors: readonly ActorInText[], name: string): ActorInText | undefined {
  return actors.find((actor) => actor.name === name);
}

describe('actors', () => {
  test('gathers a name, its surname and a misprint', () => {
    const actors = actorsOf('Foreign Minister Park Min came to Tokyo. Park Nin met the press. Park left on Tuesday.');
    const persons = actors.filter(({ kind }) => kind === 'person');
    expect(persons).toHaveLength(1);
    expect(persons[0]).toMatchObject({ name: 'Park Min', aliases: ['Park Nin', 'Park'], sentences: [0, 1, 2] });
  });

  test('keeps two people of one surname apart; the surname alone goes to the last named', () => {
    const actors = actorsOf('Susan Lee spoke. Lee smiled.\n\nThen Bruce Lee spoke. Lee frowned.');
    expect(find(actors, 'Susan Lee')?.sentences).toEqual([0, 1]);
    expect(find(actors, 'Bruce Lee')?.sentences).toEqual([2, 3]);
  });

  test('resolves a surname that comes before the full name', () => {
    expect(
      find(actorsOf('Falkner resigned. Critics of Falkner cheered. Ilse Falkner is 60.'), 'Ilse Falkner')?.sentences,
    ).toEqual([0, 1, 2]);
  });

  test('gathers a state by its code', () => {
    const actors = actorsOf('The United States agreed. The U.S. sent ships, and the US paid.');
    expect(find(actors, 'United States')).toMatchObject({ kind: 'place', country: 'US', aliases: ['U.S.', 'US'] });
  });

  test("joins an acronym with its name, and a state's ministry with itself", () => {
    const actors = actorsOf(
      "The International Grain Council (IGC) met. The IGC voted. The Japanese Foreign Ministry agreed. Japan's Foreign Ministry said so.",
    );
    expect(find(actors, 'International Grain Council')?.aliases).toEqual(['IGC']);
    expect(find(actors, 'Japanese Foreign Ministry')?.sentences).toEqual([2, 3]);
  });
});

describe('roles', () => {
  test.each([
    [
      'Norland: Prime Minister Falkner resigns',
      'Ilse Falkner left on Monday.',
      'Ilse Falkner',
      'Prime Minister',
      false,
    ],
    ['Peter Holt sworn in as mayor', 'The city has waited for weeks.', 'Peter Holt', 'mayor', false],
    ['Ex-Finance Minister Peter Holt dies', 'He was 81.', 'Peter Holt', 'Minister', true],
  ])('is read from the headline "%s"', (headline, text, name, role, former) => {
    const { actors } = readActors({ ...articleOf(text), headline });
    expect(find(actors, name)?.roles).toEqual([{ name: expect.any(String), role, sentence: -1, former }]);
    expect(find(actors, name)?.sentences).toContain(-1);
  });

  test.each(['Prime Minister Falkner Resigns After Long Debate', 'President Kimber under fire'])(
    'is nobody\'s in "%s", whom the text does not name',
    (headline) => {
      const { actors } = readActors({ ...articleOf('The debate lasted for hours.'), headline });
      expect(actors.flatMap(({ roles }) => roles)).toEqual([]);
    },
  );

  test.each([
    ['South Korean Foreign Minister Park Min came.', 'Park Min', 'South Korean Foreign Minister', false],
    ['Prime Minister Ilse Falkner came.', 'Ilse Falkner', 'Prime Minister', false],
    [
      'They met Walter Brandt, the foreign minister of Norland, on Monday.',
      'Walter Brandt',
      'foreign minister of Norland',
      false,
    ],
    [
      'It recalls the death of former Japanese Prime Minister Shiro Abeno.',
      'Shiro Abeno',
      'Japanese Prime Minister',
      true,
    ],
    ['Later FIFA President Gianni Rossi came.', 'Gianni Rossi', 'FIFA President', false],
    ['It was actress Susan Lee who won.', 'Susan Lee', 'actress', false],
  ])('%s', (text, name, role, former) => {
    const [found] = find(actorsOf(text), name)?.roles ?? [];
    expect(found).toEqual({ name, role, sentence: 0, former });
  });

  test.each([
    ['Der südkoreanische Außenminister Park Min kam.', 'Park Min', 'südkoreanische Außenminister', false],
    ['Gestern kam die frühere Bundeskanzlerin Ilse Falkner.', 'Ilse Falkner', 'Bundeskanzlerin', true],
  ])('%s', (text, name, role, former) => {
    const [found] = find(actorsOf(text, 'de'), name)?.roles ?? [];
    expect(found).toEqual({ name, role, sentence: 0, former });
  });
});

describe('quotes', () => {
  test('reads direct and indirect speech with the full name', () => {
    const { quotes } = readActors(
      articleOf(
        'Ilse Falkner told reporters that the bridge would open in May. "We are proud of it," Falkner said. The day was "cold".',
      ),
    );
    expect(quotes).toEqual([
      { words: 'the bridge would open in May', sentence: 0, speakerName: 'Ilse Falkner', direct: false },
      { words: 'We are proud of it', sentence: 1, speakerName: 'Ilse Falkner', direct: true },
    ]);
  });

  test('reads a statement before its speaker', () => {
    const { quotes } = readActors(articleOf('The bridge would open in May, Ilse Falkner said.'));
    expect(quotes[0]).toMatchObject({
      words: 'The bridge would open in May',
      speakerName: 'Ilse Falkner',
      direct: false,
    });
  });
});

test('reads an article without sentences', () => {
  expect(readActors({ headline: '', language: 'en', sentences: [] })).toEqual({ actors: [], quotes: [] });
});

const page = new URL('../../../shared/dw/pages/text-en-article-2022-07-18-korea-japan-talks.txt', import.meta.url);

describe.skipIf(!existsSync(page))('a copied DW page (skipped without the shared material)', () => {
  test('names the minister once, with what he said', () => {
    const { actors, quotes } = readActors(articleOf(readFileSync(page, 'utf8')));
    expect(find(actors, 'Park Yin')?.roles.map(({ role }) => role)).toContain('South Korean Foreign Minister');
    expect(find(actors, 'Shinzo Abe')?.roles[0]?.former).toBe(true);
    expect(quotes.filter(({ speakerName }) => speakerName === 'Park Yin').length).toBeGreaterThan(2);
  });
});
