import { describe, expect, test } from 'vitest';
import { createStoryGrouper, type StoryGrouper } from '../../src/stories/group-stories.ts';
import type { StoryDocument } from '../../src/stories/story-document.ts';

type Line = readonly [headline: string, lead?: string | undefined, day?: number];

const start = Temporal.Instant.from('2031-03-01T08:00:00Z');

function toDocument([headline, lead = '', day = 0]: Line, index: number, language = 'en'): StoryDocument {
  const publishedAt = start.add({ hours: Math.round(day * 24) + (index % 20) });
  return { id: `a${index}`, language, headline, lead, body: '', publishedAt };
}

function feed(grouper: StoryGrouper, documents: readonly StoryDocument[]): string[] {
  return documents.map((document) => {
    const story = grouper.decide(document).storyId ?? document.id;
    grouper.add(document, story);
    return story;
  });
}

/** What an archive has seen before: events of the same kinds elsewhere. */
const olderNews: readonly Line[] = [
  [
    'Earthquake shakes Pellmoor',
    'A magnitude 5.2 earthquake has struck Pellmoor in Oland. Several people were injured, officials said.',
  ],
  [
    'Strong earthquake off Cape Ansel',
    'A strong earthquake of magnitude 6.8 hit the sea off Cape Ansel. Buildings shook in Brevia, officials said.',
  ],
  [
    'Aftershock hits Pellmoor',
    'Another earthquake has struck Pellmoor. Buildings that were damaged before collapsed, officials said.',
  ],
  [
    'Boat with migrants reaches Imber',
    'A boat with migrants has reached the island of Imber. Dozens of people were taken to a camp.',
  ],
  [
    'Fishing boat capsizes in storm',
    'A boat from Imber has capsized in high waves. Two people are missing, police said.',
  ],
  ['Brevia: judge detained', 'Police in Brevia have detained a judge on suspicion of taking bribes from a builder.'],
  [
    'Brevia detains protesters',
    'Police in Brevia have detained dozens of people at a demonstration against a pipeline.',
  ],
  ['Vote in Lower Marren', 'Voters in Lower Marren are choosing a parliament; the premier hopes for another term.'],
  [
    'Runoff in Upper Marren',
    'Voters in Upper Marren are choosing a president in a runoff between a lawyer and a general.',
  ],
  ['Stocks rise in Pellmoor', 'Shares rose on Monday as investors hoped for lower interest rates.'],
  ['Court jails arsonist in Imber', 'A court has sentenced a man to four years for setting fire to three barns.'],
];

/** The stream's stories as letters in order of appearance: "AABA". */
function groupsOf(lines: readonly Line[], language = 'en'): string {
  const grouper = createStoryGrouper();
  for (const [index, line] of olderNews.entries()) {
    const document = toDocument([line[0], line[1], -1], index);
    grouper.add({ ...document, id: `older-${index}` }, `older-${index}`);
  }
  const stories = feed(
    grouper,
    lines.map((line, index) => toDocument(line, index, language)),
  );
  const order = [...new Set(stories)];
  return stories.map((story) => String.fromCharCode(65 + order.indexOf(story))).join('');
}

