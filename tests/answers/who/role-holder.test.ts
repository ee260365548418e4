import { beforeAll, describe, expect, test } from 'vitest';
import type { AnswerContext } from '../../../src/answers/answer-archive.ts';
import { answerQuestion } from '../../../src/answers/ask/ask.ts';
import { findRoleHolder, officeAsked } from '../../../src/answers/who/role-holder.ts';
import { harborDispute, smallArchive } from '../small-archive.ts';

let context: AnswerContext;

beforeAll(async () => {
  context = await smallArchive([
    ...harborDispute,
    {
      id: 'dw:1003',
      headline: 'Serbian president in Berlin',
      at: '2022-07-19T09:00:00Z',
      paragraphs: [
        'Serbian President Marko Ilic arrived in Berlin on Monday.',
        'German Chancellor Anna Brandt said the talks were open.',
        'German Vice Chancellor Otto Lenz was not there.',
        'Petra Aalto, the new transport minister of Norland, was absent.',
        'Venezuela sent interim President Ana Rojas.',
        'NATO Secretary-General Bo Lund opened the meeting.',
      ],
    },
    {
      id: 'dw:1004',
      headline: 'Estonia: Prime Minister Kask visits Berlin',
      at: '2022-07-19T10:00:00Z',
      paragraphs: ['Mari Kask met owners of shipyards on Tuesday.'],
    },
  ]);
});

async function holderOf(phrase: string): Promise<string | undefined> {
  return (await findRoleHolder(phrase, 'en', context.archive))?.actor.name;
}

describe('the holder of an office', () => {
  test('is told by the headline where that alone names the office', async () => {
    const { statements } = await answerQuestion('who is the prime minister of estonia?', context);
    expect(statements.map(({ text }) => text)).toEqual(['Estonia: Prime Minister Kask visits Berlin']);
  });

  test.each([
    ['president of serbia', 'Marko Ilic'],
    ['the serbian president', 'Marko Ilic'],
    ['german chancellor', 'Anna Brandt'],
    ['CHANCELLOR OF GERMANY', 'Anna Brandt'],
    ['vice chancellor of Germany', 'Otto Lenz'],
    ["Germany's chancellor", 'Anna Brandt'],
    ['president of Venezuela', 'Ana Rojas'],
    ['nato secretary-general', 'Bo Lund'],
    ['prime minister of estonia', 'Mari Kask'],
  ])('%s', async (phrase, name) => {
    expect(await holderOf(phrase)).toBe(name);
  });

  test('is not who left it', async () => {
    expect(await holderOf('transport minister')).toBe('Petra Aalto');
    expect(await holderOf('former transport minister')).toBe('Ingrid Solheim');
  });

  test.each(['president of germany', 'finance minister of norland', 'coach of serbia'])(
    'nobody for %s',
    async (phrase) => {
      expect(await holderOf(phrase)).toBeUndefined();
    },
  );
});

test.each([
  ['who is the president of serbia?', 'en', 'president of serbia'],
  ["who's uk prime minister atm", 'en', 'uk prime minister'],
  ['Wer ist gerade Bundeskanzler?', 'de', 'Bundeskanzler'],
  ['who won the race', 'en', undefined],
])('%s asks for an office', (text, language, office) => {
  expect(officeAsked(text, language)).toBe(office);
});
