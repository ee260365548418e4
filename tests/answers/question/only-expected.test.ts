import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answers/ask/ask.ts';
import { smallArchive } from '../small-archive.ts';

const context = await smallArchive([
  {
    id: 'dw:3101',
    headline: 'Norland striker Olav Berg banned for bets',
    at: '2022-07-12T09:00:00Z',
    paragraphs: [
      'Olav Berg was banned for seven months on Monday. If convicted in court, Berg could face a sentence of two years in prison.',
      'There is no indication that Berg fixed a match.',
      'The courier Marek Holm faces execution in Southland, where he was arrested in 2016.',
      'Berg was sentenced in Denmark to a fine of 300 euros. In Sweden he was given a sentence of three months.',
      'Berg won 12 duels. A player needs at least 40 duels for the title.',
      'In a statement on the bets, his club said:',
      "Norland's state prosecutors will need to find an extra €24 million for the trial.",
    ],
  },
]);

test.each(['Which match did Berg fix?', 'When was Marek Holm executed?'])(
  'takes what may come, or did not, for no deed: %s',
  async (question) => {
    expect(await answerQuestion(question, context)).toMatchObject({ refused: true });
  },
);

test.each([
  ['What sentence could Berg face?', /two years/],
  ['What sentence did Berg get in Denmark?', /300 euros/],
  ['How many duels did Berg win?', /12/],
])('answers %s', async (question, expected) => {
  const { statements } = await answerQuestion(question, context);
  expect(statements.map(({ text }) => text).join('\n')).toMatch(expected);
});

test('leaves out the sentence of another country, and a sentence whose words come later', async () => {
  const { statements } = await answerQuestion('What sentence did Berg get in Denmark?', context);
  const told = statements.map(({ text }) => text).join('\n');
  expect(told).not.toMatch(/could face/);
  const said = await answerQuestion('What did the club say on the bets?', context);
  expect(said.statements.map(({ text }) => text).join('\n')).not.toMatch(/said:$/m);
});
