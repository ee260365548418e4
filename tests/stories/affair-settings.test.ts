import { expect, test } from 'vitest';
import { createStoryGrouper } from '../../src/stories/group-stories.ts';
import { affairSettings } from '../../src/stories/story-settings.ts';

/** Whether the second of two articles, some days later, belongs to the affair of the first. */
function isOneAffair(first: readonly [string, string], second: readonly [string, string]): boolean {
  const grouper = createStoryGrouper({ settings: affairSettings });
  const documentOf = ([headline, body]: readonly [string, string], id: string, day: number) => ({
    id,
    language: 'en',
    headline,
    body,
    publishedAt: Temporal.Instant.from(`2031-12-${day}T08:00:00Z`),
  });
  grouper.add(documentOf(first, 'first', 10), 'affair');
  return grouper.decide(documentOf(second, 'second', 17)).storyId === 'affair';
}

test('an affair continues with its actors', () => {
  expect(
    isOneAffair(
      [
        'Falkner and Lindqvist meet over Ansel bank',
        'The premiers of Oland and Norland want to share the fish of the Ansel bank.',
      ],
      [
        'Norland navy stops trawler of Oland',
        'The trawler was fishing on the Ansel bank, which Lindqvist claims for Norland.',
      ],
    ),
  ).toBe(true);
});

test('a holiday is not an affair', () => {
  expect(
    isOneAffair(
      ['Shops in Brenwick fear for Christmas', 'Sales before Christmas are weaker than last year.'],
      ['Homeless sing at Christmas in Vestby', 'The bishop invited them to Christmas in the station.'],
    ),
  ).toBe(false);
});

test('a state alone is not an affair', () => {
  expect(
    isOneAffair(
      ['Turkish firms invest abroad', 'Companies from Turkey move their production to Egypt, where wages are lower.'],
      ['Turkey beats Egypt at handball', 'In Cairo the handball players of Turkey won the final against Egypt.'],
    ),
  ).toBe(false);
});

test('two states may be one, with what they dispute', () => {
  expect(
    isOneAffair(
      [
        'Turkey and Greece meet over gas',
        'Ministers of Turkey and Greece talked about drilling for gas in the Aegean Sea.',
      ],
      [
        'Greece: Turkey drills for gas again',
        'A Turkish ship is drilling for gas in the Aegean Sea, the navy of Greece says.',
      ],
    ),
  ).toBe(true);
});

test('a head of state is not an affair', () => {
  expect(
    isOneAffair(
      [
        'Portugal passes strict migration law',
        `President Marc Falkner called the law balanced after the parliament in Lisbon had voted on Tuesday night. Permits become harder
        to get, benefits come later, and students pay a deposit. Lawmakers of the left walked out, unions announced marches, and a
        former premier asked the constitutional council to strike down half of the articles.`,
      ],
      [
        'Falkner: Portugal is ready to guard the Games',
        `President Marc Falkner said on Thursday in Lisbon that the opening ceremony may leave the river for a stadium if terror threatens.
        Thirty thousand officers, drones and divers are to protect athletes and spectators. Hoteliers complain about empty rooms, and
        residents need cards for their own streets. Swimmers hope that sewage stays out of the
        basin, and volunteers learn first aid, Chinese and how to calm queues under a hot sun.`,
      ],
    ),
  ).toBe(false);
});

test('a war stays an affair though its words are in the news every day', () => {
  const grouper = createStoryGrouper({ settings: affairSettings });
  const report = (id: number, headline: string, lead: string) => ({
    id: `a${id}`,
    language: 'en',
    headline,
    lead,
    body: '',
    publishedAt: Temporal.Instant.from('2031-12-01T08:00:00Z').add({ hours: 6 * id }),
  });
  const lines: readonly (readonly [string, string])[] = [
    [
      'Norland war: Oland shells Kasara port',
      'Oland has shelled the port of Kasara in Norland, where grain ships wait.',
    ],
    ['Norland war: Kasara port burns', 'Grain burns in the port of Kasara after Oland shelled Norland again.'],
    ['Norland war: grain ships leave Kasara', 'Ships with grain have left the port of Kasara, which Oland shells.'],
  ];
  for (let id = 0; id < 30; id++) {
    const [headline, lead] = lines[id % lines.length] ?? ['', ''];
    grouper.add(report(id, headline, lead), 'war');
  }
  const later = report(30, 'Norland war: Oland blocks grain', 'Oland blocks the ships that bring grain from Kasara.');
  expect(grouper.decide(later).storyId).toBe('war');
});

/** The affairs of a stream, told by the ids of their articles, after each article was looked at again. */
function affairsOf(reports: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const grouper = createStoryGrouper({ settings: affairSettings });
  const affairs = new Map<string, string[]>();
  for (const [index, [headline, body]] of reports.entries()) {
    const publishedAt = Temporal.Instant.from('2031-12-01T08:00:00Z').add({ hours: 20 * index });
    const document = { id: `a${index}`, language: 'en', headline, body, publishedAt };
    const affair = grouper.decide(document).storyId ?? document.id;
    grouper.add(document, affair);
    affairs.set(affair, [...(affairs.get(affair) ?? []), document.id]);
    const merge = grouper.findMerge(affair);
    if (!merge) continue;
    grouper.merge(merge);
    affairs.set(merge.intoId, [...(affairs.get(merge.intoId) ?? []), ...(affairs.get(merge.fromId) ?? [])]);
    affairs.delete(merge.fromId);
  }
  return [...affairs.values()].map((ids) => ids.toSorted());
}

const bridge = [
  [
    'Falkner opens talks in Ostrava',
    'The envoy Falkner meets the Kasaran general Orlov in Ostrava about the Lind bridge.',
  ],
  [
    'Refugees sleep in the school of Vestby',
    'Families from the Lind valley came to Vestby when shells hit their villages.',
  ],
  ['Shells fall on the Lind valley again', 'General Orlov shelled Vestby, where families of the Lind valley had fled.'],
  [
    'Orlov leaves the talks of Ostrava over Vestby',
    'Falkner had asked the Kasaran general Orlov in Ostrava about the shells on Vestby and the families of the Lind valley.',
  ],
  [
    'Vestby buries its dead, Falkner and Orlov meet again',
    'The families of the Lind valley bury their dead in Vestby, while Falkner and the Kasaran general Orlov talk in Ostrava.',
  ],
  [
    'Falkner, Orlov: families may return to Vestby',
    'In Ostrava the Kasaran general Orlov promised Falkner that no shells fall on Vestby and the Lind valley.',
  ],
] as const;

test('two affairs that grow together become one', () => {
  expect(affairsOf(bridge)).toEqual([['a0', 'a1', 'a2', 'a3', 'a4', 'a5']]);
});

test('two affairs of one state stay two, however often both are in the news', () => {
  const port = (detail: string) =>
    [
      'Portugal: dockers of Sines strike',
      `The dockers of Sines in Portugal want higher wages from Norport, ${detail}.`,
    ] as const;
  const cup = (detail: string) =>
    ['Portugal: Ferrandes back for the cup', `The keeper Ferrandes plays for Portugal in the cup, ${detail}.`] as const;
  const details = ['says Lisbon', 'after a night of talks', 'before the vote', 'and the fans sing', 'for weeks'];
  expect(affairsOf(details.flatMap((detail) => [port(detail), cup(detail)]))).toHaveLength(2);
});
