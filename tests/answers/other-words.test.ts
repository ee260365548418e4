import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/ask/ask.ts';
import { smallArchive } from './small-archive.ts';

const context = await smallArchive([
  {
    id: 'dw:3001',
    headline: 'Marit Hagen: Who is the new head of Norland Steel?',
    at: '2022-07-12T09:00:00Z',
    paragraphs: [
      'The Norlandian, born in 1971, studied engineering in Vestby. She joined the firm in 2004.',
      'Hagen succeeds Olav Berg, who was dismissed in May. The works had lost money for three years in a row. Two furnaces stood still.',
      'Orders will not pick up soon, according to a survey published on Monday.',
      'Buyers remain gloomy, said the report released by the Vestby Institute.',
      'The $3 million (€2.9 million) satellite mission the firm pays for looks for ore.',
      'The new law sets quotas for scrap. Exceptions are planned for small furnaces.',
      'The board does not name its customers. "We do not want to help our rivals," said Hagen.',
    ],
  },
]);

test.each([
  ['When was Marit Hagen born?', /1971/],
  ['Why was Olav Berg dismissed?', /lost money for three years/],
  ['Who published the survey?', /Vestby Institute/],
  ['How much did the satellite mission cost?', /\$3 million/],
  ['What is exempted from the law?', /small furnaces/],
  ['Why does the board not name its customers?', /rivals/],
])('finds answers in other words or in the next sentence: %s', async (question, expected) => {
  const { statements } = await answerQuestion(question, context);
  expect(statements.map(({ text }) => text).join('\n')).toMatch(expected);
});

test.each([
  'How much did the furnaces cost?',
  'When was Olav Berg born?',
  'Who paid for the survey?',
  'How many people died in the mission?',
])('still refuses without an answer: %s', async (question) => {
  expect(await answerQuestion(question, context)).toMatchObject({ refused: true });
});
