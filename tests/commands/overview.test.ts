import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../src/chat/chat.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;

/** Sixty subscriptions in twenty channels: three each, the third of every fifth channel paused. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  for (let channel = 0; channel < 20; channel += 1) {
    const caller = room.callerIn(`c${String(channel).padStart(2, '0')}`);
    for (const interest of ['asia', 'africa', 'sports'])
      await room.services.subscriptions.add(caller, { interest, times: '09:00' });
    if (channel % 5 === 0) {
      const [, , third] = await room.services.subscriptions.ofChannel(caller);
      await room.services.subscriptions.pause(caller, third?.id ?? 0);
    }
  }
});
afterEach(() => room.close());

const manager = (): Caller => ({ ...room.callerIn('here'), managesServer: true });

async function shown(options: Record<string, string> = {}, caller = manager()) {
  const responder = new FakeResponder();
  await room.handlers.onCommand({ caller, command: 'overview', options }, responder);
  return responder.messages.at(-1);
}

test('lists all subscriptions of a server by channel, twenty a page', async () => {
  const text = textOf(await shown());
  expect(text).toContain('60 subscriptions, in 20 channels');
  expect(text.match(/ · \d+ /gu)).toHaveLength(20);
  expect(text).toContain('[Next page] [Pause all 56] [Resume all 4]');
  expect(await room.press('overview-page', '2:', manager())).toContain('60 Sports, daily at 09:00 (Berlin)');
});

test('filters by interest, state and channel', async () => {
  expect(textOf(await shown({ filter: 'africa' }))).toContain('20 subscriptions');
  expect(textOf(await shown({ filter: 'paused' }))).toContain('4 subscriptions');
  expect(textOf(await shown({ filter: 'c07 sports' }))).toContain('1 subscription, in 1 channel');
});

test('pauses all that the filter shows, and takes it back', async () => {
  const responder = new FakeResponder();
  const post = { ...manager().channel, messageId: 'm' };
  await room.handlers.onAction({ caller: manager(), action: 'overview-pause', value: '0:sports', post }, responder);
  const answer = responder.messages.at(-1);
  expect(textOf(answer)).toContain('Paused 16 subscriptions.');
  const states = async () => Object.groupBy(await room.storage.subscriptions.list(), ({ state }) => state);
  expect((await states()).paused).toHaveLength(20);
  const undo = answer?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : [])).at(-1);
  await room.press('take-step', undo?.kind === 'button' ? (undo.value ?? '') : '', manager());
  expect((await states()).paused).toHaveLength(4);
});

test('shows nothing of channels that the manager may not see, and nothing to members', async () => {
  const caller = { ...manager(), maySee: async (channelId: string) => channelId === 'c03' };
  expect(textOf(await shown({}, caller))).toContain('3 subscriptions, in 1 channel');
  expect(textOf(await shown({}, room.callerIn('here')))).toContain('Only people who manage the whole server');
  expect(await room.press('overview-pause', '0:', room.callerIn('here'))).toContain('Only people who manage');
});

test('zone, language and quiet hours of the server are what new channels begin with', async () => {
  expect(textOf(await shown({ zone: 'Seoul', language: 'de', quiet: '22:00-07:00' }))).toContain(
    'start with: Asia/Seoul, German, Quiet hours 22:00',
  );
  await room.command('subscribe', { interest: 'asia' }, room.callerIn('new'));
  const [first] = await room.services.subscriptions.ofChannel(room.callerIn('new'));
  expect(first).toMatchObject({ language: 'de', schedule: { zone: 'Asia/Seoul' }, quiet: { from: '22:00' } });
  expect(await room.command('settings', {}, room.callerIn('other'))).toContain('Asia/Seoul');
});

test('the first guess for the language is that of the server', async () => {
  const german = { ...room.callerIn('neu'), placeLocale: 'de' };
  await room.command('subscribe', { interest: 'asia' }, german);
  const [first] = await room.services.subscriptions.ofChannel(german);
  expect(first?.language).toBe(room.services.languages.some((code) => code.startsWith('de')) ? 'de' : 'en');
});

test('where nothing could be posted, subscribing says what is missing, and saves it on request', async () => {
  const caller: Caller = {
    ...room.callerIn('shut'),
    cannotPost: async () => (say) => say.firstDay.missingPermissions('"Send Messages"'),
  };
  const responder = new FakeResponder();
  await room.handlers.onCommand({ caller, command: 'subscribe', options: { interest: 'asia' } }, responder);
  const asked = responder.messages.at(-1);
  expect(textOf(asked)).toContain('without these permissions: "Send Messages"');
  expect(await room.services.subscriptions.ofChannel(caller)).toEqual([]);
  const save = asked?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : []))[0];
  await room.press('take-step', save?.kind === 'button' ? (save.value ?? '') : '', caller);
  expect(await room.services.subscriptions.ofChannel(caller)).toHaveLength(1);
});
