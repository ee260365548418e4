import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Message } from '../../../src/chat/message.ts';
import { escapeMrkdwn } from '../../../src/chat/slack/mrkdwn.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { createLimiter } from '../../../src/deliveries/limiter.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { wordsIn } from '../../fakes/fake-slack-user.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';

const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
const png = Buffer.from('\u0089PNG\r\n').toString('base64');
const chart: Message = {
  summary: 'Mentions',
  blocks: [{ kind: 'picture', name: 'mentions of Park.png', pngBase64: png, alt: 'Mentions per day: 3, 1, 4' }],
};
const saying = (words: string): Message => ({
  summary: words,
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: words }] }],
});
const long = (topic: string, sentences: number): Message => ({
  summary: `${topic}, ${sentences}`,
  blocks: Array.from({ length: sentences }, (_, index) => ({
    kind: 'paragraph' as const,
    spans: [
      { kind: 'quoted' as const, text: `${topic} ${index} is told by the honorable council of Sarwana that day.` },
    ],
  })),
});

let slack: FakeSlack;
let chat: Chat;

beforeEach(async () => {
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  waits = [];
  chat = open();
});

afterEach(async () => {
  expect(slack.problems).toEqual([]);
  await slack.stop();
});

/** How long was waited between messages. */
let waits: number[];

function open(): Chat {
  const features = { pictures: true, unfurl: true, looks: true };
  const transport = { kind: 'socket', appToken } as const;
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  return createSlackChat({ botToken, transport, commands, features, slackApiUrl: slack.apiUrl, log: silentLog, sleep });
}

const pictures = () => slack.messages.map(({ blocks }) => blocks.map((block) => (block as { type: string }).type));
const uploads = () => slack.calls.filter(({ method }) => method === 'files.completeUploadExternal');

it('uploads a picture once for all channels of a workspace, with its words', async () => {
  slack.channels.set('C2', { members: [] });
  await chat.post(channel, chart);
  await chat.post({ ...channel, channelId: 'C2' }, chart);
  expect(slack.messages.map(({ blocks }) => blocks)).toEqual(
    [1, 2].map(() => [{ type: 'image', slack_file: { id: 'F1' }, alt_text: 'Mentions per day: 3, 1, 4' }]),
  );
  const [file] = slack.files.all.values();
  expect(file).toMatchObject({ name: 'mentions-of-Park.png', alt: 'Mentions per day: 3, 1, 4', isComplete: true });
  expect(file?.bytes?.toString('base64')).toBe(png);
  expect(uploads()).toHaveLength(1);
});

it('tells a picture by its words where the right to upload is missing, and uploads the next time', async () => {
  slack.failNext('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' });
  await chat.post(channel, chart);
  await chat.post(channel, chart);
  expect(pictures()).toEqual([['context'], ['image']]);
});

const look = { name: 'Asia desk <!here>', pictureUrl: 'https://pictures.example/asia.png', color: '#aa0000' };

it('posts with the look of a subscription where the workspace granted it, also what goes on in the thread', async () => {
  slack.scopes = ['chat:write', 'chat:write.customize'];
  await chat.post(channel, long('Flood', 200), { look });
  expect(slack.messages.length).toBeGreaterThan(1);
  expect(new Set(slack.messages.map(({ username, icon_url }) => `${username} ${icon_url}`))).toEqual(
    new Set(['Asia desk <!here> https://pictures.example/asia.png']),
  );
});

it('posts as itself where that was not granted', async () => {
  slack.scopes = ['chat:write'];
  await chat.post(channel, saying('Hello.'), { look });
  expect(slack.messages[0]).not.toHaveProperty('username');
});

