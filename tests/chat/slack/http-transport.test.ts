import { afterAll, beforeAll, expect, it, test } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import { noFigures } from '../../../src/chat/slack/slack-api.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { type Log, silentLog } from '../../../src/runtime/log.ts';
import { eventually } from '../../fakes/eventually.ts';
import { botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { freePort } from '../../fakes/free-port.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';
import { type Signing, sendSigned, signingSecret } from './sign-request.ts';

const handlers = sampleHandlers();
let slack: FakeSlack;
let chat: Chat;
let port: number;
let ada: ReturnType<typeof createSlackUser>;
let refused: string[] = [];
let logged: { readonly errorId?: string }[] = [];

beforeAll(async () => {
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  port = await freePort();
  const transport = { kind: 'http', signingSecret, host: '127.0.0.1', port } as const;
  const log = { ...silentLog, debug() {}, info() {}, warn() {}, error: (facts: object) => void logged.push(facts) };
  const figures = { ...noFigures, countRefusal: (reason: string) => void refused.push(reason) };
  const options = { botToken, transport, commands, figures, slackApiUrl: slack.apiUrl, log: log as unknown as Log };
  chat = createSlackChat(options);
  await chat.start(handlers);
  ada = createSlackUser(slack);
});

afterAll(async () => {
  await chat.stop();
  await slack.stop();
});

const signed = (body: string, signing?: Signing) => sendSigned(`http://127.0.0.1:${port}`, body, signing);
const slash = (text: string) => new URLSearchParams(ada.payload.slash(text)).toString();

it('obeys a signed command, and answers at its response URL', async () => {
  slack.messages = [];
  const response = await signed(slash('why 1'));
  expect(response.status).toBe(200);
  await eventually(() => expect(slack.shownTo('U1').map(({ text }) => text)).toEqual(['Not in the archive: 1']));
});

it('brings the answers of a form back in the response', async () => {
  slack.messages = [];
  await signed(slash('subscribe asia'));
  const form = await eventually(() => slack.lastView ?? Promise.reject(new Error('No form')));
  const payload = JSON.stringify(ada.payload.submit(form, { interest: 'asia', length: 'short' }));
  const response = await signed(new URLSearchParams({ payload }).toString());
  expect(await response.json()).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
  expect(slack.textsIn('C1')).toEqual(['Subscribed to asia.']);
});

test.each<[string, Signing]>([
  ['signed with another secret', { secret: 'guessed' }],
  ['signed six minutes ago', { ageSeconds: 360 }],
  ['signed ten minutes ahead', { ageSeconds: -600 }],
])('refuses a request %s', async (_name, signing) => {
  const before = handlers.calls.length;
  const response = await signed(slash('why 2'), signing);
  expect(response.status).toBe(401);
  expect(handlers.calls).toHaveLength(before);
});

const form = 'application/x-www-form-urlencoded';

test.each([
  ['null', 'application/json', 'null'],
  ['a number', 'application/json', '7'],
  ['a string', 'application/json', '"hello"'],
  ['a list', 'application/json', '[1]'],
  ['no JSON', 'application/json', '{"type":'],
  ['a form whose payload is null', form, 'payload=null'],
  ['a form whose payload is a list', form, 'payload=%5B%5D'],
])('answers 400 to a signed body that is %s, logs and counts it, and serves the next', async (_name, type, body) => {
  refused = [];
  logged = [];
  const response = await signed(body, { type });
  expect(response.status).toBe(400);
  expect(refused).toEqual(['malformed']);
  expect(logged).toEqual([expect.objectContaining({ errorId: expect.stringMatching(/^[0-9a-f]{8}$/u) })]);
  expect((await signed(slash('why 9'))).status).toBe(200);
});

it('answers 401 to an unsigned body of null, and counts nothing as malformed', async () => {
  refused = [];
  const response = await signed('null', { type: 'application/json', secret: 'guessed' });
  expect(response.status).toBe(401);
  expect(refused).toEqual([]);
});

it('obeys a recorded request no second time', async () => {
  const before = handlers.calls.length;
  const body = slash('why 3');
  await signed(body);
  expect((await signed(body)).status).toBe(200);
  await signed(slash('why 4'));
  const call = (story: string) => expect.objectContaining({ command: 'why', options: { story } });
  await eventually(() => expect(handlers.calls.slice(before)).toContainEqual(call('4')));
  expect(handlers.calls.slice(before)).toEqual([call('3'), call('4')]);
});
