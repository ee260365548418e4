import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { ferry, openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;

beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  await room.archive(ferry);
  room.clock.advance({ minutes: 1 });
  await room.command('subscribe', { interest: 'asia', times: '12:00', length: 'short' });
  await room.command('subscribe', { interest: 'ferry', times: '13:00' });
  await room.submit('look-of-subscription', '1', { name: 'Asia desk', color: '#112233' });
  await room.submit('pause-subscription', '2', { until: '2026-06-01' });
  await room.command('settings', { zone: 'Seoul', quiet: '22:00-07:00' });
});
afterEach(() => room.close());

const here = (): Caller => ({ ...room.callerIn('here'), managesServer: true });
const answer = async (work: (responder: FakeResponder) => Promise<unknown>): Promise<Message | undefined> => {
  const responder = new FakeResponder();
  await work(responder);
  return responder.messages.at(-1);
};
const command = (name: string, options: Record<string, string>, caller = here()) =>
  answer((responder) => room.handlers.onCommand({ caller, command: name, options }, responder));
const press = (action: string, value: string, caller = here()) =>
  answer((responder) =>
    room.handlers.onAction({ caller, action, value, post: { ...caller.channel, messageId: 'm' } }, responder),
  );
const submit = (action: string, reference: string, answers: Record<string, string>, callerInPicked?: Caller) =>
  answer((responder) =>
    room.handlers.onForm(
      { caller: here(), action, reference, answers, ...(callerInPicked && { callerInPicked }) },
      responder,
    ),
  );
const line = (text: string) =>
  answer(async (responder) => room.handlers.onLine?.({ caller: here(), text, place: 'dm' }, responder));

/** Everything that people decide: subscriptions, settings of the channel and the server, muted stories. */
async function decided() {
  const list = await room.storage.subscriptions.list();
  const facts = list.map(
    ({ channel, interest, as, schedule, language, length, maxStories, state, mention, look, pausedUntil }) => ({
      ...{ channel: channel.channelId, interest, as, schedule, language, length, maxStories, state, mention, look },
      pausedUntil: pausedUntil?.toString(),
    }),
  );
  const { quiet, ...settings } = await room.services.settings.of(here().channel);
  const server = (await room.services.settings.ofServer(here().channel)) ?? room.services.settings.defaults;
  const muted = (await room.services.mutes.of(here())).map(({ id }) => id);
  const byInterest = facts.toSorted((a, b) => a.interest.localeCompare(b.interest));
  return JSON.stringify({ subscriptions: byInterest, settings, quiet, server, muted });
}

async function undo(message: Message | undefined): Promise<Message | undefined> {
  const items = message?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : [])) ?? [];
  const button = items.find((item) => item.kind === 'button' && item.label === 'Undo');
  if (button?.kind !== 'button') throw new Error(`no Undo in ${textOf(message)}`);
  return press(button.action, button.value ?? '');
}

test.each<[string, () => Promise<Message | undefined>]>([
  ['/subscribe', () => command('subscribe', { interest: 'europe' })],
  ['subscribing in words', () => line('send me africa every weekday at 9')],
  ['a change in words', () => line('move asia to 9:30')],
  ['leaving something out in words', () => line('drop sports from asia')],
  ['a pause in words', () => line('pause asia until friday')],
  ['resuming in words', () => line('resume ferry')],
  ['unsubscribing in words', () => line('unsubscribe asia')],
  ['the zone in words', () => line('i am in nairobi now')],
  ['the form to edit', () => submit('edit-subscription', '1', { interest: 'asia NOT sports', times: 'mon 9' })],
  ['the form of the look', () => submit('look-of-subscription', '1', { name: 'Other' })],
  ['the form to pause', () => submit('pause-subscription', '1', {})],
  ['the form to move', () => submit('move-subscription', '1', {}, room.callerIn('there'))],
  ['the button Resume', () => press('resume-subscription', '2')],
  ['the button Remove', () => press('remove-subscription', '2')],
  ['/settings', () => command('settings', { zone: 'Nairobi', quiet: 'off', unfurl: 'on' })],
  ['/overview with defaults of the server', () => command('overview', { zone: 'Nairobi', language: 'fr' })],
  ['Pause all', () => press('overview-pause', '0:')],
  ['Resume all', () => press('overview-resume', '0:')],
  ['following a story', () => press('follow', 'story:1')],
])('%s is taken back by Undo', async (_what, change) => {
  const before = await decided();
  const message = await change();
  expect(await decided()).not.toBe(before);
  expect(textOf(await undo(message))).toContain('Undone.');
  expect(await decided()).toBe(before);
});

test('unmuting is taken back, and muting is unmuted', async () => {
  const muted = await press('mute-story', '1');
  const before = await decided();
  expect(textOf(muted)).toContain('[Unmute]');
  const message = await press('unmute-story', '1');
  expect(textOf(message)).toContain('Unmuted: Ferry runs aground off Penang');
  await undo(message);
  expect(await decided()).toBe(before);
});

test('moving by /move is taken back where it was moved to', async () => {
  const before = await decided();
  await room.press('move-subscription', '1');
  const message = await command('move', { subscription: '1' }, room.callerIn('there'));
  expect(await decided()).not.toBe(before);
  const items = message?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : [])) ?? [];
  const button = items.find(({ label }) => label === 'Undo');
  await room.press('take-step', button?.kind === 'button' ? (button.value ?? '') : '', room.callerIn('there'));
  expect(await decided()).toBe(before);
});

test('a removed subscription continues where its last briefing ended', async () => {
  await room.command('subscribe', { interest: 'Penang', times: '8:45', zone: 'UTC' });
  await room.runTo('2026-05-06T08:46:00Z');
  expect(room.chat.sent).toHaveLength(1);
  await undo(await press('remove-subscription', '3'));
  await room.command('settings', { zone: 'UTC' });
  await room.archive({ ...ferry, id: 'dw:8', headline: 'Bridge opens in Penang', lead: 'A new bridge links Penang.' });
  await room.runTo('2026-05-07T08:46:00Z');
  const last = textOf(room.chat.sent.filter(({ message }) => textOf(message).includes('Bridge')).at(-1)?.message);
  expect(last).toContain('Bridge opens in Penang');
  expect(last).not.toContain('Ferry runs aground');
});
