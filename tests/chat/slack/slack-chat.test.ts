import { afterEach, describe, expect, it, test } from 'vitest';
import type { Chat, LookupOptions, PostRef } from '../../../src/chat/chat.ts';
import type { Message } from '../../../src/chat/message.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { type Reason, reasonInEnglish } from '../../../src/wording/reason.ts';
import { chatContract } from '../../contracts/chat-contract.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack, type Fault } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { quoted, text } from '../local/sample-messages.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';

const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
const transport = { kind: 'socket', appToken } as const;
/** Nobody waits for the pace of a thread's parts. */
const sleep = async () => {};
const started: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of started.splice(0).toReversed()) await each.stop();
});

async function open(): Promise<{ slack: FakeSlack; chat: Chat }> {
  const slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  slack.channels.set('C2', { members: ['U1'] });
  const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog, sleep });
  started.push(slack, chat);
  return { slack, chat };
}

const saying = (words: string): Message => ({ summary: words, blocks: [{ kind: 'paragraph', spans: [text(words)] }] });

chatContract('the Slack chat', async () => {
  const { slack, chat } = await open();
  return {
    chat,
    channel,
    otherChannel: { ...channel, channelId: 'C2' },
    lostChannel: { ...channel, channelId: 'CGONE' },
    texts: async ({ channelId }) => slack.textsIn(channelId),
  };
});

it('finds a delivery after a restart, by its mark in the history, and through pages of other messages', async () => {
  const { slack, chat } = await open();
  const post = await chat.post(channel, saying('Marked.'), { deliveryId: 'd-1' });
  for (let index = 0; index < 150; index += 1) await chat.post(channel, saying(`Talk ${index}.`));

  const restarted = createSlackChat({
    botToken,
    transport,
    commands,
    slackApiUrl: slack.apiUrl,
    log: silentLog,
    sleep,
  });
  expect(await restarted.findDelivery(channel, 'd-1')).toEqual(post);
  expect(await restarted.findDelivery(channel, 'd-2')).toBeUndefined();
});

it('posts without links unfolded, and goes on in the thread', async () => {
  const { slack, chat } = await open();
  const paragraphs = Array.from({ length: 300 }, (_, index) => ({
    kind: 'paragraph' as const,
    spans: [quoted(`Sentence ${index} says what the honorable council of Sarwana did that day.`)],
  }));
  const post = await chat.post(channel, { summary: 'Long', blocks: paragraphs });

  const sent = slack.messages;
  expect(sent.length).toBeGreaterThan(2);
  expect(sent.slice(1).every(({ thread_ts: root }) => root === post.messageId)).toBe(true);
  expect(
    slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args.unfurl_links),
  ).toEqual(sent.map(() => 'false'));
  expect(slack.problems).toEqual([]);
});

test.each<[string, Fault, object]>([
  ['an archived channel', { kind: 'error', error: 'is_archived' }, { kind: 'lost-channel' }],
  ['a channel made private without it', { kind: 'error', error: 'channel_not_found' }, { kind: 'lost-channel' }],
  ['a channel it was not invited to', { kind: 'error', error: 'not_in_channel' }, { kind: 'missing-permission' }],
  ['a scope that was not granted', { kind: 'error', error: 'missing_scope' }, { kind: 'missing-permission' }],
  ['a revoked token', { kind: 'error', error: 'token_revoked' }, { kind: 'lost-workspace' }],
  ['a deactivated account', { kind: 'error', error: 'account_inactive' }, { kind: 'lost-workspace' }],
  ['an error nobody knows', { kind: 'error', error: 'constructor' }, { kind: 'rejected' }],
  [
    'too many messages',
    { kind: 'status', status: 429, retryAfter: 7 },
    { kind: 'retryable', retryAfterMs: 7_000, retryScope: 'workspace' },
  ],
  ['a failing server', { kind: 'status', status: 503 }, { kind: 'ambiguous' }],
])('says what follows from %s', async (_name, fault, expected) => {
  const { slack, chat } = await open();
  slack.failNext('chat.postMessage', fault);
  await expect(chat.post(channel, saying('Hello.'))).rejects.toMatchObject({ name: 'ChatError', ...expected });
  expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
});

it('resolves a send whose answer was lost: ambiguous, then found', async () => {
  const { slack, chat } = await open();
  slack.failNext('chat.postMessage', { kind: 'status', status: 502, posted: true });
  await expect(chat.post(channel, saying('Once.'), { deliveryId: 'd-9' })).rejects.toMatchObject({ kind: 'ambiguous' });

  expect(await chat.findDelivery(channel, 'd-9')).toMatchObject({ channelId: 'C1' });
  expect(slack.textsIn('C1')).toEqual(['Once.']);
});

