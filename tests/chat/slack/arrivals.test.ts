import { afterEach, beforeEach, expect, it, test } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import { noFigures } from '../../../src/chat/slack/slack-api.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { type Log, silentLog } from '../../../src/runtime/log.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';

let slack: FakeSlack;
let chat: Chat;
let ada: ReturnType<typeof createSlackUser>;
let refused: string[];
let logged: { readonly errorId?: string }[];

beforeEach(async () => {
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  ada = createSlackUser(slack);
  refused = [];
  logged = [];
  const log = { ...silentLog, debug() {}, info() {}, warn() {}, error: (facts: object) => void logged.push(facts) };
  const figures = { ...noFigures, countRefusal: (reason: string) => void refused.push(reason) };
  const transport = { kind: 'socket', appToken } as const;
  const options = { botToken, transport, commands, figures, slackApiUrl: slack.apiUrl, log: log as unknown as Log };
  chat = createSlackChat(options);
  await chat.start(sampleHandlers());
});

afterEach(async () => {
  await chat.stop();
  await slack.stop();
});

async function isServed(): Promise<void> {
  await ada.slash('why 1');
  await eventually(() => expect(slack.shownTo('U1').map(({ text }) => text)).toContain('Not in the archive: 1'));
}

test.each([
  ['no object', 'null'],
  ['a list', '[1]'],
  ['no JSON', '{"type":'],
  ['an error, as the client calls its own', '{"type":"error","envelope_id":"e1"}'],
  ['a command without a payload', '{"type":"slash_commands","envelope_id":"e1"}'],
  ['a command whose payload is a list', '{"type":"slash_commands","envelope_id":"e1","payload":[]}'],
  ['an event without an event', '{"type":"events_api","envelope_id":"e1","payload":{}}'],
  ['an event that is null', '{"type":"events_api","envelope_id":"e1","payload":{"event":null}}'],
  [
    'an event named as one of the client',
    '{"type":"events_api","envelope_id":"e1","payload":{"event":{"type":"error"}}}',
  ],
  ['a payload that says nothing', '{"type":"interactive","envelope_id":"e1","payload":{}}'],
])('survives a frame of the socket that is %s', async (_name, frame) => {
  await slack.sockets.sendRaw(frame);
  await isServed();
  if (frame.includes('payload":{}') && frame.includes('interactive')) return;
  expect(refused).toEqual(['malformed']);
  expect(logged).toEqual([expect.objectContaining({ errorId: expect.stringMatching(/^[0-9a-f]{8}$/u) })]);
});

const shapes: readonly (readonly [string, string, object])[] = [
  ['a command without a person', 'slash_commands', { command: '/dw', text: 'why 2', team_id: 'T1', trigger_id: 't' }],
  ['a button without actions', 'interactive', { type: 'block_actions', team: { id: 'T1' }, user: null, actions: [] }],
  [
    'a button without a channel',
    'interactive',
    { type: 'block_actions', team: { id: 'T1' }, user: 7, actions: [{ action_id: 'do:a:0' }] },
  ],
  ['a form without a view', 'interactive', { type: 'view_submission', team: { id: 'T1' }, user: { id: 'U1' } }],
  ['a shortcut of nobody', 'interactive', { type: 'shortcut', callback_id: 'global-brief', team: { id: 'T1' } }],
];

test.each(shapes)('logs and counts %s, acknowledges it, and serves the next', async (_name, type, payload) => {
  await slack.sockets.deliver(type, payload);
  await eventually(() => expect(refused).toHaveLength(1));
  expect(logged).toEqual([expect.objectContaining({ errorId: expect.stringMatching(/^[0-9a-f]{8}$/u) })]);
  await isServed();
});

it('leaves a mention by a workflow alone, and calls it no error', async () => {
  const mention = { type: 'app_mention', bot_id: 'B7', text: '<@UBOT> why 2', channel: 'C1', ts: '1700000000.000009' };
  await ada.event(mention);
  await isServed();
  expect([refused, logged, slack.textsIn('C1')]).toEqual([[], [], []]);
});
