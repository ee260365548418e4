import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answers/ask/ask.ts';
import { smallArchive } from '../small-archive.ts';

/** Invented; each question names somebody who only stands beside what a sentence tells. */
const articles = [
  {
    id: 'dw:4001',
    headline: 'Norland: Harbor engineer on trial',
    at: '2031-03-10T12:00:00Z',
    paragraphs: [
      'Harbor engineer Marek Novak was detained in May 2030 in the Norland capital Vestby.',
      'Foreign Minister Ingrid Solheim has also said that there are "no grounds" for Novak being kept in detention.',
      "Novak's predecessor, Hugo Falk, was dismissed in June over missing plans.",
      'Norland police held seven Southlanders in the harbor.',
      'The Vestby Harbor Museum bought the codex in January.',
      'Nothing is known of the Codex Brevia, which was lost.',
      'Pilot Petra Aalto won the yearly race after scoring 52 points.',
      'This is her third title, and the harbor hopes for more.',
      'The harbor will be closed within two years.',
      'A vote of the dockers is scheduled for 2032.',
    ],
  },
  {
    id: 'dw:4002',
    headline: 'Jonas Brandl: Who is the new harbor director?',
    at: '2031-03-11T12:00:00Z',
    paragraphs: ['Until last year, Brandl led a shipyard in Vestby.'],
  },
];

let context: Awaited<ReturnType<typeof smallArchive>>;
beforeAll(async () => {
  context = await smallArchive(articles);
});

describe('refuses', () => {
  test.each([
    ['what a speaker says of another', 'Why was Ingrid Solheim detained?'],
    ['what was done to a predecessor', 'Why was Marek Novak dismissed?'],
    ['what another did, in an article on the one asked about', 'How many points did Novak score?'],
    ['another of the same kind', 'Who bought the Codex Brevia?'],
  ])('%s', async (_, question) => {
    expect(await answerQuestion(question, context)).toMatchObject({ refused: true, statements: [] });
  });
});

describe('answers', () => {
  test.each([
    ['When was Marek Novak detained?', /May 2030/],
    ['What did Ingrid Solheim say about the case?', /no grounds/],
    ['How many titles does Petra Aalto have?', /third title/],
    ['When will the harbor be closed?', /within two years/],
    ['When is the vote of the dockers scheduled?', /2032/],
    ['Who is Jonas Brandl?', /led a shipyard/],
  ])('%s', async (question, expected) => {
    const { statements } = await answerQuestion(question, context);
    expect(statements.map(({ text }) => text).join('\n')).toMatch(expected);
  });
});
