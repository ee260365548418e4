import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/ask/ask.ts';
import { smallArchive } from './small-archive.ts';

/** Invented; each sentence stands for a way in which news words an answer. */
const articles = [
  {
    id: 'dw:3001',
    headline: 'Austria: Ferry captain arrested after collision',
    at: '2023-12-10T12:00:00Z',
    paragraphs: [
      'A ferry captain was arrested in Linz on Saturday after his ship had hit a bridge, police said on Sunday.',
      'The captain, Jonas Brandl, is accused of steering the ship while drunk.',
      'A court ordered the 52-year-old to hand over his passport.',
      'The ferry line said the 14-person crew had left the seized ship unharmed.',
      'Outgoing Transport Minister Eva Lindner called the collision a warning, the ministry announced on Sunday.',
      'The trial of Jonas Brandl is to open on February 5.',
      'Lindner has demanded the resignation of Hugo Falk, who heads the ferry line.',
      'Falk, a former sailor, was first hired in 1998 and promoted in 2004.',
      'The yearly ferry race, which took place on November 4, saw no repeat of the collision of 2019.',
    ],
  },
];

let context: Awaited<ReturnType<typeof smallArchive>>;
beforeAll(async () => {
  context = await smallArchive(articles);
});

test.each([
  ['an age told of "the 52-year-old"', 'How old is Jonas Brandl?', /52-year-old/],
  [
    'a count in a compound, of a thing described elsewhere',
    'How many crew members were on the seized ship?',
    /14-person/,
  ],
  ['a state that only the headline names', 'Who is the outgoing transport minister of Austria?', /Eva Lindner/],
  ['an accusation as the reason of an arrest', 'Why was Jonas Brandl arrested?', /accused of steering/],
  ['what came first', 'When was Hugo Falk first hired?', /1998/],
  ['the day of an event told as such', 'When was the ferry race held?', /November 4/],
  ['a day to come', 'When will the trial of Brandl open?', /February 5/],
])('finds %s', async (_, question, expected) => {
  const { statements } = await answerQuestion(question, context);
  expect(statements.map(({ text }) => text).join('\n')).toMatch(expected);
});

describe('refuses', () => {
  test.each([
    ['a deed that was only demanded of whom the question names', 'Did Eva Lindner resign?'],
    ['the day of a report for the day of what is to come', 'When will Lindner resign?'],
    ['what was only demanded', 'Did Hugo Falk resign?'],
    ['a count where the line only says "no" to something else', 'How many races did the ferry win?'],
    ['the name of another office', 'Who is the finance minister of Austria?'],
  ])('%s', async (_, question) => {
    expect(await answerQuestion(question, context)).toMatchObject({ refused: true, statements: [] });
  });
});
