import { afterEach, beforeEach, expect, it, test, vi } from 'vitest';
import type { Chat, ChatHandlers, LinkCall, MessageCommandCall } from '../../../src/chat/chat.ts';
import type { SlackFigures } from '../../../src/chat/slack/slack-api.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { localize } from '../../../src/wording/catalog.ts';
import { en } from '../../../src/wording/en/index.ts';
import { reason } from '../../../src/wording/reason.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';

const place = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
const answer = (words: string) => ({
  summary: words,
  blocks: [{ kind: 'paragraph' as const, spans: [{ kind: 'text' as const, text: words }] }],
});

let slack: FakeSlack;
let chat: Chat;
let ada: ReturnType<typeof createSlackUser>;
let handlers: ReturnType<typeof sampleHandlers>;
let counted: string[];

beforeEach(async () => {
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  ada = createSlackUser(slack);
  handlers = sampleHandlers();
  counted = [];
});

afterEach(async () => {
  await chat.stop();
  expect(slack.problems).toEqual([]);
  await slack.stop();
});

const figures: SlackFigures = {
  countCall: (method, outcome) => void counted.push(`call ${method} ${outcome}`),
  countArrival: (kind) => void counted.push(`arrival ${kind}`),
  countRefusal: (reason) => void counted.push(`refusal ${reason}`),
  countFeedback: (verdict) => void counted.push(`feedback ${verdict}`),
  recordAcknowledgement: () => void counted.push('acknowledged'),
};

async function start(more: Partial<ChatHandlers> = {}, admins: readonly string[] = []): Promise<void> {
  const transport = { kind: 'socket', appToken } as const;
  const options = { botToken, transport, commands, admins, figures, slackApiUrl: slack.apiUrl, log: silentLog };
  chat = createSlackChat(options);
  await chat.start({ ...handlers, ...more });
}

async function callerOf(): Promise<(typeof handlers.calls)[number]['caller'] | undefined> {
  const before = handlers.calls.length;
  await ada.slash('why 1');
  await eventually(() => expect(handlers.calls).toHaveLength(before + 1));
  return handlers.calls.at(-1)?.caller;
}

