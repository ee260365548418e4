import { afterEach, beforeEach, expect, test } from 'vitest';
import { harborDispute } from '../answers/small-archive.ts';
import type { ModelBehavior, ModelCall } from '../fakes/fake-model-server.ts';
import { numbersWith, sentencesOf, startChoosing } from './choosing.ts';

type Choosing = Awaited<ReturnType<typeof startChoosing>>;
let choosing: Choosing;

/** Shares no word with the sentence that answers. */
const asked = 'Which woman got the job?';
const answer = 'Prime Minister Jonas Lindqvist named Petra Aalto as the new transport minister.';
const says = (value: unknown): ModelBehavior => ({ kind: 'text', text: JSON.stringify(value) });
const isReword = (call: ModelCall) => JSON.stringify(call.messages[1]).includes('<languages>');
const chooseAalto = (call: ModelCall) => {
  const chosen = numbersWith(call, 'named Petra Aalto');
  return says({ answered: chosen.length > 0 ? 'yes' : 'no', sentences: chosen });
};
const rewordAs = (...searches: readonly { language: string; terms: string }[]) => {
  choosing.server.behave = (call) => (isReword(call) ? says({ searches }) : chooseAalto(call));
};

beforeEach(async () => {
  choosing = await startChoosing(harborDispute, 'rewords: true, answerSeconds: 30');
});
afterEach(() => choosing.stop());

test('finds by another wording what the words of the question miss', async () => {
  rewordAs();
  expect((await choosing.ask(asked)).refused).toBe(true);
  choosing.texts.kept.clear();
  rewordAs({ language: 'en', terms: 'named new transport minister' });
  expect((await choosing.ask(asked)).statements.at(-1)?.text).toBe(answer);
});

test('asks for other wordings once, as data, and never shows them', async () => {
  rewordAs({ language: 'en', terms: 'named new transport minister' });
  const first = await choosing.ask(asked);
  expect(await choosing.ask(asked)).toEqual(first);
  const rewordings = choosing.server.calls.filter(isReword);
  expect(rewordings).toHaveLength(1);
  expect(JSON.stringify(rewordings[0]?.messages[0])).not.toContain('woman');
  expect(JSON.stringify(rewordings[0]?.messages[1])).toContain(asked);
  expect(JSON.stringify(first)).not.toContain('named new transport minister');
});

test('lets words judge only what the question itself finds', async () => {
  choosing.server.behave = (call) =>
    isReword(call)
      ? says({ searches: [{ language: 'en', terms: 'named new transport minister' }] })
      : { kind: 'status', status: 500 };
  const byWords = await choosing.askWords(asked);
  expect(byWords.refused).toBe(true);
  expect(await choosing.ask(asked)).toEqual(byWords);
});

test.each<[string, ModelBehavior]>([
  ['a server error', { kind: 'status', status: 500 }],
  ['prose', { kind: 'text', text: 'You could search for ministers.' }],
  ['a language that the archive has not', says({ searches: [{ language: 'xx', terms: 'minister' }] })],
  ['four wordings', says({ searches: ['a', 'b', 'c', 'd'].map((terms) => ({ language: 'en', terms })) })],
  ['a text for search terms', says({ searches: [{ language: 'en', terms: 'minister '.repeat(200) }] })],
  ['a stall', { kind: 'stall' }],
])('searches with the words of the question after %s, and says so', async (_, behavior) => {
  if (behavior.kind === 'stall') {
    await choosing.stop();
    choosing = await startChoosing(harborDispute, 'rewords: true, answerSeconds: 2');
  }
  const clear = 'Who was named as the new transport minister of Norland?';
  choosing.server.behave = (call) => (isReword(call) ? behavior : chooseAalto(call));
  expect((await choosing.ask(clear)).statements.at(-1)?.text).toBe(answer);
  expect(choosing.generation.status()).toMatchObject({ chosen: 1, byWords: 0 });
  expect(choosing.generation.status().lastProblem?.text).toMatch(/\w/);
});

test('stays within the tokens of one answer', async () => {
  await choosing.stop();
  choosing = await startChoosing(harborDispute, 'rewords: true, tokensPerAnswer: 1000');
  rewordAs({ language: 'en', terms: 'named new transport minister' });
  await choosing.ask(asked);
  expect(choosing.server.calls.length).toBeLessThanOrEqual(1);
  expect(choosing.generation.status().byWords).toBe(1);
});

/** Vectors that know two topics: ministers, and all else. */
const topicOf = (text: string) => (/minist|job/i.test(text) ? [1, 0] : [0, 1]);

test('finds by embeddings what is near in meaning, also in another language, and lets the model judge it', async () => {
  await choosing.stop();
  const [strike] = harborDispute;
  const german = {
    id: 'dw:3',
    language: 'de',
    headline: 'Norland: Neue Ministerin benannt',
    at: '2022-07-19T10:00:00Z',
    paragraphs: ['Petra Aalto leitet seit Montag das Verkehrsministerium in Vestby, teilte die Regierung mit.'],
  };
  choosing = await startChoosing([...(strike ? [strike] : []), german], 'embeddings: vectors, answerSeconds: 30');
  choosing.server.embed = topicOf;
  choosing.server.behave = (call) => {
    const chosen = numbersWith(call, 'Petra Aalto leitet');
    return says({ answered: chosen.length > 0 ? 'yes' : 'no', sentences: chosen });
  };
  expect((await choosing.ask(asked)).statements.at(-1)?.text).toContain('Petra Aalto leitet');
  const embedded = choosing.server.embedded.length;
  expect(embedded).toBe(3);
  await choosing.ask('Which person holds that job now?');
  expect(choosing.server.embedded.length - embedded).toBe(1);
  expect(choosing.server.calls.flatMap(sentencesOf).length).toBeGreaterThan(0);
});

test('searches by words where the server gives no embeddings, and says so', async () => {
  await choosing.stop();
  choosing = await startChoosing(harborDispute, 'embeddings: vectors, answerSeconds: 30');
  choosing.server.behave = chooseAalto;
  const shown = await choosing.ask('Who was named as the new transport minister of Norland?');
  expect(shown.statements.at(-1)?.text).toBe(answer);
  expect(choosing.generation.status()).toMatchObject({ chosen: 1, byWords: 0 });
  expect(choosing.generation.status().lastProblem?.text).toMatch(/500/);
});
