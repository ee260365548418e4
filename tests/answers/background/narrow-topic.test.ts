import { expect, test } from 'vitest';
import { findTopic } from '../../../src/answers/background/find-topic.ts';
import { narrowTopic } from '../../../src/answers/background/narrow-topic.ts';
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
  expect(found?.articles).toHaveLength(3);
  const narrowed = found && (await narrowTopic(found, 'Oland budget crisis'));
  expect(narrowed?.articles.map(({ id }) => id)).toEqual(['dw:2', 'dw:1']);
});

test('leaves a story as it is', async () => {
  const { archive, now } = await smallArchive(articles);
  const found = await findTopic('Army of Oland considers conscription', { archive, now });
  expect(found?.story).toBeDefined();
  expect(found && (await narrowTopic(found, 'Army of Oland considers conscription'))).toBe(found);
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
  const asked = 'finance minister budget coalition';
  const topic = await findTopic(asked, context);
  expect(topic?.articles).toHaveLength(1);
  expect(topic && (await narrowTopic(topic, asked)).articles).toEqual([]);
});
