import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { ChannelRef, Chat } from '../../src/chat/chat.ts';
import { createDiscordChat } from '../../src/chat/discord/discord-chat.ts';
import { createSlackChat } from '../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import type { Newsroom } from '../../src/services/newsroom.ts';
import { eventually } from '../fakes/eventually.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/fake-discord.ts';
import type { StoredChannel } from '../fakes/fake-discord-store.ts';
import { appToken, botToken, FakeSlack, type FakeView } from '../fakes/fake-slack.ts';
import { createSlackUser, wordsIn } from '../fakes/fake-slack-user.ts';
import { checkRequest } from './discord/check-request.ts';
import { shownText } from './discord/discord-service.ts';
import { type Payload, withInner } from './discord/payload-problems.ts';
import { personAt } from './discord/person.ts';
import { openSampleNewsroom } from './slack/sample-newsroom.ts';

/** Rights are looked at when they are used: what somebody began while they had them does nothing once they are gone. */
let newsroom: Newsroom;
let slack: FakeSlack;
let fakeDiscord: FakeDiscord;
let desk: StoredChannel;
let chats: Chat[];
let ada: ReturnType<typeof createSlackUser>;

const secretChannel = { platform: 'slack', workspaceId: 'T1', channelId: 'CPRIVATE' } as const;
const members = () => slack.channels.get('CPRIVATE') as { members: string[] };

beforeAll(async () => {
  newsroom = await openSampleNewsroom();
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('CPRIVATE', { members: ['U1', 'U2'], hasBot: true });
  slack.channels.set('D1', { members: ['U1', 'UBOT'] });
  fakeDiscord = await startFakeDiscord({ check: checkRequest });
  desk = fakeDiscord.store.addChannel({ type: 0, guild_id: fakeDiscord.guildId, name: 'asia-desk' });
  const transport = { kind: 'socket', appToken } as const;
  chats = [
    createSlackChat({
      botToken,
      transport,
      commands,
      slackApiUrl: slack.apiUrl,
      log: silentLog,
      sleep: async () => {},
    }),
    createDiscordChat({ token: fakeDiscord.token, api: fakeDiscord.api, log: silentLog }),
  ];
  for (const chat of chats) await chat.start(createHandlers(newsroom));
  ada = createSlackUser(slack, { channel: 'CPRIVATE' });
  await ada.slash('subscribe "rice mill" times:08:00');
  await personAt(fakeDiscord, { channel: desk, isManager: true }).give('subscribe', { interest: '"rice mill"' });
  await eventually(async () => expect(await stateOf(secretChannel)).toContain('rice mill'));
});

afterAll(async () => {
  for (const chat of chats) await chat.stop();
  await slack.stop();
  await fakeDiscord.stop();
  await newsroom.storage.close();
});

/** All that a channel has: its subscriptions and settings. */
async function stateOf(channel: ChannelRef): Promise<string> {
  const { subscriptions, channels } = newsroom.storage;
  return JSON.stringify([await subscriptions.ofChannel(channel), await channels.find(channel)]);
}

const home = () => slack.views.get('U1') as FakeView;
const nextModal = () =>
  eventually(() => {
    if (slack.lastView?.type !== 'modal') throw new Error('No form was shown');
    return slack.lastView;
  });
const choose = () =>
  ada.actInView(home(), {
    type: 'conversations_select',
    action_id: 'home:channel',
    selected_conversation: 'CPRIVATE',
  });

async function lookAtChannel(): Promise<void> {
  slack.views.clear();
  await ada.openHome();
  await eventually(() => expect(home()).toBeDefined());
  await choose();
  await eventually(() => expect(wordsIn(home().blocks)).toContain('rice mill'));
}

const pressHome = (label: string) => async () => {
  const shown = home();
  return () => ada.pressInView(shown, label);
};

/** Opens a form while the right is there; sending it is what is tried without. */
const formOf = (label: string, answers: Readonly<Record<string, string>>) => async () => {
  slack.lastView = undefined;
  await ada.pressInView(home(), label);
  const form = await nextModal();
  return () => ada.submit(form, answers);
};

const panelForm = (label: string, answers: Readonly<Record<string, string>>) => async () => {
  slack.messages = [];
  slack.lastView = undefined;
  await ada.slash('subscriptions');
  const panel = await eventually(() => slack.shownTo('U1')[0] ?? Promise.reject(new Error('No panel')));
  await ada.press(panel, label);
  const form = await nextModal();
  return () => ada.submit(form, answers);
};

