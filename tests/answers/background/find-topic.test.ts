import { expect, test } from 'vitest';
import { findTopic, widenToAffair } from '../../../src/answers/background/find-topic.ts';
import { smallArchive } from '../small-archive.ts';

const filler = [
  'Generals speak of too few recruits and empty barracks.',
  'Young people would serve for nine months.',
  'Neighbors to the north have drafted recruits since 2019.',
  'Barracks that were sold have to be bought back.',
];

/** Two articles on a budget, and one that names it deep down. */
const articles = [
  {
    id: 'dw:1',
    headline: 'Oland: Budget crisis splits the coalition',
    at: '2031-03-01T08:00:00Z',
    paragraphs: [
      'A budget crisis has split the coalition in Oland after a court struck down the borrowing plan.',
      'The budget of Oland lacks 60 billion crowns, the finance minister said.',
    ],
  },
  {
    id: 'dw:2',
    headline: 'Coalition in Oland delays its budget',
    at: '2031-03-08T08:00:00Z',
    paragraphs: ['The coalition in Oland has delayed the budget, since no party gives way on the borrowing plan.'],
  },
  {
    id: 'dw:3',
    headline: 'Army of Oland considers conscription',
    at: '2031-03-09T08:00:00Z',
    paragraphs: [
      'Generals want conscription back in the army.',
      ...filler,
      'That would strain the budget of Oland, experts warn.',
    ],
  },
];

test('keeps to the articles that are about the words asked for', async () => {
  const { archive, now } = await smallArchive(articles);
  const found = await findTopic('Oland budget crisis', { archive, now });
  expect(found?.articles.map(({ id }) => id)).toEqual(['dw:2', 'dw:1']);
});

test('keeps none where the words stand deep down alone', async () => {
  const context = await smallArchive([
    {
      id: 'dw:4',
      headline: 'Chess league of Oland grows',
      at: '2031-03-10T08:00:00Z',
      paragraphs: [
        'The chess league has 40 clubs.',
        ...filler,
        'Its founder once served under the finance minister when the budget broke the coalition.',
      ],
    },
  ]);
  expect(await findTopic('finance minister budget coalition', context)).toBeUndefined();
});

/** One affair of an invented country in three events, weeks apart, and an event of another. */
const affair = [
  {
    id: 'dw:1',
    headline: 'Oland: Falkner presents pension reform',
    at: '2031-03-01T08:00:00Z',
    paragraphs: ['Premier Ilse Falkner has presented the pension reform of Oland; trade unions announced protests.'],
  },
  {
    id: 'dw:2',
    headline: 'Fire in the harbor of Kestrel Bay',
    at: '2031-03-03T08:00:00Z',
    paragraphs: ['Firefighters have put out a fire on a freighter in the harbor of Kestrel Bay.'],
  },
  {
    id: 'dw:3',
    headline: 'Thousands march against Falkner in Oland',
    at: '2031-03-14T08:00:00Z',
    paragraphs: ['Thousands marched through the capital of Oland against premier Ilse Falkner and higher pension age.'],
  },
  {
    id: 'dw:4',
    headline: 'Oland: Falkner resigns',
    at: '2031-03-26T08:00:00Z',
    paragraphs: ['Premier Ilse Falkner of Oland has resigned after parliament voted against her pension reform.'],
  },
];

test('a story is widened by the other events of its affair, its own article first', async () => {
  const context = await smallArchive(affair);
  const topic = await findTopic('Oland: Falkner resigns', context);
  const story = topic?.story;
  expect(topic?.articles.map(({ id }) => id)).toEqual(['dw:4']);
  const wide = topic && (await widenToAffair(topic, context.archive));
  expect(wide?.articles.map(({ id }) => id)).toEqual(['dw:4', 'dw:3', 'dw:1']);
  const found = await context.archive.affairOf(story?.id ?? 0);
  expect(found).toMatchObject({ storyCount: 3, title: expect.stringContaining('Falkner') });
});

test('a story of no affair stays as it is', async () => {
  const context = await smallArchive(affair);
  const topic = await findTopic('Fire in the harbor of Kestrel Bay', context);
  expect(topic && (await widenToAffair(topic, context.archive))).toBe(topic);
});
