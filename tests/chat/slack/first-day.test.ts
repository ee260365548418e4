import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { openTestNewsroom, type TestNewsroom } from '../../commands/newsroom.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';

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