test.each<[string, () => Promise<() => Promise<unknown>>]>([
  ['Home, opened again', async () => () => ada.openHome()],
  ['Home, the channel chosen again', async () => () => choose()],
  ['Home, Remove', pressHome('Remove')],
  ['Home, Pause', pressHome('Pause')],
  ['Home, Edit', pressHome('Edit')],
  ['Home, Send now', pressHome('Send now')],
  ['Home, Settings', pressHome('Settings')],
  ['Home, Brief me', pressHome('Brief me')],
  ['Home, a sent form of its settings', formOf('Settings', { quiet: '21:00-06:00' })],
  ['Home, a sent form to subscribe', formOf('Subscribe', { channel: 'CPRIVATE', interest: 'asia' })],
  ['Home, a sent form to edit', formOf('Edit', { times: '10:45' })],
  ['a message, a sent form to edit', panelForm('Edit', { times: '10:45' })],
  [
    'Home, completion',
    async () => {
      slack.lastView = undefined;
      await ada.pressInView(home(), 'Settings');
      const form = await nextModal();
      return () => ada.suggest(form, 'complete:move:offer', '');
    },
  ],
  [
    'Home, search',
    async () => () => ada.actInView(home(), { type: 'plain_text_input', action_id: 'home:search', value: 'flood' }),
  ],
])('Slack: %s shows and changes nothing for somebody who left', async (_name, begin) => {
  members().members = ['U1', 'U2'];
  await lookAtChannel();
  const act = await begin();
  const before = await stateOf(secretChannel);
  members().members = ['U2'];
  slack.messages = [];
  slack.lastView = undefined;
  const asked = slack.calls.length;

  const answer = await act();
  await chats[0]?.stop();
  await chats[0]?.start(createHandlers(newsroom));

  expect(await stateOf(secretChannel)).toBe(before);
  const shown = JSON.stringify([answer, slack.lastView, slack.messages]);
  expect(shown).not.toContain('rice mill');
  expect(slack.calls.slice(asked).map(({ method }) => method)).toContain('conversations.members');
});

const idsIn = (bodies: readonly object[]) =>
  bodies
    .flatMap((body) => ((body as Payload).components ?? []).flatMap(withInner))
    .flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));

test.each([
  ['Remove', 'remove-subscription'],
  ['Pause', 'pause-subscription'],
  ['Edit', 'edit-subscription'],
  ['Send now', 'send-subscription'],
])('Discord: %s changes nothing for somebody who lost the right to manage the channel', async (_name, action) => {
  const manager = personAt(fakeDiscord, { channel: desk, isManager: true });
  const panel = await manager.give('subscriptions');
  const button = idsIn(panel.messages.map(({ body }) => body)).find((id) => id.includes(`:${action}:`)) ?? '';
  expect(button).not.toBe('');
  const place = { platform: 'discord', workspaceId: fakeDiscord.guildId, channelId: desk.id } as const;
  const before = await stateOf(place);

  const answer = await personAt(fakeDiscord, { channel: desk }).press(button);

  expect(answer.messages.map(({ body }) => shownText(body)).join()).toContain('the permission "Manage Channels"');
  expect(await stateOf(place)).toBe(before);
});

test('Discord: a sent form changes nothing for somebody who lost the right to manage the channel', async () => {
  const place = { platform: 'discord', workspaceId: fakeDiscord.guildId, channelId: desk.id } as const;
  const manager = personAt(fakeDiscord, { channel: desk, isManager: true });
  const panel = await manager.give('subscriptions');
  const button = idsIn(panel.messages.map(({ body }) => body)).find((id) => id.includes(':edit-subscription:')) ?? '';
  const opened = await manager.press(button);
  const form = JSON.stringify(opened).match(/"custom_id":"([^"]*edit-subscription[^"]*)"/u)?.[1] ?? '';
  expect(form).not.toBe('');
  const before = await stateOf(place);

  const answer = await personAt(fakeDiscord, { channel: desk }).fillIn(form, { times: '10:45' });

  expect(answer.messages.map(({ body }) => shownText(body)).join()).toContain('the permission "Manage Channels"');
  expect(await stateOf(place)).toBe(before);
});
