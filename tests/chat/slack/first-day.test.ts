import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { openTestNewsroom, type TestNewsroom } from '../../commands/newsroom.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser, wordsIn } from '../../fakes/fake-slack-user.ts';

let slack: FakeSlack;
let room: TestNewsroom;
let chat: ReturnType<typeof createSlackChat>;
let ada: ReturnType<typeof createSlackUser>;

beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  slack.channels.set('C2', { members: ['U1'], hasBot: false });
  ada = createSlackUser(slack);
  const transport = { kind: 'socket', appToken } as const;
  chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
  await chat.start(room.handlers);
});

afterEach(async () => {
  await chat.stop();
  await room.close();
  expect(slack.problems).toEqual([]);
  await slack.stop();
});

const said = (channel: string) => slack.messages.filter((message) => message.channel === channel);

test('greets a channel that invites it, with three buttons; the arrival of somebody else says nothing', async () => {
  await ada.event({ type: 'member_joined_channel', user: 'U9', channel: 'C1', inviter: 'U1' });
  await ada.event({ type: 'member_joined_channel', user: 'UBOT', channel: 'C1', inviter: 'U1' });
  await eventually(() => expect(said('C1')).toHaveLength(1));
  expect(JSON.stringify(said('C1')[0])).toContain('Every day at 8 here');
});

test('greets whoever opens its messages for the first time, and not again', async () => {
  slack.channels.set('D1', { members: ['U1'] });
  const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' };
  await ada.event(opened);
  await eventually(() => expect(said('D1')).toHaveLength(1));
  await ada.event(opened);
  await ada.slash('topics');
  await chat.stop();
  expect(said('D1')).toHaveLength(1);
});

test('what is their own is called so, and is offered what Slack has', async () => {
  slack.channels.set('D1', { members: ['U1'] });
  const alone = createSlackUser(slack, { channel: 'D1' });
  const shown = async (line: string, wanted: string) => {
    await alone.slash(line);
    return eventually(() => {
      const found = slack.messages.findLast(({ blocks }) => wordsIn(blocks).includes(wanted));
      if (!found) throw new Error(`"${wanted}" was not shown`);
      return found;
    });
  };
  await shown('subscriptions', 'You have no subscriptions yet.');
  await shown('settings', 'Slack has no silent messages');
  await shown('subscribe asia times:8', 'Subscription 1: asia');
  const panel = await shown('subscriptions', 'Your subscriptions');
  await alone.press(panel, 'Appearance');
  const form = await eventually(() => {
    if (slack.lastView?.type !== 'modal') throw new Error('no form yet');
    return slack.lastView;
  });
  expect(form.blocks.map(({ block_id: id }) => id)).toEqual(['mention']);
});

test('of many subscriptions the way to open one stands first', async () => {
  slack.channels.set('D1', { members: ['U1'] });
  const caller = { ...room.callerIn('x'), channel: { platform: 'slack', workspaceId: 'T1', channelId: 'D1' } as const };
  for (let at = 0; at < 25; at += 1)
    await room.services.subscriptions.add(caller, { interest: `word${at}`, times: '8' });
  await ada.openHome();
  const home = await eventually(() => {
    const view = slack.views.get('U1');
    if (!view) throw new Error('no home yet');
    return view;
  });
  expect(JSON.stringify(home.blocks)).toContain('Open a subscription');
});