test.each([
  ['a member', { locale: 'de-DE' }, { mayManage: true, locale: 'de-DE' }],
  ['a member without a language', {}, { mayManage: true, locale: 'en' }],
  ['a guest of several channels', { is_restricted: true }, { mayManage: false, whyNotManage: /^Guests can't/u }],
  ['a guest of one channel', { is_ultra_restricted: true }, { mayManage: false, whyNotManage: /^Guests can't/u }],
  ['a stranger', { is_stranger: true }, { mayManage: false, whyNotManage: /another workspace/u }],
  ['somebody of another workspace', { team_id: 'T9' }, { mayManage: false, whyNotManage: /another workspace/u }],
  ['somebody of the same organization', { team_id: 'T9', enterprise_user: { id: 'W1' } }, { mayManage: true }],
])('takes %s for what they are', async (_name, person, { whyNotManage, ...expected }: Record<string, unknown>) => {
  await start();
  slack.people.set('U1', person);
  const caller = await callerOf();
  expect(caller).toMatchObject(expected);
  if (whyNotManage instanceof RegExp) expect(localize(caller?.whyNotManage ?? '', en)).toMatch(whyNotManage);
});

it('lets a guest manage whom the operator names, and says so to all others', async () => {
  await start({}, ['U2']);
  const caller = await callerOf();
  expect([caller?.mayManage, localize(caller?.whyNotManage ?? '', en)]).toEqual([
    false,
    expect.stringContaining('chosen by the operator'),
  ]);
});

it('looks a person up once an hour, and takes them for a member where it may not', async () => {
  await start();
  slack.failNext('users.info', { kind: 'error', error: 'missing_scope' });
  expect(await callerOf()).toMatchObject({ mayManage: true, locale: 'en' });
  await callerOf();
  expect(slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
});

test.each([
  ['cannot be reached', { kind: 'status', status: 503 }],
  ['is asked too often', { kind: 'status', status: 429, retryAfter: 30 }],
] as const)('makes nobody a member while Slack %s', async (_name, fault) => {
  await start();
  slack.failNext('users.info', fault);
  const caller = await callerOf();
  expect([caller?.mayManage, localize(caller?.whyNotManage ?? '', en)]).toEqual([
    false,
    expect.stringContaining('Try again'),
  ]);
});

it.each([
  ['channel_unarchive', { channel: 'C1', user: 'U1' }],
  ['group_unarchive', { channel: 'C1', user: 'U1' }],
  ['member_joined_channel', { channel: 'C1', user: 'UBOT' }],
])('hears that a channel is open again: %s', async (type, event) => {
  const onChannelBack = vi.fn();
  await start({ onChannelBack });
  await ada.event({ type: 'member_joined_channel', channel: 'C1', user: 'U5' });
  await ada.event({ type, ...event });
  await eventually(() => expect(onChannelBack.mock.calls).toEqual([[place]]));
});

it('hears that it may post in its workspace again when it starts', async () => {
  const onWorkspaceBack = vi.fn();
  await start({ onWorkspaceBack });
  expect(onWorkspaceBack.mock.calls).toEqual([[{ platform: 'slack', workspaceId: 'T1' }]]);
});

it('says of a channel that got another id how to go on', async () => {
  const onChannelLost = vi.fn();
  await start({ onChannelLost });
  await ada.event({ type: 'channel_id_changed', old_channel_id: 'C1', new_channel_id: 'C9' });
  await eventually(() => expect(onChannelLost.mock.calls).toEqual([[place, reason('channelIdChanged', { id: 'C9' })]]));
});

const link = (url: string, more: object = {}) => ({
  type: 'link_shared',
  channel: 'C1',
  user: 'U1',
  message_ts: '1.2',
  links: [{ domain: 'dw.com', url }],
  ...more,
});

it('tells a posted link in a line where the channel asked for it, and says nothing elsewhere', async () => {
  const asked: LinkCall[] = [];
  const unfurl = async (call: LinkCall) => {
    asked.push(call);
    return call.url.endsWith('/a-1') ? answer('Flood in Sarwana <!here>.') : undefined;
  };
  await start({ unfurl });
  await ada.event(link('https://www.dw.com/en/x/a-2'));
  await ada.event(link('https://www.dw.com/en/x/a-1', { channel: 'COMPOSER', unfurl_id: 'x', source: 'composer' }));
  await ada.event(link('https://www.dw.com/en/x/a-1'));
  await eventually(() => expect(slack.unfurls).toHaveLength(1));
  expect(slack.unfurls).toMatchObject([
    { channel: 'C1', ts: '1.2', unfurls: { 'https://www.dw.com/en/x/a-1': { blocks: [{ type: 'rich_text' }] } } },
  ]);
  expect(asked).toEqual([
    { channel: place, url: 'https://www.dw.com/en/x/a-2' },
    { channel: place, url: 'https://www.dw.com/en/x/a-1' },
  ]);
});

test.each([
  ['message-who', 'who'],
  ['message-background', 'background'],
])("hands on what anybody's message says: %s", async (shortcut, command) => {
  const calls: MessageCommandCall[] = [];
  await start({
    async onMessageCommand(call, responder) {
      calls.push(call);
      await responder.respond(answer('About that.'), { onlyCaller: true });
    },
  });
  const text = '*Flood* in <https://www.dw.com/en/x/a-1|Sarwana &amp; Velden>, says <@U5>';
  await ada.shortcut(shortcut, { text, blocks: [] });
  await eventually(() => expect(slack.shownTo('U1').map((each) => each.text)).toEqual(['About that.']));
  const words = 'Flood in Sarwana & Velden, says\nhttps://www.dw.com/en/x/a-1';
  expect(calls).toMatchObject([{ command, text: words, caller: { channel: place, userId: 'U1' } }]);
});

it('counts what comes, how it was acknowledged, and what Slack is asked', async () => {
  await start();
  await ada.slash('why 1');
  await eventually(() => expect(slack.messages).toHaveLength(1));
  expect(counted).toEqual(['call auth.test ok', 'arrival slash_command', 'acknowledged', 'call users.info ok']);
});

const direct = {
  type: 'message',
  channel_type: 'im',
  user: 'U1',
  text: 'why 1',
  channel: 'D1',
  ts: '1700000000.000002',
};
const statuses = () =>
  slack.calls.filter(({ method }) => method === 'assistant.threads.setStatus').map(({ args }) => args);

it('shows in the thread of a direct conversation that it is at work, and answers there', async () => {
  slack.channels.set('D1', { members: ['U1', 'UBOT'] });
  await start();
  await ada.event({ ...direct, thread_ts: '1700000000.000001' });
  await eventually(() => expect(slack.textsIn('D1')).toEqual(['Not in the archive: 1']));
  expect(slack.messages[0]).toMatchObject({ thread_ts: '1700000000.000001' });
  expect(statuses()).toEqual([
    { channel_id: 'D1', thread_ts: '1700000000.000001', status: 'is looking in the archive\u2026' },
  ]);
});

it('answers all the same where Slack refuses the status, and shows none outside of a thread', async () => {
  slack.channels.set('D1', { members: ['U1', 'UBOT'] });
  await start();
  slack.failNext('assistant.threads.setStatus', { kind: 'error', error: 'missing_scope' });
  await ada.event({ ...direct, thread_ts: '1700000000.000001' });
  await ada.event(direct);
  await eventually(() => expect(slack.textsIn('D1')).toHaveLength(2));
  expect(statuses()).toHaveLength(1);
});
