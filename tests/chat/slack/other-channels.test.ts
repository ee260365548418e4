import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { openTestNewsroom, type TestNewsroom } from '../../commands/newsroom.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack, type FakeView } from '../../fakes/fake-slack.ts';
import { createSlackUser, wordsIn } from '../../fakes/fake-slack-user.ts';

let slack: FakeSlack;
let room: TestNewsroom;
let chat: ReturnType<typeof createSlackChat>;
let ada: ReturnType<typeof createSlackUser>;

/** Ada is in the news channel, the desk and a public one that did not invite the bot; not in the board. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  slack.channels.set('CDESK', { members: ['U1'] });
  slack.channels.set('CPUBLIC', { members: ['U1'], isPublic: true });
  slack.channels.set('CBOARD', { members: ['U9'] });
  slack.channels.set('CCLOSED', { members: ['U1'], hasBot: false });
  ada = createSlackUser(slack);
});

afterEach(async () => {
  await chat.stop();
  await room.close();
  expect(slack.problems).toEqual([]);
  await slack.stop();
});

async function start(): Promise<void> {
  const transport = { kind: 'socket', appToken } as const;
  chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
  await chat.start(room.handlers);
}

const said = () => slack.messages.map(({ text, blocks }) => `${text} ${wordsIn(blocks)}`).join('\n');
const placed = async () => (await room.storage.subscriptions.list()).map(({ channel }) => channel.channelId);

describe('`channel:` names the channel that a command is for', () => {
  test('as Slack writes it, for whoever is in it', async () => {
    await start();
    await ada.slash('subscribe asia times:8 channel:<#CDESK|asia-desk>');
    await eventually(async () => expect(await placed()).toEqual(['CDESK']));
    await ada.slash('subscriptions channel:<#CDESK|asia-desk>');
    await eventually(() => expect(said()).toContain('1  asia'));
  });

  test.each([
    ['nobody may name one they are not in', '<#CBOARD|board>', "I'm not in that channel, or you aren't"],
    ['a name alone says too little', '#asia-desk', "can't tell which channel"],
    ["another person's conversation is none", '<#D9|somebody>', "can't tell which channel"],
  ])('%s', async (_what, channel, answer) => {
    await start();
    await ada.slash(`subscribe asia times:8 channel:${channel}`);
    await eventually(() => expect(said()).toContain(answer));
    expect(await placed()).toEqual([]);
  });
});

describe('where a briefing could not be posted', () => {
  test.each([
    ['a private channel without the bot', 'CCLOSED', [], 'Invite me with /invite'],
    ['a public one where writing there was withheld', 'CPUBLIC', ['commands', 'chat:write'], 'Invite me with /invite'],
  ])('%s is said before anything is saved', async (_what, id, scopes, answer) => {
    slack.scopes = scopes;
    await start();
    const there = createSlackUser(slack, { channel: id });
    await there.slash('subscribe asia times:8');
    await eventually(() => expect(said()).toContain(answer));
    expect(await placed()).toEqual([]);
  });

  test('an archived channel is none to subscribe for', async () => {
    await start();
    slack.channels.set('CDESK', { members: ['U1'], isArchived: true });
    await ada.slash('subscribe asia times:8 channel:<#CDESK|asia-desk>');
    await eventually(() => expect(said()).toContain('This channel is archived'));
    expect(await placed()).toEqual([]);
  });

  test('a public channel that may be written to without an invitation is fine', async () => {
    slack.scopes = ['commands', 'chat:write', 'chat:write.public'];
    await start();
    await createSlackUser(slack, { channel: 'CPUBLIC' }).slash('subscribe asia times:8');
    await eventually(async () => expect(await placed()).toEqual(['CPUBLIC']));
  });
});

describe('moving a subscription', () => {
  async function openForm() {
    await start();
    await ada.slash('subscribe asia times:8');
    await eventually(async () => expect(await placed()).toEqual(['C1']));
    await ada.slash('subscriptions');
    const panel = await eventually(() => {
      const found = slack.messages.find(({ blocks }) => JSON.stringify(blocks).includes('"Move"'));
      if (!found) throw new Error('no panel yet');
      return found;
    });
    await ada.press(panel, 'Move');
    return eventually(() => {
      if (slack.lastView?.type !== 'modal') throw new Error('no form yet');
      return slack.lastView;
    });
  }

  test('by choosing a channel, and back by Undo', async () => {
    const form = await openForm();
    expect(JSON.stringify(form.blocks)).toContain('conversations_select');
    const { view } = (await ada.submit(form, { channel: 'CDESK' })) as { view?: FakeView };
    expect(await placed()).toEqual(['CDESK']);
    const moved = slack.keepView(form.id, JSON.stringify(view)).view as FakeView;
    await ada.pressInView(moved, 'Undo');
    await eventually(async () => expect(await placed()).toEqual(['C1']));
  });

  test('and Undo stays in the channel, for that person alone, where the modal is closed', async () => {
    const form = await openForm();
    const { view } = (await ada.submit(form, { channel: 'CDESK' })) as { view?: FakeView };
    const moved = slack.keepView(form.id, JSON.stringify(view)).view as FakeView;
    await ada.close(moved);
    const kept = await eventually(() => {
      const found = slack.messages.find(
        ({ user, blocks }) => user === 'U1' && JSON.stringify(blocks).includes('"Undo"'),
      );
      if (!found) throw new Error('no Undo in the channel');
      return found;
    });
    expect(kept.text).toContain('asia');
    await ada.press(kept, 'Undo');
    await eventually(async () => expect(await placed()).toEqual(['C1']));
    // Once it is undone there is nothing left to keep.
    const before = slack.messages.length;
    await ada.close({ ...moved, notify_on_close: true, private_metadata: '{"channelId":"C1"}' });
    await ada.slash('topics');
    await eventually(() => expect(said()).toContain('middle-east'));
    expect(slack.messages.slice(before).filter(({ blocks }) => JSON.stringify(blocks).includes('"Undo"'))).toEqual([]);
  });

  test.each([
    ['that they are not in', 'CBOARD'],
    ['that the bot is not in', 'CCLOSED'],
  ])('not to one %s', async (_what, channel) => {
    const form = await openForm();
    await ada.submit(form, { channel });
    await ada.slash('topics');
    await eventually(() => expect(said()).toContain('middle-east'));
    expect(await placed()).toEqual(['C1']);
  });
});

test('a line that names another channel asks first, and does it there', async () => {
  await start();
  await ada.mention('subscribe <#CDESK|asia-desk> to asia at 8');
  const asked = await eventually(() => {
    const found = slack.messages.find(({ blocks }) => wordsIn(blocks).includes('another channel'));
    if (!found) throw new Error('not asked yet');
    return found;
  });
  expect(await placed()).toEqual([]);
  await ada.press(asked, 'Yes');
  await eventually(async () => expect(await placed()).toEqual(['CDESK']));
});
