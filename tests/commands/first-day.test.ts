import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { ferry, openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;

/** A Wednesday, ten in the morning in Berlin. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
});
afterEach(() => room.close());

const own = { platform: 'local', workspaceId: 'w', channelId: 'own' } as const;

/** A member who does not manage the channel, and can be written to. */
function member(): Caller {
  return { ...room.callerIn('here', false, 'u2'), directMessages: async () => own };
}

function buttonsOf(message: Message | undefined) {
  const items = message?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : [])) ?? [];
  return items.flatMap((item) => (item.kind === 'button' ? [item] : []));
}

async function press(message: Message | undefined, label: string, caller: Caller): Promise<Message | undefined> {
  const button = buttonsOf(message).find((one) => one.label === label);
  if (!button) throw new Error(`no button "${label}" among ${buttonsOf(message).map((one) => one.label)}`);
  const responder = new FakeResponder();
  const post = { ...caller.channel, messageId: 'm' };
  await room.handlers.onAction({ caller, action: button.action, value: button.value ?? '', post }, responder);
  return responder.messages.at(-1);
}

test('greets with three buttons: news now, every day at 8 here, what can you do', async () => {
  await room.archive(ferry);
  room.clock.advance({ minutes: 1 });
  const caller = room.callerIn('here');
  const greeting = await room.handlers.greet?.({ channel: caller.channel, locale: 'en' });
  expect(buttonsOf(greeting).map(({ label }) => label)).toEqual([
    'News now',
    'Every day at 8 here',
    'What can you do?',
  ]);
  expect(textOf(await press(greeting, 'News now', caller))).toContain('Ferry runs aground');
  const subscribed = await press(greeting, 'Every day at 8 here', caller);
  expect(textOf(subscribed)).toContain('Daily at 08:00');
  expect(textOf(subscribed)).toContain('About 1 story per day.');
  expect(textOf(await press(greeting, 'What can you do?', caller))).toContain('/subscribe');
  await press(subscribed, 'Undo', caller);
  expect(await room.storage.subscriptions.list()).toEqual([]);
});

test('a place without subscriptions has two of them', async () => {
  const responder = new FakeResponder();
  await room.handlers.onCommand({ caller: room.callerIn('here'), command: 'subscriptions', options: {} }, responder);
  expect(buttonsOf(responder.messages.at(-1)).map(({ label }) => label)).toEqual(['News now', 'Every day at 8 here']);
});

test('the first briefing tells the last day, what the feeds held when they were first read included', async () => {
  const seed = { archivedAt: room.clock.now(), isSeed: true };

  await room.archiver.archive(makeTestArticle({ ...ferry, at: '2026-05-06T05:00:00Z' }), seed);
  const old = { ...ferry, id: 'dw:8', headline: 'Bridge opens in Penang', at: '2026-05-03T05:00:00Z' };
  await room.archiver.archive(makeTestArticle(old), seed);
  await room.command('subscribe', { interest: 'asia', times: '12:00' });
  await room.runTo('2026-05-06T10:15:00Z');
  expect(JSON.stringify(room.chat.sent)).toContain('Ferry runs aground');
  expect(JSON.stringify(room.chat.sent)).not.toContain('Bridge opens');
});

test('a member who does not manage the channel follows and subscribes in their own messages', async () => {
  await room.archive(ferry);
  await room.command('subscribe', { interest: 'asia', times: '12:00' });
  const responder = new FakeResponder();
  await room.handlers.onCommand({ caller: member(), command: 'subscriptions', options: {} }, responder);
  const panel = responder.messages.at(-1);
  expect(buttonsOf(panel).map(({ label }) => label)).toEqual(['Preview', 'Send it to me']);
  const sent = await press(panel, 'Send it to me', member());
  expect(textOf(sent)).toContain('Only you get it');
  const [, mine] = await room.storage.subscriptions.list();
  expect(mine).toMatchObject({ channel: own, interest: 'asia', createdBy: 'u2' });
  await press(sent, 'Undo', member());
  expect(await room.storage.subscriptions.list()).toHaveLength(1);
  const story = await room.press('follow', 'story:1', member());
  expect(story).toContain('Only you get it');
});

test('where there are no direct messages, a member is told whom to ask', async () => {
  await room.archive(ferry);
  expect(await room.press('follow', 'story:1', room.callerIn('here', false))).toContain('Only people who can manage');
});

test('a preview ends in a button that subscribes', async () => {
  await room.archive(ferry);
  const responder = new FakeResponder();
  const caller = room.callerIn('here');
  await room.handlers.onCommand({ caller, command: 'preview', options: { interest: 'asia' } }, responder);
  expect(textOf(await press(responder.messages.at(-1), 'Subscribe', caller))).toContain('Subscription 1: asia');
});
