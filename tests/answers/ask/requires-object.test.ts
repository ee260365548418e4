import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answers/ask/ask.ts';
import { smallArchive } from '../small-archive.ts';

const context = await smallArchive([
  {
    id: 'dw:3201',
    headline: 'Norland votes: Solheim leads, NPU short of a majority',
    at: '2022-07-12T09:00:00Z',
    paragraphs: [
      'Ingrid Solheim celebrated her victory in the first round of the mayoral race in Vestby on Monday.',
      'Jonas Lindqvist beat the lawyer Petra Aalto in Southport.',
      'In parliament the NPU will have to look for partners to secure a majority of at least 51 seats in the 100-seat parliament.',
      'The Greens won 14 seats, with four seats left to assign.',
      'Marek Novak stepped down as head of the party in May. Olav Berg took over from Novak in June.',
      'The vote cost 3 million voters an hour in line, and the state €9 million.',
    ],
  },
]);

test.each(['Whom did Solheim beat?', 'How many seats did the NPU get?', 'Who took over from Lindqvist?'])(
  'refuses %s',
  async (question) => expect(await answerQuestion(question, context)).toMatchObject({ refused: true }),
);

test.each([
  ['Whom did Lindqvist beat?', /Petra Aalto/],
  ['How many seats did the Greens win?', /14 seats/],
  ['How many seats are needed for a majority?', /51 seats/],
  ['When did Novak resign?', /May/],
  ['Who succeeded Novak?', /Olav Berg/],
  ['What did the vote cost?', /€9 million/],
])('answers %s', async (question, expected) => {
  const { statements } = await answerQuestion(question, context);
  expect(statements.map(({ text }) => text).join('\n')).toMatch(expected);
});
