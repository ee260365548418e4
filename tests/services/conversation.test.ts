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

test('a question goes on with whom the same person looked up', async () => {
  const { archive, now } = await smallArchive(harborDispute);
  const service = createAnswerService(archive, new FakeClock(now.toString()));
  expect((await service.ask('why did she go?', undefined, 'one')).refused).toBe(true);
  await service.who('Solheim', undefined, 'two');
  expect((await service.ask('why did she resign?', undefined, 'two')).refused).toBe(false);
});

test('who somebody is, in words that name nobody, is asked as a question', async () => {
  const { archive, now } = await smallArchive(harborDispute);
  const service = createAnswerService(archive, new FakeClock(now.toString()));
  const answer = await service.who('owning the port since 1972', undefined);
  expect(answer.statements[0]?.text).toMatch(/owned by the state since 1972/);
  expect((await service.who('Jane Nobody', undefined)).kind).toBe('who');
});
