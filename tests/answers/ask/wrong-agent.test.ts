import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answers/ask/ask.ts';
import { smallArchive } from '../small-archive.ts';

const context = await smallArchive([
  {
    id: 'dw:3001',
    headline: 'Vestby: Museum director Ines Falk suspended after theft',
    at: '2022-07-18T09:00:00Z',
    paragraphs: [
      'The city of Vestby suspended Ines Falk on Monday because a painting had been stolen.',
      'Her deputy Jonas Brandt said that Falk was "a careful guardian of the collection."',
      'The painting was a gift of the collector Alma Reuter, who died in 2019.',
      'Reuter married the sculptor Pavel Hruby in 1971.',
      'Hruby was convicted of fraud in 1980, and now lives in exile in Lisbon.',
      'Guard Emil Sander was attacked during the theft.',
    ],
  },
]);

describe('answers with the agent of the action', () => {
  test.each([
    ['Why was Ines Falk suspended?', /had been stolen/],
    ['When did Alma Reuter die?', /2019/],
    ['When did Alma Reuter marry Pavel Hruby?', /1971/],
    ['What did Jonas Brandt say about Falk?', /careful guardian/],
    ['Where does Hruby live in exile?', /Lisbon/],
  ])('%s', async (question, expected) => {
    const { statements } = await answerQuestion(question, context);
    expect(statements.map(({ text }) => text).join(' ')).toMatch(expected);
  });
});

describe('refuses if the agent is another', () => {
  test.each([
    ['Why was Jonas Brandt suspended?'],
    ['When did Ines Falk die?'],
    ['When did Alma Reuter marry Jonas Brandt?'],
    ['Where does Ines Falk live in exile?'],
    ['What did Emil Sander say about the theft?'],
    ['Who attacked Emil Sander?'],
  ])('%s', async (question) => {
    expect((await answerQuestion(question, context)).refused).toBe(true);
  });
});