const streams: readonly { name: string; lines: readonly Line[]; groups: string; language?: string }[] = [
  {
    name: 'the same event in other words',
    lines: [
      [
        'Tremor shakes Sarwana province',
        'A strong earthquake has struck the Sarwana province in the north of Oland, destroying dozens of houses.',
      ],
      [
        'Rescuers dig for survivors in Sarwana',
        'After the earthquake in Sarwana, rescue teams are searching destroyed houses in the north of Oland.',
      ],
    ],
    groups: 'AA',
  },
  {
    name: 'a toll that rises',
    lines: [
      [
        'Ferry sinks off Kestrel Bay',
        'At least nine people died when the ferry Norlinde sank off Kestrel Bay on Sunday night.',
        0,
      ],
      [
        'Kestrel Bay ferry: death toll rises to 12',
        'Divers found three more bodies in the ferry Norlinde, which sank off Kestrel Bay.',
        0.5,
      ],
      [
        'Kestrel Bay ferry disaster: captain questioned',
        'Police questioned the captain of the ferry Norlinde, which sank off Kestrel Bay with 12 dead.',
        1,
      ],
    ],
    groups: 'AAA',
  },
  {
    name: 'two earthquakes in different countries',
    lines: [
      [
        'Strong earthquake hits Sarwana',
        'A magnitude 6.1 earthquake has struck Sarwana in Oland. Several buildings collapsed, officials said.',
      ],
      [
        'Earthquake near Tolmark',
        'The tremor in the south of Brevia was felt as far as the capital. Some people were injured, officials said.',
      ],
    ],
    groups: 'AB',
  },
  {
    name: 'two boats in different seas',
    lines: [
      [
        'Migrant boat capsizes off Varn',
        'Dozens of people are missing after a boat with migrants capsized off the island of Varn.',
      ],
      [
        'Boat capsizes on Lake Ombe',
        'A boat taking traders to a market has overturned on Lake Ombe in Kasara; police blamed high waves.',
      ],
    ],
    groups: 'AB',
  },
  {
    name: 'two arrests in one country',
    lines: [
      [
        'Brevia: former minister held over bribes',
        'Prosecutors in Brevia have detained former transport minister Olek Varda on suspicion of taking bribes for railway contracts.',
      ],
      [
        'Brevia: pop singer detained at protest',
        'Police in Brevia have detained the singer Mira Sonn at a demonstration against higher rents.',
      ],
    ],
    groups: 'AB',
  },
  {
    name: 'two elections on one day',
    lines: [
      [
        'Oland votes for a new parliament',
        'Voters in Oland are choosing a parliament. Premier Ilse Falkner hopes for a third term against the Greens of Per Holm.',
      ],
      [
        'Kasara votes for a new president',
        'Voters in Kasara are choosing a president. General Tamba Okoro faces the lawyer Asha Nuru in a runoff.',
      ],
      [
        'Oland election: Falkner loses majority',
        'Premier Ilse Falkner has lost her majority in the parliament of Oland; the Greens of Per Holm made gains.',
        0.6,
      ],
    ],
    groups: 'ABA',
  },
  {
    name: 'a preview and the meeting',
    lines: [
      [
        'Tolmark summit to discuss grain corridor',
        'Leaders of Brevia and Oland meet in Tolmark on Friday to discuss a corridor for grain exports.',
        0,
      ],
      [
        'Brevia and Oland agree on grain corridor at Tolmark summit',
        'At their summit in Tolmark, Brevia and Oland agreed to open a corridor for grain exports.',
        2,
      ],
    ],
    groups: 'AA',
  },
  {
    name: 'an annual event of two years',
    lines: [
      [
        'Lanzberg film festival: "Harbor" wins Golden Reed',
        'The drama "Harbor" by Ana Ruiz has won the Golden Reed of the Lanzberg film festival.',
        0,
      ],
      [
        'Lanzberg film festival opens with a comedy',
        'The 41st Lanzberg film festival opens tonight with a comedy by Tom Becker.',
        360,
      ],
    ],
    groups: 'AB',
  },
  {
    name: 'a profile beside an event of another affair',
    lines: [
      [
        'Oland strikes oil depot in Brevia',
        'Drones of Oland have hit an oil depot near the port of Tolmark, the governor said.',
      ],
      [
        'Who is Ilse Falkner, the physicist who leads Oland?',
        'She grew up on a farm, studied in Lanzberg and likes chess: a portrait of an unusual premier.',
      ],
    ],
    groups: 'AB',
  },
  {
    name: 'an explainer joins its event',
    lines: [
      [
        'Ondal reactor shut down after leak',
        'The nuclear reactor Ondal in Brevia has been shut down after a leak in its cooling circuit.',
      ],
      [
        'What we know about the leak at the Ondal reactor',
        'Brevia has shut down its nuclear reactor Ondal. How dangerous is the leak in the cooling circuit?',
      ],
    ],
    groups: 'AA',
  },
  {
    name: 'two matches of one tournament',
    lines: [
      [
        'Women’s Cup: Oland beat Kasara 3-1',
        'Two goals by Lena Vogt have put Oland into the quarterfinals of the Women’s Cup after a win over Kasara.',
      ],
      [
        'Women’s Cup: hosts Brevia stumble against Ombe',
        'Brevia only managed a draw against Ombe, whose keeper Sia Diallo saved two penalties.',
      ],
    ],
    groups: 'AB',
  },
  {
    name: 'markets and a merger',
    lines: [
      [
        'Stocks slip on inflation fears',
        'Shares in Lanzberg fell on Tuesday as investors feared higher interest rates.',
      ],
      [
        'Norlinie to buy rival Seabridge',
        'The shipping line Norlinie will take over its rival Seabridge for four billion euros in shares.',
      ],
    ],
    groups: 'AB',
  },
  {
    name: 'bare headlines of one event',
    lines: [
      ['Norlinie bids $4 billion for Seabridge'],
      ['Seabridge shareholders weigh Norlinie bid'],
      ['Norlinie raises bid for Seabridge'],
    ],
    groups: 'AAA',
  },
  {
    name: 'bare headlines of different events',
    lines: [
      ['Norlinie bids $4 billion for Seabridge'],
      ['Heat wave closes schools in Kasara'],
      ['Singer Mira Sonn cancels tour'],
    ],
    groups: 'ABC',
  },
  {
    name: 'interleaved stories',
    lines: [
      [
        'Miners trapped in Dornholt shaft',
        'Eleven miners are trapped in a coal shaft at Dornholt after a tunnel collapsed.',
      ],
      [
        'Parliament rejects pension reform',
        'The parliament of Oland has voted down the pension reform of premier Ilse Falkner.',
      ],
      [
        'Dornholt: contact with trapped miners',
        'Rescuers have heard knocking from the miners who are trapped in the coal shaft at Dornholt.',
        0.3,
      ],
      [
        'Falkner stakes her office on pension reform',
        'After the parliament of Oland voted down her pension reform, premier Ilse Falkner announced a vote of confidence.',
        0.4,
      ],
    ],
    groups: 'ABAB',
  },
  {
    name: 'a verdict months after the crime',
    lines: [
      [
        'Market attack in Estby: man drives into crowd',
        'A man has driven a van into a crowd at the market of Estby.',
        0,
      ],
      [
        'Estby market attack: life sentence for driver',
        'The man who drove a van into a crowd at the market of Estby has been sentenced to life.',
        120,
      ],
    ],
    groups: 'AB',
  },
  {
    name: 'an empty headline joins nothing',
    lines: [['Miners trapped in Dornholt shaft'], ['']],
    groups: 'AB',
  },
  {
    name: 'German: one flood in other words',
    language: 'de',
    lines: [
      [
        'Hochwasser in Tolmark: Deich gebrochen',
        'Nach tagelangem Regen ist in Tolmark ein Deich gebrochen. Hunderte Menschen wurden in Sicherheit gebracht.',
      ],
      [
        'Tolmark kämpft gegen das Wasser',
        'Nach dem Bruch des Deiches in Tolmark wurden weitere Menschen vor dem Hochwasser in Sicherheit gebracht.',
      ],
    ],
    groups: 'AA',
  },
  {
    name: 'German: two trials',
    language: 'de',
    lines: [
      [
        'Prozess gegen Olek Varda beginnt',
        'Der frühere Verkehrsminister muss sich in Lanzberg wegen Bestechung vor Gericht verantworten.',
      ],
      [
        'Prozess um Brandstiftung in Estby',
        'Ein Feuerwehrmann soll in Estby drei Scheunen angezündet haben. Vor Gericht schweigt er.',
      ],
    ],
    groups: 'AB',
  },
];

