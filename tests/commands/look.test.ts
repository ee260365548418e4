import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from './newsroom.ts';

let room: TestNewsroom;
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  await room.command('subscribe', { interest: 'asia', times: '12' });
});
afterEach(() => room.close());

const role = '123456789012345678';
const inDiscord = (mayMention?: boolean) => ({
  ...room.callerIn('here'),
  channel: { platform: 'discord' as const, workspaceId: '900000000000000001', channelId: 'here' },
  ...(mayMention !== undefined && { mayMention }),
});

test('what a form says of the look is shown, kept, and handed to the platform with every post', async () => {
  const said = await room.submit('look-of-subscription', '1', { name: 'Asia desk', color: '#abc' });
  expect(said).toContain('Appearance: posts as Asia desk, color #aabbcc');
  await room.archive({
    id: 'dw:1',
    headline: 'Rice mill burns in Sarwana',
    lead: 'A rice mill has burned down in the Sarwana district of Indonesia, the police said.',
    paragraphs: [],
    topics: ['asia'],
  });
  await room.runTo('2026-05-06T10:15:00Z');
  expect(room.chat.sent[0]?.options.look).toEqual({ name: 'Asia desk', color: '#aabbcc' });
  expect(room.chat.sent[0]?.options.mention).toBeUndefined();
});

test('an empty form takes the look away', async () => {
  await room.submit('look-of-subscription', '1', { name: 'Asia desk' });
  expect(await room.submit('look-of-subscription', '1', { name: '' })).not.toContain('Look:');
  expect((await room.storage.subscriptions.find(1))?.look).toBeUndefined();
});

test('a role is mentioned for who may mention it, and stays when somebody else edits the rest', async () => {
  await room.command('subscribe', { interest: 'asia' }, inDiscord());
  const refused = await room.submit('look-of-subscription', '2', { mention: role }, inDiscord(false));
  expect(refused).toContain("You don't have permission to mention that role");
  expect(await room.submit('look-of-subscription', '2', { mention: role }, inDiscord(true))).toContain(
    `Appearance: mentions ${role}`,
  );
  const edited = await room.submit('look-of-subscription', '2', { mention: role, name: 'Desk' }, inDiscord(false));
  expect(edited).toContain(`Appearance: mentions ${role}, posts as Desk`);
});

test('publishing to followers is a choice of subscriptions in Discord', async () => {
  await room.command('subscribe', { interest: 'asia' }, inDiscord());
  expect(await room.submit('look-of-subscription', '2', { publish: 'on' }, inDiscord())).toContain(
    'Appearance: published to followers',
  );
  expect((await room.storage.subscriptions.find(2))?.look).toEqual({ publish: true });
});

test('a thread for each story is a choice of subscriptions in Discord, kept through other changes', async () => {
  const wish = { interest: 'asia', threads: 'story' };
  expect(await room.command('subscribe', wish)).toContain('Only Discord has a thread for each story.');
  expect(await room.command('subscribe', wish, inDiscord())).toContain('at most 5 stories, a thread for each story.');
  const look = async () => (await room.storage.subscriptions.find(2))?.look;
  expect(await look()).toEqual({ storyThreads: true });
  await room.submit('look-of-subscription', '2', { color: '#abc' }, inDiscord());
  expect(await look()).toEqual({ color: '#aabbcc', storyThreads: true });

  expect(await room.press('threads-of-subscription', '2', inDiscord())).not.toContain('a thread for each story');
  expect(await look()).toEqual({ color: '#aabbcc' });
  expect(await room.press('threads-of-subscription', '2', inDiscord())).toContain('a thread for each story');
});

test('who may not manage the channel changes nothing', async () => {
  const said = await room.submit('look-of-subscription', '1', { name: 'Mine' }, room.callerIn('here', false));
  expect(said).toContain('Only people who can manage this channel');
  expect((await room.storage.subscriptions.find(1))?.look).toBeUndefined();
});

test('links are unfurled only in channels that opted in', async () => {
  expect(await room.command('settings')).toContain('Posted links: left alone');
  expect(await room.command('settings', { unfurl: 'on' })).toContain('Posted links: summarized in one line');
  expect(await room.command('settings', { zone: 'tokyo' })).toContain('Posted links: summarized in one line');
  expect(await room.command('settings', { unfurl: 'off' })).toContain('Posted links: left alone');
});
