import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/ask/ask.ts';
import { answerBackground } from '../../src/answers/background/background.ts';
import { offerQuestions } from '../../src/answers/offered-questions.ts';
import { smallArchive } from './small-archive.ts';

const harborStrike = [
  {
    id: 'dw:5001',
    headline: 'Norland: union leader warns minister',
    at: '2022-06-01T09:00:00Z',
    paragraphs: [
      'Dockworkers met in the Norland capital Vestby on Wednesday to talk about their pay.',
      'Union leader Marek Novak said that Transport Minister Ingrid Solheim had broken every promise to the dockers.',
    ],
  },
  {
    id: 'dw:5002',
    headline: 'Norland: harbor strike begins',
    at: '2022-07-18T09:00:00Z',
    paragraphs: [
      'A strike in the harbor of Vestby began on Monday, and the company Vestport closed two of its piers.',
      'Marek Novak counted 2,300 dockers on strike in the harbor.',
      'Transport Minister Ingrid Solheim refused to talk to the dockers on strike.',
      'Vestport lost 20 million crowns on the first day of the harbor strike.',
    ],
  },
];

async function offered(refuses: (question: string) => boolean) {
  const context = await smallArchive(harborStrike);
  const answer = await answerBackground('harbor strike in Vestby', context);
  const shown = new Set(answer.statements.flatMap(({ citations }) => citations.map(({ articleId }) => articleId)));
  const ask = async (question: string) => {
    const found = await answerQuestion(question, context);
    return refuses(question) ? { ...found, refused: true, statements: [] } : found;
  };
  return { questions: await offerQuestions(answer, ask, context), shown, ask };
}

test('offers what another article answers', async () => {
  const { questions, shown, ask } = await offered(() => false);
  expect(shown).toEqual(new Set(['dw:5002']));
  expect(questions).toContain('What did Marek Novak say about Ingrid Solheim?');
  expect(questions.length).toBeLessThanOrEqual(2);
  for (const question of questions) {
    const { refused, statements } = await ask(question);
    expect(refused).toBe(false);
    expect(statements[0]?.citations[0]?.articleId).toBe('dw:5001');
  }
});

test('offers nothing that is refused when asked', async () => {
  const { questions } = await offered((question) => question.startsWith('What did'));
  expect(questions.filter((question) => question.startsWith('What did'))).toEqual([]);
});
