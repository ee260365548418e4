import { describe, expect, test } from 'vitest';
import { findNews, judgeNovelty, type News } from '../../src/stories/find-news.ts';

function newsOf(delivered: readonly string[], sentences: readonly string[], language = 'en'): News<string, string> {
  const refer = (text: string): { text: string; ref: string } => ({ text, ref: text });
  return findNews(delivered.map(refer), sentences.map(refer), language);
}

const delivered = [
  'Ferry sinks off Kestrel Bay',
  'The ferry Norlinde sank off Kestrel Bay on Sunday night with 60 people on board.',
  'At least nine people were killed and 14 were injured, the coast guard of Oland said.',
  'The ship belongs to the line Norlinie, which bought it in Brevia ten years ago.',
  'Premier Ilse Falkner called the sinking "a wound that the whole coast will feel".',
];

describe('findNews', () => {
  // The first sentence of an article is judged more leniently, so each is preceded by one that is not looked at.
  const opening = 'Divers went down to the wreck again on Tuesday.';

  test.each([
    ['a told fact in other words', 'The ferry belongs to Norlinie, which bought it in Brevia.', 'known'],
    [
      'a told sentence again',
      'At least nine people were killed and 14 were injured, the coast guard of Oland said.',
      'known',
    ],
    ['a told quotation', 'Falkner had called the sinking "a wound that the whole coast will feel".', 'known'],
    ['a new act of a new person', 'Prosecutor Per Holm opened an inquiry into the maintenance of the engines.', 'new'],
    ['a new quotation in common words', '"We did what we could do with what we had," the coast guard said.', 'new'],
    [
      'background that was not told',
      'Ferries of the class have no second rudder, an expert from Lanzberg explained.',
      'new',
    ],
    ['a credit', 'Edited by: Tom Becker', 'boilerplate'],
    ['an agency line', 'rs/wm (AFP, dpa)', 'boilerplate'],
    ['a newsletter line', 'You can sign up here for the weekly email newsletter Harbor Briefing.', 'boilerplate'],
  ])('takes %s as it is', (_, sentence, kind) => {
    expect(newsOf(delivered, [opening, sentence]).sentences[1]?.kind).toBe(kind);
  });

  test('treats all of an article as new if nothing was delivered', () => {
    expect(newsOf([], delivered).sentences.map(({ kind }) => kind)).toEqual(delivered.map(() => 'new'));
  });

  test('keeps references and order', () => {
    expect(newsOf(delivered, [opening, 'Edited by: Tom Becker']).sentences.map(({ ref }) => ref)).toEqual([
      opening,
      'Edited by: Tom Becker',
    ]);
  });

  test('judges German sentences by their stems', () => {
    const before = [
      'In Tolmark ist nach tagelangem Regen ein Deich gebrochen.',
      'Hunderte Menschen wurden in Sicherheit gebracht.',
    ];
    const sentences = [
      'Die Pegel fielen am Dienstag.',
      'Nach tagelangem Regen war in Tolmark der Deich gebrochen.',
      'Der Landkreis beziffert die Schäden auf drei Millionen Euro.',
    ];
    const kinds = newsOf(before, sentences, 'de').sentences.map(({ kind }) => kind);
    expect(kinds.slice(1)).toEqual(['known', 'new']);
  });
});