describe('as an app outside the Marketplace, which may read 15 messages at a time and rarely', () => {
  const chatter = async (chat: Chat, count: number, options = {}) => {
    for (let index = 0; index < count; index += 1) await chat.post(channel, saying(`Talk ${index}.`), options);
  };
  /** Again and again, as the outbox does, by a process that did not post it. */
  const lookUp = async (slack: FakeSlack, where: LookupOptions) => {
    const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog, sleep });
    let found: PostRef | undefined;
    await eventually(async () => {
      found = await chat.findDelivery(channel, 'd-1', where);
    });
    return found;
  };

  it('finds a delivery though others wrote much since', async () => {
    const { slack, chat } = await open();
    const post = await chat.post(channel, saying('Ours.'), { deliveryId: 'd-1' });
    await chatter(chat, 20);
    slack.unlist();

    expect(await lookUp(slack, {})).toEqual(post);
  });

  it('asks once about a delivery that was due after what stands there', async () => {
    const { slack, chat } = await open();
    await chatter(chat, 20);
    slack.unlist();

    expect(await lookUp(slack, { since: Temporal.Now.instant() })).toBeUndefined();
    expect(slack.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(1);
  });

  it('finds a reply in its thread', async () => {
    const { slack, chat } = await open();
    const root = await chat.post(channel, saying('Root.'));
    const reply = await chat.post(channel, saying('Correction.'), { thread: root, deliveryId: 'd-1' });
    slack.unlist();

    expect(await lookUp(slack, { thread: root })).toEqual(reply);
  });

  it('edits a long message though its thread is longer than it may read', async () => {
    const { slack, chat } = await open();
    const long = {
      summary: 'Long',
      blocks: Array.from({ length: 90 }, (_, index) => saying(`${index} ${'word '.repeat(60)}.`).blocks).flat(),
    };
    const post = await chat.post(channel, long);
    const parts = slack.messages.length;
    await chatter(chat, 20, { thread: post });
    slack.unlist();

    await chat.edit(post, { ...long, blocks: long.blocks.toReversed() });

    expect(parts).toBeGreaterThan(1);
    expect(slack.messages).toHaveLength(parts + 20);
  });
});

it('takes a delivery for not posted where the history may not be read, and says so', async () => {
  const { slack, chat } = await open();
  slack.failNext('conversations.history', { kind: 'error', error: 'not_in_channel' });
  expect(await chat.findDelivery(channel, 'd-1')).toBeUndefined();
  slack.failNext('conversations.history', { kind: 'error', error: 'channel_not_found' });
  await expect(chat.findDelivery(channel, 'd-1')).rejects.toMatchObject({ kind: 'lost-channel' });
});

it('can be retried where Slack cannot be reached at all', async () => {
  const { slack, chat } = await open();
  await slack.stop();
  await expect(chat.post(channel, saying('Hello.'))).rejects.toMatchObject({ kind: 'retryable' });
});

it('goes without a picture that Slack cannot get', async () => {
  const { slack, chat } = await open();
  slack.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  await chat.post(channel, {
    summary: 'Pictured',
    blocks: [...saying('Pictured').blocks, { kind: 'image', url: 'https://pictures.example/1.jpg', alt: 'A harbor' }],
  });
  expect(slack.messages.map(({ blocks }) => blocks.length)).toEqual([1]);
});

it('never lets feed text into a post as anything but words', async () => {
  const { slack, chat } = await open();
  await chat.post(channel, saying('<!here> <@U1> <#C1> & *all*'));
  expect(slack.problems).toEqual([]);
  expect(slack.textsIn('C1')).toEqual(['&lt;!here&gt; &lt;@U1&gt; &lt;#C1&gt; &amp; \u2217all\u2217']);
});

it('writes to one person alone', async () => {
  const { slack, chat } = await open();
  await chat.messageUser?.({ workspaceId: 'T1', userId: 'U1' }, saying('Give /who a name.'));
  expect(slack.textsIn('U1')).toEqual(['Give /dw who a name.']);
});

test.each([
  ['channel_archive', 'onChannelLost', channel, 'archived', []],
  ['channel_left', 'onChannelLost', channel, 'removed from', [{ isRemoval: true }]],
  ['group_left', 'onChannelLost', channel, 'removed from', [{ isRemoval: true }]],
  ['app_uninstalled', 'onWorkspaceLost', { platform: 'slack', workspaceId: 'T1' }, 'uninstalled', []],
])('hears of a loss at once: %s', async (type, handler, place, reason, how) => {
  const { slack, chat } = await open();
  const heard: unknown[] = [];
  const tell = (name: string) => (lost: unknown, why: Reason, how?: object) =>
    void heard.push([name, lost, reasonInEnglish(why), ...(how ? [how] : [])]);
  await chat.start({
    ...sampleHandlers(),
    onChannelLost: tell('onChannelLost'),
    onWorkspaceLost: tell('onWorkspaceLost'),
  });
  const { payload } = createSlackUser(slack);
  if (type === 'app_uninstalled') slack.apps.revokeAll('T1');
  await slack.sockets.deliver('events_api', payload.event({ type, channel: 'C1' }));
  await eventually(() => expect(heard).toEqual([[handler, place, expect.stringContaining(reason), ...how]]));
});

it('warns at its start of scopes that it needs, and names those that people withheld', async () => {
  const { slack } = await open();
  slack.scopes = ['commands', 'chat:write'];
  const warned: unknown[] = [];
  const named: unknown[] = [];
  const info = (facts: object) => void ('without' in facts && named.push(facts));
  const log = { ...silentLog, debug() {}, info, error() {}, warn: (facts: unknown) => void warned.push(facts) };
  const chat = createSlackChat({
    botToken,
    transport,
    commands,
    slackApiUrl: slack.apiUrl,
    log: log as typeof silentLog,
  });
  started.push(chat);
  await chat.start(sampleHandlers());
  expect(warned).toEqual([
    { workspaceId: 'T1', missing: expect.objectContaining({ 'users:read': expect.any(String) }) },
  ]);
  expect(JSON.stringify(warned)).not.toContain('channels:history');
  expect(named).toEqual([
    { workspaceId: 'T1', without: expect.objectContaining({ 'channels:history': expect.any(String) }) },
  ]);
});
