import { expect, test } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { quoteSentence } from '../../src/briefings/statements/quote-sentence.ts';
import { createModelRecord } from '../../src/models/model-record.ts';
import { createWordAnswer } from '../../src/models/word-answer.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { endless, storyOf, textsInMemory, written } from './brenwick.ts';

const [article] = storyOf('en').articles;
if (!article) throw new Error('no article');
const answer: Answer = {
  kind: 'ask',
  title: 'When does the bridge close?',
  refused: false,
  statements: article.sentences.slice(0, 2).map((sentence) => quoteSentence(article, sentence)),
  language: 'en',
  archive: { articles: 1 },
};

function wordWith(text: string) {
  const calls: string[] = [];
  const word = createWordAnswer({
    model: {
      id: 'fake:one',
      async write({ input, schema }) {
        calls.push(input);
        return { value: schema.parse(JSON.parse(text)), tokens: 10 };
      },
    },
    texts: textsInMemory(),
    record: createModelRecord('fake:one', () => Temporal.Now.instant()),
    log: silentLog,
    budget: { tokens: 20_000, seconds: 5 },
    day: endless,
    wording: { briefings: false, answers: true, translate: false, level: 'usual' },
    variantsOf: async () => [],
  });
  return { word, calls };
}

test('puts the wording above the quoted sentences, which stay', async () => {
  const { word, calls } = wordWith(
    written(['The harbor bridge of Brenwick is to close before winter, the council voted.', 0]),
  );
  const worded = await word(answer, 'When does the bridge close?');
  expect(worded.sections?.map(({ statements }) => statements.map(({ quoted }) => quoted))).toEqual([
    [false],
    [true, true],
  ]);
  expect(worded.statements).toHaveLength(3);
  expect(calls[0]).toContain('When does the bridge close?');
});

test('gives the answer back where nothing true is worded', async () => {
  const { word } = wordWith(written(['The harbor bridge of Brenwick closes in 2031.', 0]));
  expect(await word(answer, 'When does the bridge close?')).toBe(answer);
});

test('words no refusal', async () => {
  const { word, calls } = wordWith(written(['The bridge is closed.', 0]));
  const refusal: Answer = { ...answer, refused: true, statements: [], text: 'Not in the archive.' };
  expect(await word(refusal, 'Who built it?')).toBe(refusal);
  expect(calls).toEqual([]);
});
