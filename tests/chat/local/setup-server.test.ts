import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { startSetupServer } from '../../../src/chat/local/setup-server.ts';
import type { Setup, SetupAnswers } from '../../../src/services/setup/set-up.ts';
import { UserError } from '../../../src/user-error.ts';

const token = 'xoxb-known';
const answers = { chats: [], page: true, languages: ['en'], zone: 'UTC', contact: '', secrets: {} };

async function start(save: Setup['save'] = savesAll) {
  const secrets = [{ name: 'SLACK_BOT_TOKEN', what: 'The token.', isSet: true }] as const;
  const questions = { languages: ['en'], zone: 'UTC', chats: [{ id: 'slack', secrets }], models: [] } as const;
  const server = await startSetupServer({ setup: { questions, save }, host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.stop());
  return server;
}

const savesAll: Setup['save'] = ({ model: _, ...given }) => ({
  kind: 'saved',
  choices: { ...given, secrets: {} },
  missing: [],
});

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Asks with headers that fetch keeps to itself, such as Host. */
async function ask(url: string, { headers = {}, body }: Asked = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; said: string; cookie: string }>();
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const options = { method: body === undefined ? 'GET' : 'POST', headers: { ...json, ...headers }, agent: false };
  const sent = request(url, options, async (response) =>
    resolve({
      status: response.statusCode ?? 0,
      said: await text(response),
      cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
    }),
  );
  sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  return promise;
}

test('the first visitor has it alone', async () => {
  const { url } = await start();
  const first = await ask(`${url}/setup`);
  expect(first.status).toBe(200);
  const { cookie } = first;
  const again = await ask(`${url}/setup`, { headers: { cookie } });
  expect(again).toMatchObject({ status: 200, cookie: '' });

  const second = await ask(`${url}/setup`);
  expect(second).toMatchObject({ status: 403, cookie: '' });
  expect(second.said).toContain('Another browser is setting up Kurzwelle');
  for (const asked of [{}, { body: answers }, { headers: { cookie: 'kurzwelle-setup=guess' }, body: answers }])
    expect((await ask(`${url}/api/setup`, asked)).status).toBe(403);
  expect((await ask(`${url}/api/setup`, { headers: { cookie }, body: answers })).status).toBe(200);
});

test.each([
  ['another Host', { host: 'evil.example' }, 421],
  ['another origin', { origin: 'https://evil.example' }, 403],
  ['a request from another site', { 'sec-fetch-site': 'cross-site' }, 403],
])('%s is refused, with the cookie too', async (_, foreign, status) => {
  const { url } = await start();
  const { cookie } = await ask(`${url}/setup`);
  const headers = { ...foreign, cookie };
  expect((await ask(`${url}/api/setup`, { headers, body: answers })).status).toBe(status);
});

test('another site does not take the place of the first visitor', async () => {
  const { url } = await start();
  expect((await ask(`${url}/setup`, { headers: { host: 'evil.example' } })).status).toBe(421);
  expect((await ask(`${url}/setup`)).status).toBe(200);
});

test('says that a token is set, never which; and no other page is there', async () => {
  const { url } = await start();
  const { cookie } = await ask(`${url}/setup`);
  const { said } = await ask(`${url}/api/setup`, { headers: { cookie } });
  expect(JSON.parse(said)).toMatchObject({ chats: [{ secrets: [{ name: 'SLACK_BOT_TOKEN', isSet: true }] }] });
  expect(said).not.toContain(token);
  for (const path of ['/operator', '/api/channels', '/metrics'])
    expect((await ask(url + path, { headers: { cookie } })).status).toBe(404);
  expect((await ask(`${url}/healthz`)).status).toBe(200);
  expect((await ask(`${url}/readyz`)).status).toBe(503);
});

test('what is wrong is said with its field, and nothing ends; what is right is saved once', async () => {
  const given: SetupAnswers[] = [];
  const server = await start((one) => {
    given.push(one);
    return one.zone === 'UTC' ? savesAll(one) : { kind: 'wrong', field: 'zone', error: new UserError('No such zone.') };
  });
  const { cookie } = await ask(`${server.url}/setup`);
  const send = (body: object) => ask(`${server.url}/api/setup`, { headers: { cookie }, body });
  expect(await send({ ...answers, zone: 'Mars' })).toMatchObject({
    status: 422,
    said: JSON.stringify({ error: { message: 'No such zone.', field: 'zone' } }),
  });
  expect((await send({ ...answers, chats: ['irc'] })).status).toBe(400);
  expect((await send(answers)).status).toBe(200);
  expect((await server.saved).choices.zone).toBe('UTC');
  expect((await send(answers)).status).toBe(422);
  expect(given).toHaveLength(2);
});
