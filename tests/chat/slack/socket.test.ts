import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSocket, type SlackTransport } from '../../../src/chat/slack/socket.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, FakeSlack } from '../../fakes/fake-slack.ts';

let slack: FakeSlack;
let socket: SlackTransport;

beforeEach(async () => {
  slack = new FakeSlack();
  await slack.start();
  socket = open(slack.apiUrl, 10_000);
});

afterEach(async () => {
  await socket.stop();
  await slack.stop();
});

function open(slackApiUrl: string, patienceMs: number): SlackTransport {
  const transport = createSocket({ appToken, slackApiUrl, log: silentLog, patienceMs, retryMs: 20 });
  // What Bolt's App does; nothing arrives here.
  transport.receiver.init({ processEvent: async () => {} } as unknown as Parameters<typeof transport.receiver.init>[0]);
  return transport;
}

it('connects, and leaves nothing open', async () => {
  await socket.start();
  await eventually(() => expect(slack.sockets.count).toBe(1));
  await socket.stop();
  await eventually(() => expect(slack.sockets.count).toBe(0));
});

it.each([
  ['a refused token', { kind: 'error', error: 'invalid_auth' } as const],
  ['a failing server', { kind: 'status', status: 500 } as const],
])('tries again by itself after %s, at the start and when it comes back', async (_name, fault) => {
  slack.failNext('apps.connections.open', fault);
  await socket.start();
  await eventually(() => expect(slack.sockets.count).toBe(1));

  slack.failNext('apps.connections.open', fault);
  slack.sockets.drop({ warned: false });
  await eventually(() => expect(slack.sockets).toMatchObject({ opened: 2, count: 1 }));
});

it('holds nobody up where Slack does not answer', async () => {
  await socket.stop();
  socket = open(slack.apiUrl, 30);
  slack.failNext('apps.connections.open', { kind: 'hang' });
  await socket.start();
  expect(slack.sockets.count).toBe(0);
});

it('stops while it is still trying', async () => {
  slack.failNext('apps.connections.open', { kind: 'hang' });
  const starting = socket.start();
  await socket.stop();
  await starting;
});