describe('moved numbers', () => {
  test.each([
    ['a toll in other words', delivered[2], 'The coast guard said that the death toll had risen to 12.', '9', '12'],
    [
      'a toll after a participle',
      delivered[2],
      'The ferry sank off the coast, killing 13 people, the coast guard said.',
      '9',
      '13',
    ],
    ['injured and wounded', delivered[2], 'In all, 21 people were wounded, the coast guard of Oland said.', '14', '21'],
    [
      'the same noun in the same context',
      'The ferry Norlinde had 60 passengers on board when it sank.',
      'The ferry Norlinde had 64 passengers on board when it sank, Norlinie said.',
      '60',
      '64',
    ],
    [
      'millions',
      'Repairing the harbor bridge of Brenwick will cost 40 million euros.',
      'Repairing the harbor bridge of Brenwick will cost 55 million euros, the mayor said.',
      '40 million',
      '55 million',
    ],
  ])('finds %s', (_, before, now, old, current) => {
    const [moved] = newsOf([before ?? ''], [now]).moved;
    expect(moved).toMatchObject({ before: old, now: current, beforeRef: before, nowRef: now });
  });

  test('finds a German toll', () => {
    const before = 'Bei dem Brand in Estby wurden neun Menschen getötet, teilte die Feuerwehr mit.';
    const now = 'Nach dem Brand in Estby meldet die Feuerwehr zwölf Tote.';
    expect(newsOf([before], [now], 'de').moved).toMatchObject([{ before: '9', now: '12' }]);
  });

  test.each([
    ['the same number', delivered[2], 'The coast guard of Oland said that nine people were killed.'],
    ['another thing counted', delivered[1], 'Norlinie runs 12 ferries off Kestrel Bay.'],
    [
      'another event in the same article',
      delivered[2],
      'In 1994, a storm off Kestrel Bay killed 31 people, the coast guard said.',
    ],
    [
      'a date',
      'The council of Brenwick meets on 4 March to discuss the bridge.',
      'The council of Brenwick meets on 9 March to discuss the bridge.',
    ],
    [
      'an age',
      'The captain of the ferry Norlinde is a 54-year-old from Brevia.',
      'The mate of the ferry Norlinde is a 31-year-old from Brevia.',
    ],
    [
      'a number in a name',
      'The ferry sank near buoy K-7 off Kestrel Bay in Oland.',
      'The wreck lies near buoy K-9 off Kestrel Bay in Oland.',
    ],
    [
      'a number told as one of two',
      'First 15, then 14 people were killed, the coast guard said.',
      'The coast guard said that 15 people were killed.',
    ],
  ])('finds none in %s', (_, before, now) => {
    expect(newsOf([before ?? ''], [now]).moved).toEqual([]);
  });
});

describe('paraphrases', () => {
  const novelty = (delivered: string, sentence: string, language: string): number =>
    findNews(
      [{ text: delivered, ref: 0 }],
      [
        { text: 'Xx.', ref: 1 },
        { text: sentence, ref: 2 },
      ],
      language,
    ).sentences[1]?.novelty ?? 0;

  test('resolves "both countries" to the mentioned ones, but not "both" as an adverb', () => {
    const delivered = 'Soldiers of Marren and Oland shot at each other on the border.';
    expect(novelty(delivered, 'Soldiers of both countries shot at each other on the border.', 'en')).toBe(
      novelty(delivered, 'Soldiers of both shot at each other on the border.', 'en'),
    );
    expect(novelty(delivered, 'Soldiers of both fled and shot at each other on the border.', 'en')).toBeGreaterThan(
      novelty(delivered, 'Soldiers of both shot at each other on the border.', 'en'),
    );
  });

  test.each([
    ['Jeder fünfte Zug fährt.', 'Jeder fünfte Zug war gefahren.', 'Jeder fünfte Zug war geparkt.'],
    ['Das Gericht hat Kade gehört.', 'Das Gericht hörte Kade.', 'Das Gericht höhnte Kade.'],
  ])('knows the verb of "%s" in "%s"', (delivered, same, other) => {
    expect(novelty(delivered, same, 'de')).toBeLessThan(novelty(delivered, other, 'de'));
  });

  test.each([
    [
      'Prime Minister Ada Holm could be voted out of office by lawmakers later today.',
      'Prime Minister Ada Holm has been voted out of office by lawmakers.',
      'en',
    ],
    [
      'Der Bundestag soll das Heizungsgesetz verabschieden.',
      'Der Bundestag hat das Heizungsgesetz verabschiedet.',
      'de',
    ],
  ])('"%s": that it has happened is news', (expected, happened, language) => {
    const tell = (...delivered: string[]) =>
      findNews(
        delivered.map((text) => ({ text, ref: text })),
        [{ text: happened, ref: 'now' }],
        language,
      ).sentences[0]?.kind;
    expect(tell(expected)).toBe('new');
    expect(tell(expected, happened)).toBe('known');
  });
});

test('a sentence with a changed fact and known words is news, but not by its words alone', () => {
  const sentences = [
    'Divers went down again.',
    'At least 12 people were killed and 14 were injured, the coast guard of Oland said.',
  ];
  const refer = (text: string) => ({ text, ref: text });
  expect(newsOf(delivered, sentences).sentences[1]?.kind).toBe('new');
  expect(judgeNovelty(delivered.map(refer), sentences.map(refer), 'en')[1]?.kind).toBe('known');
});
