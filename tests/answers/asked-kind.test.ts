import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/ask/ask.ts';
import { questionLanguage } from '../../src/answers/question/question-language.ts';
import { smallArchive } from './small-archive.ts';

const context = await smallArchive([
  {
    id: 'dw:3301',
    headline: 'Norland: rowers suspended, parties quarrel over beer duty',
    at: '2022-12-05T09:00:00Z',
    paragraphs: [
      'The rowing federation suspended Norland on Monday, following a ban on Southland in 2019.',
      'The result of the vote on the duty is expected shortly before Christmas.',
      'The Greens and the Free Farmers want the duty abolished.',
      'In 2021 the state collected 352 million crowns from the duty.',
      'The union flatly rejected a six-day week, Deputy Minister Ingrid Solheim said.',
      'Olav Berg, who heads the union, appealed to the Greens to nominate Marit Hagen.',
      'Inflation fell to 3.8% in October. Unemployment is likely to rise.',
      'Trams were canceled on November 15, 80 of them.',
      'The brewer is said to have transferred $2 million to an account abroad.',
      'Marit Hagen said she would appeal.',
      'The Greens accused Mayor Petra Aalto of silencing the union. Smuggling has been outlawed in Norland.',
    ],
  },
]);

test.each([
  ['Which other country was banned?', /Southland/],
  ['When will the result of the vote be known?', /before Christmas/],
  ['Which parties want to abolish the duty?', /Greens and the Free Farmers/],
  ['How much does the duty bring in?', /352 million/],
  ['Did the union agree to a six-day week?', /rejected/],
  ['Is smuggling allowed in Norland?', /outlawed/],
  ['What was the inflation rate in October?', /3\.8%/],
  ['How much money is said to have been transferred?', /\$2 million/],
])('knows the answer by its kind: %s', async (question, expected) => {
  const { statements } = await answerQuestion(question, context);
  expect(statements.map(({ text }) => text).join('\n')).toMatch(expected);
});

test.each([
  'How many trams were canceled on Friday?',
  'What was the unemployment rate in October?',
  'How much did the duty bring in in 1998?',
  'Which party nominated Hagen?',
  'What did Olav Berg say about Hagen?',
  'What did Aalto say about the union?',
  'How many members does the union have?',
])('refuses sentences on another day, thing or person: %s', async (question) => {
  expect(await answerQuestion(question, context)).toMatchObject({ refused: true });
});

test.each([
  ['who painted Die Weinprüfung?', 'en'],
  ['Wer malte die Weinprüfung?', 'de'],
  ['what about Die Zeit?', 'en'],
])('reads %s as %s', (question, language) => expect(questionLanguage(question)).toBe(language));

test('searches for synonyms if few articles contain the question’s words', async () => {
  const talks = await smallArchive([
    {
      id: 'dw:3302',
      headline: 'Norland union leaves the table',
      at: '2022-12-06T09:00:00Z',
      paragraphs: ['Marek Novak said the negotiations had collapsed on November 24.'],
    },
  ]);
  const { statements } = await answerQuestion('when did the talks fail?', talks);
  expect(statements.map(({ text }) => text).join('\n')).toMatch(/November 24/);
});
