import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTypedLine } from '../../commands/lines.ts';
import type { ReadByModel } from '../../src/models/read-line-by-model.ts';
import { en } from '../../src/wording/en/index.ts';
import { openTestNewsroom, type TestNewsroom } from '../commands/newsroom.ts';
import { questionOf, startChoosing } from './choosing.ts';

let choosing: Awaited<ReturnType<typeof startChoosing>>;
let room: TestNewsroom;
beforeEach(async () => {
  choosing = await startChoosing([]);
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
});
afterEach(async () => {
  await choosing.stop();
  await room.close();
});

const unclear = 'blub zapp';

function read(text: string, readUnclearLine: (line: string) => Promise<ReadByModel | undefined>) {
  const services = { ...room.services, readUnclearLine };
  return readTypedLine({ text, place: 'dm', caller: room.callerIn('here'), services, say: en });
}

test('a model chooses what an unclear line asks for, by the number of a reading', async () => {
  choosing.server.behave = () => ({ kind: 'text', text: '{"sentences":[3]}' });
  expect(await choosing.generation.readUnclearLine?.(unclear)).toBe('search');
  expect(choosing.server.calls.map(questionOf)).toEqual([unclear]);
});

test.each([{ kind: 'status', status: 500 } as const, { kind: 'text', text: '{"sentences":[99]}' } as const])(
  'says nothing after %j',
  async (behavior) => {
    choosing.server.behave = () => behavior;
    expect(await choosing.generation.readUnclearLine?.(unclear)).toBeUndefined();
  },
);

test('an unclear line does what was read, with the line as it was typed', async () => {
  expect(await read(unclear, async () => 'search')).toEqual({
    kind: 'command',
    command: 'search',
    options: { words: unclear },
  });
  expect(await read(unclear, async () => 'list')).toMatchObject({ command: 'subscriptions' });
  expect(await read(unclear, async () => 'courtesy')).toMatchObject({ kind: 'answer', managesChannel: false });
  expect(await read(unclear, async () => undefined)).toMatchObject({ kind: 'answer' });
});

test('a line that the grammar reads is not asked about', async () => {
  const asked: string[] = [];
  await read('send me asia every weekday at 8am', async (line) => {
    asked.push(line);
    return 'help';
  });
  expect(asked).toEqual([]);
});
