import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { harborDispute } from '../answers/small-archive.ts';
import type { ModelBehavior } from '../fakes/fake-model-server.ts';
import { numbersWith, questionOf, sentencesOf, startChoosing } from './choosing.ts';

type Choosing = Awaited<ReturnType<typeof startChoosing>>;
let choosing: Choosing;
beforeEach(async () => {
  choosing = await startChoosing(harborDispute);
});
afterEach(() => choosing.stop());

const says = (value: unknown): ModelBehavior => ({ kind: 'text', text: JSON.stringify(value) });
/** Words alone refuse it. */
const unclear = 'has Norland given up privatizing';
/** Words alone answer it. */
const clear = 'Who was named as the new transport minister of Norland?';

test('shows the sentence that the model chose, also where words alone refuse', async () => {
  choosing.server.behave = (call) => says({ answered: 'yes', sentences: numbersWith(call, 'called off') });
  expect((await choosing.askWords(unclear)).refused).toBe(true);
  const answer = await choosing.ask(unclear);
  expect(answer.refused).toBe(false);
  expect(answer.statements.at(-1)?.text).toBe('Aalto said the sale of the port had been called off.');
  expect(choosing.generation.status()).toMatchObject({ chosen: 1, byWords: 0 });
});

test('refuses where the model says that nothing answers', async () => {
  choosing.server.behave = () => says({ answered: 'no', sentences: [] });
  expect((await choosing.askWords(clear)).refused).toBe(false);
  expect(await choosing.ask(clear)).toMatchObject({ refused: true, statements: [] });
});

test('puts a false premise right', async () => {
  choosing.server.behave = (call) => says({ answered: 'false-premise', sentences: numbersWith(call, 'called off') });
  const answer = await choosing.ask('When will the port be sold?');
  expect(answer.correction).toBe(true);
  expect(answer.statements.at(-1)?.text).toContain('called off');
});

test('gives numbered, dated candidates as data, the numbers as the only ones allowed, no tools, temperature 0', async () => {
  choosing.server.behave = () => says({ answered: 'no', sentences: [] });
  await choosing.ask(clear, 'What happened in Vestby?');
  const [call] = choosing.server.calls;
  if (!call) throw new Error('no call');
  expect(call).toMatchObject({ temperature: 0, tools: undefined });
  const sentences = sentencesOf(call);
  expect(sentences.map(({ n }) => n)).toEqual(sentences.map((_, index) => index + 1));
  expect(sentences).toContainEqual(
    expect.objectContaining({ date: '2022-07-18', title: 'Norland minister resigns over harbor sale' }),
  );
  expect(JSON.stringify(call.messages[1])).toContain('What happened in Vestby?');
  expect(JSON.stringify(call.messages[0])).not.toContain('Norland');
  const form = JSON.stringify(call.responseFormat);
  expect(form).toContain(`"enum":[${sentences.map(({ n }) => n).join(',')}]`);
  expect(form).toContain('"enum":["yes","no","false-premise"]');
});

test('asks once for the same question over the same revisions', async () => {
  choosing.server.behave = (call) => says({ answered: 'yes', sentences: numbersWith(call, 'Petra Aalto') });
  const [one, again] = [await choosing.ask(clear), await choosing.ask(clear)];
  expect(again).toEqual(one);
  expect(choosing.server.calls).toHaveLength(1);
});

test('asks for all other languages at once', async () => {
  await choosing.stop();
  const [english] = harborDispute;
  choosing = await startChoosing([
    ...(english ? [{ ...english, id: 'dw:1', language: 'en' }] : []),
    {
      id: 'dw:2',
      language: 'es',
      headline: 'Norland vende su puerto',
      at: '2022-07-19T09:00:00Z',
      paragraphs: ['El puerto de Vestby en Norland fue vendido el lunes a una empresa de Brenwick.'],
    },
    {
      id: 'dw:3',
      language: 'de',
      headline: 'Norland verkauft Hafen',
      at: '2022-07-19T10:00:00Z',
      paragraphs: ['Der Hafen von Vestby in Norland wurde am Montag verkauft, hieß es aus Brenwick.'],
    },
  ]);
  choosing.server.behave = (call) => {
    const chosen = numbersWith(call, 'empresa de Brenwick');
    return says({ answered: chosen.length > 0 ? 'yes' : 'no', sentences: chosen });
  };
  const answer = await choosing.ask('Who bought the port of Vestby in Norland?');
  expect(answer.statements.map(({ text }) => text)).toEqual([
    'El puerto de Vestby en Norland fue vendido el lunes a una empresa de Brenwick.',
  ]);
  expect(choosing.server.calls.map(questionOf)).toHaveLength(2);
});

describe('in two steps', () => {
  beforeEach(async () => {
    await choosing.stop();
    choosing = await startChoosing(harborDispute, 'steps: two');
  });

  test('asks which only where something answers', async () => {
    choosing.server.behave = () => says({ answered: 'no' });
    expect((await choosing.ask(clear)).refused).toBe(true);
    expect(choosing.server.calls).toHaveLength(1);
    choosing.server.behave = (call) =>
      JSON.stringify(call.responseFormat).includes('false-premise')
        ? says({ answered: 'yes' })
        : says({ sentences: numbersWith(call, 'called off') });
    expect((await choosing.ask(unclear)).statements.at(-1)?.text).toContain('called off');
    expect(choosing.server.calls).toHaveLength(3);
  });
});

