import { expect, test } from 'vitest';
import { createBriefingWriter } from '../../src/models/briefing-writer.ts';
import { createModelRecord } from '../../src/models/model-record.ts';
import type { TextModel } from '../../src/models/text-model.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { endless, quotedBriefing, storyOf, textsInMemory, written } from './brenwick.ts';

function writerOf(answer: string, translate = true) {
  const model: TextModel = {
    id: 'fake:one',
    write: async ({ schema }) => ({ value: schema.parse(JSON.parse(answer)), tokens: 10 }),
  };
  const record = createModelRecord(model.id, () => Temporal.Now.instant());
  const budget = { tokens: 20_000, seconds: 5 };
  const wording = { briefings: true, answers: false, translate, level: 'usual', checker: '' } as const;
  const parts = { model, texts: textsInMemory(), record, log: silentLog, budget, day: endless, wording };
  return createBriefingWriter({ ...parts, variantsOf: async () => [] });
}

const material = storyOf('de');
const quoted = quotedBriefing(material);
const lead = 'The council of Brenwick decided on Monday to close the harbor bridge.';

test('translates quoted sentences, marks them, and keeps what they cite', async () => {
  const briefing = await writerOf(written([lead, 0])).word(quoted, [material]);
  const [first] = briefing.stories[0]?.statements ?? [];
  expect(first).toMatchObject({ text: lead, quoted: false, translatedFrom: 'de' });
  expect(first?.citations[0]?.quote).toMatch(/^Der Stadtrat/);
});

test('keeps the original where the translation says another number, day or name', async () => {
  for (const wrong of [
    'The council of Brenwick decided on Sunday to close the harbor bridge.',
    'The council of Norvik decided on Monday to close the harbor bridge.',
    'The council of Brenwick decided on Monday to close 12 harbor bridges.',
    'The council of Brenwick did not decide on Monday to close the harbor bridge.',
  ]) {
    const briefing = await writerOf(written([wrong, 0])).word(quoted, [material]);
    expect(briefing.stories).toEqual(quoted.stories);
  }
});

test('leaves another language alone where translation is not asked for', async () => {
  const briefing = await writerOf(written([lead, 0]), false).word(quoted, [material]);
  expect(briefing.stories).toEqual(quoted.stories);
});

test('a kept briefing is held to the gate again', async () => {
  const writer = writerOf(written([lead, 0]));
  const briefing = await writer.word(quoted, [material]);
  expect(await writer.holds(briefing)).toBe(true);
  const forged = JSON.parse(JSON.stringify(briefing).replace('on Monday', 'on Friday')) as typeof briefing;
  expect(await writer.holds(forged)).toBe(false);
});
