import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;

beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  await room.archive({
    id: 'dw:7',
    headline: 'Ferry runs aground off Penang',
    lead: 'A ferry with 200 people on board has run aground off the Malaysian island of Penang.',
    paragraphs: ['Harbor master Amanda Whitlock said on Wednesday that everybody was brought ashore unhurt.'],
    topics: ['asia'],
  });
  room.clock.advance({ minutes: 1 });
});
afterEach(() => room.close());

async function line(text: string): Promise<string> {
  const responder = new FakeResponder();
  await room.handlers.onLine?.({ caller: room.callerIn('here'), text, place: 'dm' }, responder);
  return textOf(responder.messages.at(-1));
}

describe('ten slips in the typing, each with what was meant', () => {
  test.each([
    ['subscribe', { interest: 'aisa' }, 'Asia'],
    ['subscribe', { interest: 'Gremany OR ferry' }, 'Germany'],
    ['subscribe', { interest: 'actor:"Amanda Whitlok"' }, 'Amanda Whitlock'],
    ['subscribe', { interest: 'topic:afrika-' }, 'africa'],
    ['subscribe', { interest: 'region:Indonseia' }, 'Indonesia'],
    ['subscribe', { interest: 'asia', zone: 'Berlim' }, 'Berlin'],
    ['subscribe', { interest: 'asia', length: 'shrot' }, 'short'],
  ])('/%s %j', async (command, options, meant) => {
    const said = await room.command(command, options);
    expect(said).toContain(meant);
    expect(await room.storage.subscriptions.list()).toEqual([]);
  });

  test.each([
    ['subscribe eurpoe at 9', 'Europe'],
    ['send me afirca every day at 8', 'Africa'],
    ['unsubscribe aisa', 'Asia'],
  ])('%s', async (typed, meant) => {
    await room.services.subscriptions.add(room.callerIn('here'), { interest: 'asia', times: '07:00' });
    expect(await line(typed)).toContain(meant);
    expect(await room.storage.subscriptions.list()).toHaveLength(1);
  });
});