const failures: readonly (readonly [string, ModelBehavior, RegExp])[] = [
  ['a server that hangs', { kind: 'stall' }, /no answer in time/],
  ['half a stream', { kind: 'half' }, /no answer in time/],
  ['an answer cut off', { kind: 'truncated' }, /requested format/],
  ['numbers that are not there', says({ answered: 'yes', sentences: [99] }), /requested format/],
  ['no number at all', says({ answered: 'yes', sentences: [] }), /nothing was chosen/],
  ['prose', { kind: 'text', text: 'The new minister is Petra Aalto.' }, /requested format/],
  ['another schema', says({ statements: [{ text: 'Petra Aalto was named.' }] }), /requested format/],
  ['a verdict that there is not', says({ answered: 'maybe', sentences: [1] }), /requested format/],
  ['words for numbers', says({ answered: 'yes', sentences: ['Petra Aalto was named.'] }), /requested format/],
  ['reasoning alone', { kind: 'text', text: '<think>Sentence 3 or 4? Let me' }, /requested format/],
  ['too many requests', { kind: 'status', status: 429 }, /429/],
  ['a server error', { kind: 'status', status: 500 }, /500/],
  ['a wrong key', { kind: 'status', status: 401 }, /401/],
  ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/v1/chat/completions' }, /\w/],
];

test.each(failures)('answers by words after %s, logs one line, and says so', async (_, behavior, problem) => {
  if (behavior.kind === 'stall' || behavior.kind === 'half') {
    await choosing.stop();
    choosing = await startChoosing(harborDispute, 'answerSeconds: 1');
  }
  choosing.server.behave = () => behavior;
  const [answer, byWords] = [await choosing.ask(clear), await choosing.askWords(clear)];
  expect(byWords.refused).toBe(false);
  expect(answer).toEqual(byWords);
  expect(choosing.lines).toHaveLength(1);
  expect(JSON.stringify(choosing.lines)).not.toMatch(/Norland|Aalto/);
  expect(choosing.generation.status()).toMatchObject({ chosen: 0, byWords: 1 });
  expect(choosing.generation.status().lastProblem?.text).toMatch(problem);
  expect(choosing.server.calls).toHaveLength(1);
  expect(choosing.texts.kept.size).toBe(0);
});

test('asks no more once the day is spent', async () => {
  await choosing.stop();
  choosing = await startChoosing(harborDispute, 'tokensPerDay: 1000');
  choosing.server.behave = () => says({ answered: 'no', sentences: [] });
  expect((await choosing.ask(clear)).refused).toBe(false);
  expect(choosing.server.calls).toHaveLength(0);
  expect(choosing.generation.status().lastProblem?.text).toBe('the token budget is spent');
});

describe('sections', () => {
  const topic = 'Vestby harbor';

  test('shows the lines that the model chose for the sections of a background, each once', async () => {
    choosing.server.behave = (call) => {
      const asks = JSON.stringify(call.messages[0]);
      if (asks.includes('matters')) return says({ sentences: numbersWith(call, 'two thirds') });
      if (asks.includes('says what')) return says({ sentences: numbersWith(call, 'denied that') });
      return says({ sentences: numbersWith(call, 'walked out', 'two thirds') });
    };
    const { sections = [] } = await choosing.background(topic);
    const texts = sections.map(({ statements }) => statements.map(({ text }) => text));
    expect(texts.flat().filter((text) => text.includes('two thirds'))).toHaveLength(1);
    expect(texts[0]?.join()).toContain('walked out');
    expect(texts.flat().join()).toContain('denied that she had been pushed out');
    expect(choosing.server.calls).toHaveLength(3);
  });

  test('shows what the model chose of a person', async () => {
    await choosing.stop();
    const days = ['Brenwick', 'Norvik', 'Vestby', 'Sundal', 'Holm', 'Aker'];
    choosing = await startChoosing(
      days.map((town, index) => ({
        id: `dw:${index + 1}`,
        headline: `Ilse Falkner in ${town}`,
        at: `2022-07-1${index + 1}T09:00:00Z`,
        paragraphs: [
          `Ilse Falkner opened a bridge of steel in ${town} on a rainy morning before ${index + 3}00 guests.`,
        ],
      })),
    );
    choosing.server.behave = (call) => says({ sentences: numbersWith(call, 'steel in Norvik') });
    const { statements } = await choosing.who('Ilse Falkner');
    expect(statements.map(({ text }) => text).join()).toContain('steel in Norvik');
    expect(choosing.server.calls).toHaveLength(1);
  });

  test('are chosen by words where the model fails', async () => {
    choosing.server.behave = () => ({ kind: 'status', status: 500 });
    expect(await choosing.background(topic)).toEqual(await choosing.backgroundByWords(topic));
  });
});
