import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answers/ask/ask.ts';
import { smallArchive } from '../small-archive.ts';

const context = await smallArchive([
  {
    id: 'dw:3401',
    headline: 'Norland: Train drivers to walk out on Friday',
    at: '2022-12-05T09:00:00Z',
    paragraphs: [
      'The train drivers of the NLF union will walk out on Friday, NLF Chairman Olav Berg said in Orsk.',
      'TVG deputy chairwoman Ingrid Solheim, whose union speaks for the conductors, called the walkout rash.',
      'Former KBV boss Marit Hagen warned of a winter without trains.',
    ],
  },
]);

test('takes the chairman of a union for its head', async () => {
  const { statements } = await answerQuestion('Who is head of the NLF?', context);
  expect(statements.map(({ text }) => text).join('\n')).toMatch(/Olav Berg/);
});

test.each(['Who is head of the TVG?', 'Who is the leader of the KBV?'])(
  'does not take a deputy or who led it once: %s',
  async (question) => expect(await answerQuestion(question, context)).toMatchObject({ refused: true }),
);
