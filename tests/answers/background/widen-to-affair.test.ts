import { expect, test } from 'vitest';
import { findTopic } from '../../../src/answers/background/find-topic.ts';
import { widenToAffair } from '../../../src/answers/background/narrow-topic.ts';
import { smallArchive } from '../small-archive.ts';

/** One affair of an invented country in three events, weeks apart, and an event of another. */
const articles = [
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
  const context = await smallArchive(articles);
  const topic = await findTopic('Oland: Falkner resigns', context);
  const story = topic?.story;
  expect(topic?.articles.map(({ id }) => id)).toEqual(['dw:4']);
  const wide = topic && (await widenToAffair(topic, context.archive));
  expect(wide?.articles.map(({ id }) => id)).toEqual(['dw:4', 'dw:3', 'dw:1']);
  const affair = await context.archive.affairOf(story?.id ?? 0);
  expect(affair).toMatchObject({ storyCount: 3, title: expect.stringContaining('Falkner') });
});

test('a story of no affair stays as it is', async () => {
  const context = await smallArchive(articles);
  const topic = await findTopic('Fire in the harbor of Kestrel Bay', context);
  expect(topic && (await widenToAffair(topic, context.archive))).toBe(topic);
});