it('mentions the user group that a subscription names, and none that feed text names', async () => {
  await chat.post(channel, saying('<!subteam^S0000001> @here'), { mention: 'S0614TZR7' });
  await chat.post(channel, saying('Second.'), { mention: '!here' });
  expect(JSON.stringify(slack.messages).match(/"usergroup_id":"[^"]*"/gu)).toEqual(['"usergroup_id":"S0614TZR7"']);
});

const said = () => slack.messages.map(({ text }) => text.split('\n')[0]);

test.each([
  ['shorter', 300, 90],
  ['longer', 90, 300],
  ['short', 300, 1],
  ['long', 1, 300],
])('edits what goes on in the thread, where the message becomes %s', async (_name, before, after) => {
  const post = await chat.post(channel, long('Before', before));
  const later = await chat.post(channel, saying('Somebody answers.'), { thread: post });
  await chat.edit(post, long('After', after));

  const mine = slack.messages.filter(({ ts }) => ts !== later.messageId);
  expect(wordsIn(mine.flatMap(({ blocks }) => blocks))).not.toContain('Before');
  const told = wordsIn(mine.flatMap(({ blocks }) => blocks));
  expect(told.match(/After \d+ is told/gu)).toHaveLength(after);
  expect(mine.slice(1).every(({ thread_ts: root }) => root === post.messageId)).toBe(true);
  expect(said()).toContain('Somebody answers.');
});

it('finds what goes on in the thread after a restart, and removes it with the message', async () => {
  const post = await chat.post(channel, long('Before', 300));
  await open().edit(post, long('After', 200));
  expect(wordsIn(slack.messages.flatMap(({ blocks }) => blocks))).not.toContain('Before');
  await open().remove(post);
  expect(slack.messages).toEqual([]);
});

it('says which parts an edit left, so that a process started since needs no thread to edit them', async () => {
  const post = await chat.post(channel, long('First', 300));
  const longer = await open().edit(post, long('Second', 600));
  expect(longer.parts?.length).toBeGreaterThan(post.parts?.length ?? 0);
  slack.failNext('conversations.replies', { kind: 'error', error: 'not_in_channel' });
  const shorter = await open().edit(longer, long('Third', 300));
  expect(wordsIn(slack.messages.flatMap(({ blocks }) => blocks)).match(/Third \d+ is told/gu)).toHaveLength(300);
  expect(wordsIn(slack.messages.flatMap(({ blocks }) => blocks))).not.toContain('Second');
  expect(slack.messages.map(({ ts }) => ts)).toEqual([post.messageId, ...(shorter.parts ?? [])]);
  expect((await open().edit(shorter, saying('Short.'))).parts).toBeUndefined();
  expect(slack.messages).toHaveLength(1);
});

it('goes on in a channel without threads, and a correction after a restart changes and removes what stands there', async () => {
  slack.channels.set('C1', { members: ['U1'], hasNoThreads: true });
  const post = await chat.post(channel, long('First', 300));
  expect(slack.messages.length).toBeGreaterThan(2);
  expect(slack.messages.every(({ thread_ts: root }) => root === undefined)).toBe(true);
  expect(wordsIn(slack.messages.flatMap(({ blocks }) => blocks)).match(/First \d+ is told/gu)).toHaveLength(300);

  const corrected = await open().edit(post, long('Second', 150));
  expect(wordsIn(slack.messages.flatMap(({ blocks }) => blocks)).match(/(?:First|Second) \d+ is told/gu)).toHaveLength(
    150,
  );
  await open().edit(corrected, saying('Short.'));
  expect(said()).toEqual(['Short.']);
});

it('edits the message alone where the thread may not be read', async () => {
  const post = await chat.post(channel, long('Before', 300));
  slack.failNext('conversations.replies', { kind: 'error', error: 'missing_scope' });
  await chat.edit(post, saying('After.'));
  expect(said()[0]).toBe('After.');
});

it('keeps to one message a second in a channel, parts of a thread counted', async () => {
  await chat.post(channel, long('Flood', 300));
  const parts = slack.messages.length - 1;
  expect(parts).toBeGreaterThan(1);
  expect(waits).toEqual(Array.from({ length: parts }, () => 1_000));
});

describe("Slack's pace", () => {
  const refusals = () =>
    slack.calls.filter(({ method }) => method === 'chat.postMessage').length - slack.messages.length;

  it('is kept by the parts of a long message', async () => {
    slack.keepPace(() => waits.reduce((sum, waitMs) => sum + waitMs, 0));
    const { parts = [] } = await chat.post(channel, long('Flood', 600));
    expect(parts.length).toBeGreaterThan(3);
    expect(refusals()).toBe(0);
  });

  it('is kept in a workspace by the limiter of deliveries', async () => {
    let nowMs = 0;
    slack.keepPace(() => nowMs);
    const limiter = createLimiter(chat.pace);
    for (let index = 0; index < 320; index++) {
      const place = { ...channel, channelId: `C${index}` };
      slack.channels.set(place.channelId, { members: [] });
      nowMs += limiter.waitMs(place, nowMs);
      const end = limiter.start(place, nowMs);
      await chat.post(place, saying('Flood.'));
      end(nowMs);
    }
    expect(slack.messages).toHaveLength(320);
    expect(refusals()).toBe(0);
  });

  it('is what a faster sender is asked to keep', async () => {
    slack.keepPace(() => 0);
    for (let index = 0; index < 3; index++) await chat.post(channel, saying('Flood.'));
    await expect(chat.post(channel, saying('Flood.'))).rejects.toMatchObject({
      kind: 'retryable',
      retryAfterMs: 1_000,
    });
    expect(slack.messages).toHaveLength(3);
  });
});

it('corrects what goes on in a thread that it may not read, over a restart, and doubles nothing', async () => {
  const post = await chat.post(channel, long('Before', 300));
  const before = slack.messages.length;
  for (const chatNow of [chat, open()]) {
    slack.failNext('conversations.replies', { kind: 'error', error: 'not_in_channel' });
    await chatNow.edit(post, long('After', 300));
    expect(slack.messages).toHaveLength(before);
  }
  expect(wordsIn(slack.messages.flatMap(({ blocks }) => blocks))).not.toContain('Before');
  expect(slack.calls.map(({ method }) => method)).not.toContain('conversations.replies');
});

describe('blocks that Slack refuses', () => {
  const sentences = () => wordsIn(slack.messages.flatMap(({ blocks }) => blocks)).match(/Flood \d+ is told/gu);

  it('go in smaller pages, and so does everything from then on, in all workspaces', async () => {
    slack.limitBlocks({ json: 6_000 });
    await chat.post(channel, long('Flood', 150));
    expect(sentences()).toHaveLength(150);

    slack.messages = [];
    slack.calls.length = 0;
    await chat.post(channel, long('Flood', 150));
    expect(sentences()).toHaveLength(150);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(slack.messages.length);
  });

  it('are edited in smaller pages, too', async () => {
    const post = await chat.post(channel, long('Before', 20));
    slack.limitBlocks({ json: 6_000 });
    await chat.edit(post, long('Flood', 150));
    expect(sentences()).toHaveLength(150);
  });

  it('go as plain text at last, whole and escaped, and their channel is named to who looks after it', async () => {
    const limited: unknown[] = [];
    const told = open();
    await told.start({ ...sampleHandlers(), onChannelLimited: (...limit) => void limited.push(limit) });
    slack.limitBlocks({ none: true });
    await told.post(channel, long('Flood', 150));
    await told.stop();

    expect(slack.messages.every(({ blocks }) => blocks.length === 0)).toBe(true);
    const text = slack.messages.map((each) => each.text).join('\n');
    expect(text.match(/Flood \d+ is told/gu)).toHaveLength(150);
    expect(slack.messages.every((each) => each.text.length <= 4_000)).toBe(true);
    expect(limited).toEqual([[channel, 'plain-text']]);

    slack.messages = [];
    await chat.post(channel, saying('<!here> & <@U1>'));
    expect(said()).toEqual(['&lt;!here&gt; &amp; &lt;@U1&gt;']);
  });

  it('of a part alone leave the rest as it is', async () => {
    const refused = { kind: 'error', error: 'invalid_blocks' } as const;
    const post = chat.post(channel, long('Flood', 150));
    await eventually(() => expect(slack.calls.some(({ method }) => method === 'chat.postMessage')).toBe(true));
    slack.failNext('chat.postMessage', refused);
    await post;
    const all = slack.messages.map(({ text, blocks }) => (blocks.length > 0 ? wordsIn(blocks) : text)).join(' ');
    expect(all.match(/Flood \d+ is told/gu)).toHaveLength(150);
  });
});

it('begins the notification with the news and gives a screen reader all of it', async () => {
  await chat.post(channel, {
    summary: 'Harbor reopens \u00B7 Asia, Tuesday 08:00',
    blocks: [
      { kind: 'heading', level: 1, spans: [{ kind: 'text', text: 'Asia, Tuesday 22:00-07:00' }] },
      { kind: 'paragraph', spans: [{ kind: 'quoted', text: 'The harbor of Sarwana reopened.' }] },
      { kind: 'list', items: [[{ kind: 'link', text: 'A source', url: 'https://news.example/1' }]] },
    ],
  });
  expect(slack.messages[0]?.text).toBe(
    'Harbor reopens \u00B7 Asia, Tuesday 08:00\nAsia, Tuesday 22:00-07:00\nThe harbor of Sarwana reopened.\nA source',
  );
});

test.each([
  ['22:00-07:00', '22:00-07:00'],
  ['daily 08:00, 17:00', 'daily 08:00, 17:00'],
  ['from 9:30 to 10:45:30', 'from 9:30 to 10:45:30'],
  [':smile: and a:b:c', '\uA789smile: and a\uA789b:c'],
  ['5:100: no', '5\uA789100: no'],
])('makes no emoji of words and leaves times alone: %s', (text, expected) => {
  expect(escapeMrkdwn(text)).toBe(expected);
});