describe('createStoryGrouper', () => {
  const mixed: readonly Line[] = streams.flatMap(({ lines, language }) => (language ? [] : lines));

  test.each(streams)('groups $name as $groups', ({ lines, groups, language }) => {
    expect(groupsOf(lines, language)).toBe(groups);
  });

  test('keeps each language apart', () => {
    const line: Line = ['Norlinie: Seabridge', 'Norlinie Seabridge Tolmark Falkner'];
    const stories = feed(createStoryGrouper(), [
      toDocument(line, 0, 'en'),
      toDocument(line, 1, 'de'),
      toDocument(line, 2, 'en-GB'),
    ]);
    expect(stories).toEqual(['a0', 'a1', 'a0']);
  });

  test('decides on earlier articles only', () => {
    const documents = mixed.map((line, index) => toDocument([line[0], line[1], index / 10], index));
    const whole = feed(createStoryGrouper(), documents);
    expect(feed(createStoryGrouper(), documents.slice(0, 15))).toEqual(whole.slice(0, 15));
  });

  test('continues after a restart as if it had not stopped', () => {
    const documents = mixed.map((line, index) => toDocument([line[0], line[1], index / 10], index));
    const whole = feed(createStoryGrouper(), documents);
    const restarted = createStoryGrouper();
    for (const [index, document] of documents.slice(0, 15).entries()) restarted.add(document, whole[index] ?? '');
    expect(feed(restarted, documents.slice(15))).toEqual(whole.slice(15));
  });

  test('groups a live blog by its headline, not by what else it tells', () => {
    const flood: Line = ['Flood kills nine in Sarwana', 'Nine people drowned when the river Lind flooded Sarwana.'];
    const blog = {
      ...toDocument(['Kasara news: Teachers strike over pay', 'Teachers in Ostrava demand better pay.'], 1),
      body: 'Nine people drowned in the flood. The river Lind flooded Sarwana, where nine people were killed.\n'.repeat(
        3,
      ),
    };
    const decide = (document: StoryDocument) => {
      const grouper = createStoryGrouper();
      feed(grouper, [toDocument(flood, 0)]);
      return grouper.decide(document).storyId;
    };
    expect(decide(blog)).toBe('a0');
    expect(decide({ ...blog, isLive: true })).toBeUndefined();
    expect(decide({ ...toDocument(['Kasara news: Flood kills nine in Sarwana', ''], 1), isLive: true })).toBe('a0');
  });

  test('does not count the label of a series of headlines as a common subject', () => {
    const earlier: readonly Line[] = [
      ['Kasara war: Envoy Falkner flies to Brevia', 'The envoy wants to talk to the general.'],
      ['Kasara war: Shells hit a school in Vestby', 'Two children were hurt on their way to school.'],
    ];
    const similarity = (lines: readonly Line[]) => {
      const grouper = createStoryGrouper();
      feed(
        grouper,
        [...lines, ['Kasara war goes on', 'The war in Kasara goes on.'] as Line].map((line, index) =>
          toDocument(line, index),
        ),
      );
      return grouper.decide(toDocument(['Kasara war: Bread is rationed in Imber', 'A loaf a week is left.'], 5))
        .similarity;
    };
    expect(similarity(earlier)).toBeLessThan(
      similarity(earlier.map(([headline, text]) => [headline.replace(':', ''), text])) - 0.05,
    );
  });

  test('decides nothing new when asked twice', () => {
    const grouper = createStoryGrouper();
    const document = toDocument(['Miners trapped in Dornholt shaft'], 0);
    expect(grouper.decide(document)).toEqual(grouper.decide(document));
  });

  test('names the nearest story when it opens a new one', () => {
    const grouper = createStoryGrouper();
    feed(grouper, [
      toDocument(['Boat capsizes off Varn', 'Dozens of people are missing after a boat capsized off Varn.'], 0),
    ]);
    const decision = grouper.decide(
      toDocument(
        [
          'Norlinie orders ten ferries',
          'The line wants to sail to Varn and Imber with new electric ships, which take cars and people.',
        ],
        1,
      ),
    );
    expect(decision).toMatchObject({ storyId: undefined, nearest: 'a0' });
    expect(decision.similarity).toBeGreaterThan(0);
  });

  test('closes bursts of bare headlines sooner than a story with daily articles', () => {
    const similarityAfter = (gapHours: number): number => {
      const grouper = createStoryGrouper();
      for (const index of [0, 1, 2]) {
        const told = toDocument(['Ferry sinks off Imber on way to Brevia', '', (index * gapHours) / 24], 0);
        grouper.add({ ...told, id: `told${index}` }, 'ferry');
      }
      return grouper.decide(toDocument(['Ferry that sank off Imber', '', (2 * gapHours) / 24 + 2], 0)).similarity;
    };
    expect(similarityAfter(24)).toBeGreaterThan(similarityAfter(1) + 0.02);
  });

  test('takes an article that came late into the story it belongs to', () => {
    const [first, second] = streams[1]?.lines ?? [];
    const documents = [
      toDocument([second?.[0] ?? '', second?.[1], 1], 1),
      toDocument([first?.[0] ?? '', first?.[1], 0], 0),
    ];
    expect(feed(createStoryGrouper(), documents)).toEqual(['a1', 'a1']);
  });

  test('hands its document frequencies on as plain data, in which a further article of a story counts less', () => {
    const grouper = createStoryGrouper();
    const documents = streams[1]?.lines.map((line, index) => toDocument(line, index)) ?? [];
    for (const document of documents) grouper.add(document, 'ferry');
    const background = JSON.parse(JSON.stringify(grouper.background()));
    expect(background.en.documents).toBe(1.5);
    expect(background.en.counts.norlind).toBe(1.5);
    const informed = createStoryGrouper({ background });
    informed.add(toDocument(['Earthquake in Sarwana'], 0), 's');
    expect(informed.background().en?.documents).toBe(2.5);
    informed.add(toDocument(['Earthquake in Sarwana'], 1), 's', { isCounted: true });
    expect(informed.background().en?.documents).toBe(2.5);
  });
});
