import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createHandlers } from '../../../src/services/handlers.ts';
import type { Newsroom } from '../../../src/services/newsroom.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack, type FakeView } from '../../fakes/fake-slack.ts';
import { createSlackUser, wordsIn } from '../../fakes/fake-slack-user.ts';
import { firstSaid } from './first-said.ts';
import { openSampleNewsroom } from './sample-newsroom.ts';

const transport = { kind: 'socket', appToken } as const;

let slack: FakeSlack;
let chat: Chat;
let newsroom: Newsroom;
let ada: ReturnType<typeof createSlackUser>;

beforeAll(async () => {
  newsroom = await openSampleNewsroom();
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  slack.channels.set('CSECRET', { members: ['U9'] });
  slack.channels.set('D1', { members: ['U1', 'UBOT'] });
  chat = createSlackChat({
    botToken,
    transport,
    commands,
    slackApiUrl: slack.apiUrl,
    log: silentLog,
    sleep: async () => {},
  });
  await chat.start(createHandlers(newsroom));
  ada = createSlackUser(slack);
});

afterAll(async () => {
  expect(slack.problems).toEqual([]);
  await chat.stop();
  await slack.stop();
  await newsroom.storage.close();
});

beforeEach(() => {
  slack.messages = [];
  slack.lastView = undefined;
});

const nextMessage = () => firstSaid(slack);

function nextView(type = 'modal'): Promise<FakeView> {
  return eventually(() => {
    if (slack.lastView?.type !== type) throw new Error(`No ${type} was shown`);
    return slack.lastView;
  });
}

const subscriptionsIn = (blocks: readonly unknown[]) => wordsIn(blocks).match(/Remove/gu)?.length ?? 0;

