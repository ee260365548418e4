import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BriefingWriter } from '../../src/briefings/briefing-desk.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createGeneration, type Generation } from '../../src/models/generation.ts';
import { type OpenedModel, openModel } from '../../src/models/open-model.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type FakeModelServer, type ModelBehavior, startFakeModelServer } from '../fakes/fake-model-server.ts';
import { quotedBriefing, storyOf, textsInMemory, written } from './brenwick.ts';

let server: FakeModelServer;
let opened: OpenedModel | undefined;
let generation: Generation;
let texts: ReturnType<typeof textsInMemory>;

function writer(): BriefingWriter {
  if (!generation.writer) throw new Error('no writer');
  return generation.writer;
}

beforeEach(async () => {
  server = await startFakeModelServer();
  const settings = parseConfig(
    `model: { provider: openai-compatible, name: fake, url: "${server.url}", secondsPerBriefing: 1, wording: { briefings: true } }`,
    'a test',
  ).model;
  opened = await openModel(settings, 'a-key');
  if (!opened) throw new Error('no model');
  texts = textsInMemory();
  const parts = { texts, settings, variantsOf: async () => [], log: silentLog, now: () => Temporal.Now.instant() };
  generation = createGeneration({ model: opened.model, ...parts });
});

afterEach(async () => {
  await opened?.stop();
  await server.stop();
});

const answers = (text: string): ModelBehavior => ({ kind: 'text', text });
const closed = ['The harbor bridge of Brenwick will close before winter, the council voted on Monday.', 0] as const;
const cracks = ['Engineers found cracks in three pillars of the bridge in January.', 1] as const;

async function word(behavior: ModelBehavior) {
  server.behave = () => behavior;
  const material = storyOf('en');
  const quoted = quotedBriefing(material);
  const briefing = await writer().word(quoted, [material]);
  return { quoted, briefing, statements: briefing.stories[0]?.statements ?? [] };
}

test('words a story and cites by code, with the article as data, no tools and temperature 0', async () => {
  const { statements } = await word(answers(written(closed, cracks)));
  expect(statements.map(({ text, quoted }) => [text, quoted])).toEqual([
    [closed[0], false],
    [cracks[0], false],
  ]);
  expect(statements[0]?.citations[0]).toMatchObject({ articleId: 'dw:1', revision: 1, sentence: 0 });
  const [call] = server.calls;
  expect(call).toMatchObject({ authorization: 'Bearer a-key', model: 'fake', temperature: 0, tools: undefined });
  expect(call?.responseFormat).toMatchObject({ type: 'json_schema' });
  expect(JSON.stringify(call?.messages[0])).not.toContain('Norlinie');
  expect(JSON.stringify(call?.messages[1])).toContain('<sentences>');
  expect(generation.status()).toMatchObject({ written: 1, quoted: 0, dropped: 0 });
});

test('keeps a story short that says again what an earlier one has said', async () => {
  server.behave = () => answers(written(closed, cracks));
  const [material, again] = [storyOf('en'), { ...storyOf('en'), storyId: '2' }];
  const quoted = quotedBriefing(material);
  const stories = quoted.stories.flatMap((story) => [story, { ...story, storyId: '2' }]);
  const briefing = await writer().word({ ...quoted, stories }, [material, again]);
  expect(briefing.stories.map(({ statements }) => statements.length)).toEqual([2, 1]);
});

test('asks once for the same revisions, and checks again what it kept', async () => {
  await word(answers(written(closed)));
  const { statements } = await word({ kind: 'status', status: 500 });
  expect(statements[0]?.text).toBe(closed[0]);
  expect(server.calls).toHaveLength(1);
  const [key = ''] = texts.kept.keys();
  texts.kept.set(key, written(['The harbor bridge of Brenwick collapsed on Monday, killing 40 people.', 0]));
  const again = await word({ kind: 'status', status: 500 });
  expect(again.briefing.stories).toEqual(again.quoted.stories);
  expect(texts.kept.size).toBe(0);
});

test.each<[string, ModelBehavior]>([
  ['truncated JSON', answers(written(closed, cracks).slice(0, 60))],
  ['an answer cut off on its way', { kind: 'truncated' }],
  ['a sentence that is not there', answers(written(['The council voted on Monday to close the harbor bridge.', 17]))],
  ['too many requests', { kind: 'status', status: 429 }],
  ['a server error', { kind: 'status', status: 500 }],
  ['a wrong key', { kind: 'status', status: 401 }],
  ['a stall', { kind: 'stall' }],
  ['the prompt sent back', answers('You are a sober news editor. Tell the news of one story in English.')],
  ['reasoning without an answer', answers('<think>The user wants statements. Sentence 0 is the lead.')],
  ['prose for JSON', answers('Here is the summary: the bridge will close.')],
  ['another form', answers('{"summary":"The bridge will close."}')],
  [
    'more untrue than true',
    answers(
      written(
        closed,
        ['The bridge is the oldest in Europe, experts say.', 0],
        ['Mayor Falkner resigned on Monday.', 1],
      ),
    ),
  ],
  ['nothing', answers(written())],
  ['a redirect that would take the key along', { kind: 'redirect', to: 'http://127.0.0.1:9/v1/chat/completions' }],
])(
  'quotes after %s, says so, and keeps nothing',
  async (_, behavior) => {
    const { briefing, quoted } = await word(behavior);
    expect(briefing.stories).toEqual(quoted.stories);
    expect(generation.status()).toMatchObject({ written: 0, quoted: 1 });
    expect(generation.status().lastProblem?.text).toMatch(/\w/);
    expect(generation.status().lastProblem?.text).not.toMatch(/Brenwick|a-key/);
    expect(texts.kept.size).toBe(0);
  },
  15_000,
);

test('drops the untrue statement, not the briefing', async () => {
  const { statements } = await word(
    answers(written(closed, ['Norlinie agreed to run free ferries across the harbor.', 3], cracks)),
  );
  expect(statements.map(({ text }) => text)).toEqual([closed[0], cracks[0]]);
  expect(generation.status()).toMatchObject({ written: 1, dropped: 1 });
});

test('cuts off reasoning before the answer', async () => {
  const { statements } = await word(answers(`<think>Which one is the lead?</think>${written(closed)}`));
  expect(statements.map(({ text }) => text)).toEqual([closed[0]]);
});
