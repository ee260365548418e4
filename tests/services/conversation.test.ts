import { expect, test } from 'vitest';
import { createAnswerService } from '../../src/services/services.ts';
import { harborDispute, smallArchive } from '../answers/small-archive.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

async function ask() {
  const { archive, now } = await smallArchive(harborDispute);
  const clock = new FakeClock(now.toString());
  const service = createAnswerService(archive, clock);
  return { clock, ask: (text: string, conversation?: string) => service.ask(text, undefined, conversation) };
}

test('a follow-up continues the question of the same person in the same place', async () => {
  const { ask: typed } = await ask();
  await typed('who resigned over the harbor sale?', 'one');
  expect((await typed('and why?', 'other')).refused).toBe(true);
  expect((await typed('and why?')).refused).toBe(true);
  const answer = await typed('and why?', 'one');
  expect(answer.refused).toBe(false);
  expect(answer.statements[0]?.citations[0]?.articleId).toBe('dw:1002');
});

test('is forgotten after a quarter of an hour', async () => {
  const { ask: typed, clock } = await ask();
  await typed('who resigned over the harbor sale?', 'one');
  clock.advance({ minutes: 16 });
  expect((await typed('and why?', 'one')).refused).toBe(true);
});