describe('every command, as its example is typed after /dw', () => {
  test.each(commands.map(({ name, example }) => [name, example] as const))('%s', async (name, example) => {
    await ada.slash(example);
    const said = await nextMessage();
    if (commands.find((each) => each.name === name)?.onlyCaller ?? true) expect(said.user).toBe('U1');
    expect(wordsIn(said.blocks)).not.toMatch(/Something went wrong|no option|needs "/u);
  });
});

it('answers a command to the caller, who can share it with everybody', async () => {
  await ada.slash('who "Park Jin"');
  const answer = await nextMessage();
  expect(answer).toMatchObject({ user: 'U1', channel: 'C1' });
  expect(wordsIn(answer.blocks)).toContain('Park Jin');

  await ada.press(answer, 'Share');
  await eventually(() => expect(slack.textsIn('C1')).toHaveLength(1));
  const shared = slack.messages.find(({ user }) => user === undefined);
  expect(wordsIn(shared?.blocks ?? [])).toContain('Shared by ada');
  expect(wordsIn(shared?.blocks ?? [])).not.toMatch(/Share(?!d by)/u);
});

test.each([
  ['an unknown command', 'whu Park', 'Unknown command "whu". Did you mean /dw who'],
  ['an unknown option', 'brief asia --sinse 2d', '/dw brief has no option "sinse"'],
  ['a name that is not known', 'who Zaphod Beeblebrox', 'not in the archive'],
])(
  'says what is wrong with %s, to the caller alone and without a button to share it',
  async (_name, line, expected) => {
    await ada.slash(line);
    const said = await nextMessage();
    expect(said.user).toBe('U1');
    expect(wordsIn(said.blocks).toLowerCase()).toContain(expected.toLowerCase());
  },
);

it('tells a guest in their own language why they may not subscribe a channel', async () => {
  slack.people.set('U8', { locale: 'de-DE', is_restricted: true });
  await createSlackUser(slack, { user: 'U8' }).slash('subscribe asia');
  expect(wordsIn((await nextMessage()).blocks)).toContain('Gäste können nicht ändern');
});

it('shows the commands where nothing is typed, as they are typed in Slack', async () => {
  await ada.slash('');
  expect(wordsIn((await nextMessage()).blocks)).toContain('/dw subscribe');
});

it('opens a form for a command without its words, offers completions, and shows a mistake at its field', async () => {
  await ada.slash('subscribe');
  const form = await nextView();
  expect(form.callback_id).toBe('command:subscribe');

  const suggested = (await ada.suggest(form, 'complete:subscribe:interest', 'asi')) as { options: object[] };
  expect(suggested.options).toEqual(
    expect.arrayContaining([
      { text: { type: 'plain_text', text: 'asi', emoji: false }, value: 'asi' },
      { text: { type: 'plain_text', text: 'Asia', emoji: false }, value: 'asia' },
    ]),
  );

  const refused = await ada.submit(form, { interest: 'asia', zone: 'Atlantis', times: '07:00' });
  expect(refused).toMatchObject({ response_action: 'errors', errors: { zone: expect.stringContaining('Atlantis') } });

  const accepted = await ada.submit(form, { interest: 'asia', zone: 'Asia/Seoul', times: '07:00' });
  expect(accepted).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
  expect(slack.textsIn('C1')).toEqual([expect.stringContaining('Subscribed to asia')]);
});

it('edits and removes a subscription by the buttons of its panel', async () => {
  await ada.slash('subscribe europe times:09:15');
  expect(await nextMessage()).not.toHaveProperty('user');
  slack.messages = [];
  await ada.slash('subscriptions');
  const panel = await nextMessage();

  await ada.press(panel, 'Edit');
  const form = await nextView();
  expect(form.callback_id).toBe('form:edit-subscription');
  expect(JSON.stringify(await ada.submit(form, { times: '10:45' }))).toContain('10:45');

  const before = subscriptionsIn(panel.blocks);
  await ada.press(panel, 'Remove');
  await eventually(() => expect(subscriptionsIn(slack.shownTo('U1')[0]?.blocks ?? [])).toBe(before - 1));
});

it('answers a mention in its thread, and a question there by the archive', async () => {
  await ada.mention('who Park Jin');
  expect(await nextMessage()).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000001' });

  slack.messages = [];
  await ada.mention('who is Park Jin?');
  const answer = await nextMessage();
  expect(answer.user).toBeUndefined();
  expect(wordsIn(answer.blocks)).toContain('Park Jin');
});

it('tells of a mistake in a mention to the caller alone', async () => {
  await ada.mention('/whu Park');
  expect(await nextMessage()).toMatchObject({ user: 'U1', thread_ts: '1700000000.000001' });
});

it('talks in a direct message, and does not listen to its own words', async () => {
  await ada.direct('topics');
  const said = await nextMessage();
  expect(said).toMatchObject({ channel: 'D1' });
  expect(said.thread_ts).toBeUndefined();

  slack.messages = [];
  const own = {
    type: 'message',
    channel_type: 'im',
    user: 'UBOT',
    bot_id: 'B1',
    text: 'topics',
    channel: 'D1',
    ts: '1.2',
  };
  await slack.sockets.deliver('events_api', ada.payload.event(own));
  const edited = {
    type: 'message',
    subtype: 'message_changed',
    channel_type: 'im',
    channel: 'D1',
    ts: '1.3',
    user: 'U1',
  };
  await slack.sockets.deliver('events_api', ada.payload.event(edited));
  await ada.slash('status');
  expect((await nextMessage()).channel).toBe('C1');
});

it('gives the background of a message by its menu: of our own by its button, of others by their words', async () => {
  await ada.slash('brief since:9d');
  const briefing = await nextMessage();
  slack.messages = [];
  await ada.shortcut('message-who', briefing);
  await eventually(() => expect(slack.messages.map(({ blocks }) => wordsIn(blocks)).join()).toContain("Who's who: "));

  slack.messages = [];
  await ada.shortcut('message-background', { text: 'South Korea Japan talks\nsomething else', blocks: [] });
  expect(wordsIn((await nextMessage()).blocks)).toMatch(/Korea/u);
});

it('subscribes from anywhere by the global shortcut, but only a channel the person is in', async () => {
  await ada.shortcut('global-subscribe');
  const form = await nextView();
  const refused = await ada.submit(form, { channel: 'CSECRET', interest: 'asia' });
  expect(refused).toMatchObject({
    response_action: 'errors',
    errors: { channel: expect.stringContaining('Invite me') },
  });

  const done = await ada.submit(form, { channel: 'C1', interest: 'sports', times: '06:30' });
  expect(done).toMatchObject({ response_action: 'update' });
  expect(slack.textsIn('C1')).toHaveLength(1);
});

const homeOf = () => slack.views.get('U1') as FakeView;
const choose = (home: FakeView, channel: string) =>
  ada.actInView(home, { type: 'conversations_select', action_id: 'home:channel', selected_conversation: channel });

describe('the home tab', () => {
  beforeEach(async () => {
    slack.views.clear();
    await ada.openHome();
    await nextView('home');
  });

  it("shows a person's own subscriptions, those of a channel they are in, and what is set there", async () => {
    expect(wordsIn(homeOf().blocks)).toMatch(
      /Direct messages, only for you.*no subscriptions.*In a channel.*Time zone/u,
    );

    await choose(homeOf(), 'C1');
    await eventually(() => expect(wordsIn(homeOf().blocks)).toContain('Last: none yet'));
    expect(wordsIn(homeOf().blocks)).toMatch(/Direct messages, only for you.*no subscriptions.*Next: .*Time zone/u);

    await choose(homeOf(), 'CSECRET');
    await eventually(() => expect(wordsIn(homeOf().blocks)).toContain('Invite me'));
    expect(wordsIn(homeOf().blocks)).not.toContain('Remove');
  });

  it("begins with the day's news, cited and with their buttons", async () => {
    const [first] = homeOf().blocks;
    expect(first).toMatchObject({ type: 'header', text: { text: 'News briefing' } });
    const words = wordsIn(homeOf().blocks);
    expect(words).toMatch(/1 .*Search the archive.*Direct messages/su);
    expect(JSON.stringify(homeOf().blocks)).toMatch(/"type":"link","url":"http[^"]*","text":"[^"]{20,}"/u);
    await ada.pressInView(homeOf(), 'More stories');
    expect(wordsIn((await nextView()).blocks)).toContain('More stories');
  });

  it('acts on the channel whose button is pressed, though it shows two', async () => {
    await ada.pressInView(homeOf(), 'Subscribe');
    await ada.submit(await nextView(), { channel: 'D1', interest: 'europe' });
    await eventually(() => expect(wordsIn(homeOf().blocks)).toMatch(/Direct messages, only for you.*europe/u));
    await choose(homeOf(), 'C1');
    await eventually(() =>
      expect(wordsIn(homeOf().blocks)).toMatch(/Direct messages, only for you.*europe.*In a channel.*Remove/u),
    );
    const ids = async (channelId: string) => {
      const place = { platform: 'slack', workspaceId: 'T1', channelId } as const;
      return (await newsroom.storage.subscriptions.ofChannel(place)).map(({ id }) => id);
    };
    const ofChannel = await ids('C1');

    // The first is the person's own.
    await ada.pressInView(homeOf(), 'Remove');
    await eventually(() =>
      expect(wordsIn(homeOf().blocks)).toMatch(/Direct messages, only for you.*no subscriptions.*Remove/u),
    );
    expect([await ids('D1'), await ids('C1')]).toEqual([[], ofChannel]);

    const shown = subscriptionsIn(homeOf().blocks);
    await ada.pressInView(homeOf(), 'Remove');
    // Shown last: a tab that comes late would be taken for the next one.
    await eventually(() => expect(subscriptionsIn(homeOf().blocks)).toBe(shown - 1));
    expect(await ids('C1')).toHaveLength(ofChannel.length - 1);
  });

  it('changes settings in a form, and shows them', async () => {
    await ada.pressInView(homeOf(), 'Settings');
    await ada.submit(await nextView(), { quiet: '22:00-07:00' });
    await eventually(() => expect(wordsIn(homeOf().blocks)).toMatch(/22.00-07:00/u));
  });

  it('shows anew what a form from one of its buttons changed', async () => {
    await ada.slash('subscribe africa times:09:15');
    await nextMessage();
    await choose(homeOf(), 'C1');
    await eventually(() => expect(wordsIn(homeOf().blocks)).toContain('africa'));
    await ada.pressInView(homeOf(), 'Edit');
    const form = await nextView();
    await ada.submit(form, { times: '11:25' });
    await eventually(() => expect(wordsIn(homeOf().blocks)).toContain('11:25'));
  });

  it('searches, and answers a question', async () => {
    slack.lastView = undefined;
    const home = homeOf();
    await ada.actInView(home, { type: 'plain_text_input', action_id: 'home:search', value: 'flood' });
    expect(wordsIn((await nextView()).blocks)).toMatch(/flood/iu);
    slack.lastView = undefined;
    await ada.actInView(home, { type: 'plain_text_input', action_id: 'home:search', value: 'Who is Park Jin?' });
    expect(wordsIn((await nextView()).blocks)).toContain('Park Jin');
  });

  it('speaks the language of who opens it', async () => {
    slack.people.set('U7', { locale: 'de-DE' });
    const ben = createSlackUser(slack, { user: 'U7' });
    await ben.openHome();
    await eventually(() => expect(wordsIn(slack.views.get('U7')?.blocks ?? [])).toContain('Im Archiv suchen'));
  });
});

it('briefs who asks for it from anywhere, without asking where', async () => {
  await ada.shortcut('global-brief');
  const form = await nextView();
  expect(form.blocks.map(({ block_id: id }) => id)).not.toContain('channel');
  const shown = (await ada.submit(form, { since: '9d' })) as { view?: FakeView };
  expect(wordsIn(shown.view?.blocks ?? [])).toMatch(/stor(?:y|ies)/u);
  expect(slack.messages).toEqual([]);
});

it('refuses a form and a button that are made up', async () => {
  const form = { id: 'V9', type: 'modal', callback_id: 'form:constructor', private_metadata: '{', blocks: [] };
  expect(await ada.submit(form, {})).toMatchObject({ response_action: 'update' });

  const forged = { ts: '1.1', channel: 'C1', text: '', blocks: [] };
  const press = ada.payload.press(forged, { type: 'button', action_id: 'do:remove-subscription:0', value: '999999' });
  await slack.sockets.deliver('interactive', press);
  expect(wordsIn((await nextMessage()).blocks)).toContain('no subscription 999999');
});

describe('the connection', () => {
  it('obeys once what Slack sends twice', async () => {
    const call = ada.payload.slash('status');
    await slack.sockets.deliver('slash_commands', call, 'envelope-1');
    await slack.sockets.deliver('slash_commands', call, 'envelope-1');
    await ada.slash('topics');
    await eventually(() => expect(slack.messages.some(({ text }) => /topics(?:\n|$)/u.test(text))).toBe(true));
    expect(slack.messages).toHaveLength(2);
  });

  it('comes back when Slack moves it, and later when the network drops it soon after', async () => {
    const drops = [
      { drop: { warned: true }, pauseMs: 5_000 },
      { drop: { warned: false }, pauseMs: 10_000 },
    ];
    for (const { drop, pauseMs } of drops) {
      const later = globalThis.setTimeout;
      const timers = vi
        .spyOn(globalThis, 'setTimeout')
        .mockImplementation(((run: () => void, ms: number) =>
          later(run, ms === pauseMs ? 0 : ms)) as typeof setTimeout);
      onTestFinished(() => timers.mockRestore());
      const { opened } = slack.sockets;
      slack.sockets.drop(drop);
      await eventually(() => expect(slack.sockets).toMatchObject({ opened: opened + 1, count: 1 }));
      expect(timers.mock.calls.map(([, ms]) => ms)).toContain(pauseMs);
      timers.mockRestore();
      slack.messages.length = 0;
      await ada.slash('status');
      await nextMessage();
    }
  });
});
