import { expect, test } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { quoteSentence } from '../../src/briefings/statements/quote-sentence.ts';
import { createModelRecord } from '../../src/models/model-record.ts';
import type { TextModel } from '../../src/models/text-model.ts';
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

/** What a checker on loopback would say: the numbers of supported statements, or that it fails. */
type Verdict = readonly number[] | 'fails';

function wordWith(text: string, verdict?: Verdict) {
  const calls: string[] = [];
  const checks: string[] = [];
  const texts = textsInMemory();
  const record = createModelRecord('fake:one', () => Temporal.Now.instant());
  const checker: TextModel['checker'] = {
    id: 'fake:checker',
    async write({ input, schema }) {
      checks.push(input);
      if (verdict === 'fails') throw new Error('no');
      return { value: schema.parse({ supported: verdict }), tokens: 10 };
    },
  };
  const word = createWordAnswer({
    model: {
      id: 'fake:one',
      async write({ input, schema }) {
        calls.push(input);
        return { value: schema.parse(JSON.parse(text)), tokens: 10 };
      },
      ...(verdict && { checker }),
    },
    texts,
    record,
    log: silentLog,
    budget: { tokens: 20_000, seconds: 5 },
    day: endless,
    wording: { briefings: false, answers: true, translate: false, level: 'usual', checker: '' },
    variantsOf: async () => [],
  });
  return { word, calls, checks, record };
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

const both = written(
  ['The harbor bridge of Brenwick is to close before winter, the council voted.', 0],
  ['Engineers found cracks in three pillars of the bridge in January.', 1],
);

test('shows of what passed the gate only what the checker supports', async () => {
  const { word, checks, record } = wordWith(both, [2]);
  const worded = await word(answer, 'When does the bridge close?');
  expect(worded.sections?.[0]?.statements.map(({ text }) => text)).toEqual([
    'Engineers found cracks in three pillars of the bridge in January.',
  ]);
  expect(record.status()).toMatchObject({ written: 1, dropped: 1 });
  expect(checks[0]).toContain(answer.statements[1]?.text);
});

test('asks the checker once for the same statements, and does not show it what the gate dropped', async () => {
  const { word, calls, checks } = wordWith(
    written(
      ['Engineers found cracks in three pillars of the bridge in January.', 1],
      ['The harbor bridge of Brenwick closes in 2031.', 0],
    ),
    [1],
  );
  const first = await word(answer, 'When does the bridge close?');
  expect(await word(answer, 'When does the bridge close?')).toEqual(first);
  expect([calls.length, checks.length]).toEqual([1, 1]);
  expect(checks[0]).not.toContain('2031');
});

test.each<[string, Verdict]>([
  ['supports nothing', []],
  ['names a statement that is not there', [9]],
  ['fails', 'fails'],
])('quotes where the checker %s', async (_, verdict) => {
  const { word, record } = wordWith(both, verdict);
  expect(await word(answer, 'When does the bridge close?')).toBe(answer);
  expect(record.status()).toMatchObject({ written: 0, quoted: 1 });
});
