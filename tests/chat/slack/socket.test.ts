import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { noFigures } from '../../../src/chat/slack/slack-api.ts';
import { createSocket, type SlackTransport, type SocketOptions } from '../../../src/chat/slack/socket.ts';
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

function open(slackApiUrl: string, patienceMs: number, more: Partial<SocketOptions> = {}): SlackTransport {
  const transport = createSocket({
    appToken,
    slackApiUrl,
    figures: noFigures,
    log: silentLog,
    patienceMs,
    retryMs: 20,
    ...more,
  });
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

it('tries again after trouble of two kinds', async () => {
  slack.failNext('apps.connections.open', { kind: 'error', error: 'internal_error' });
  slack.failNext('apps.connections.open', { kind: 'status', status: 503 });
  await socket.start();
  await eventually(() => expect(slack.sockets.count).toBe(1));
});

it('is connected again within a second when Slack moves the connection', async () => {
  let now = 0;
  await socket.stop();
  socket = open(slack.apiUrl, 10_000, { retryMs: 30_000, nowMs: () => now });
  await socket.start();
  now = 2 * 3_600_000;

  const timers = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  slack.sockets.drop({ warned: true });
  await eventually(() => expect(slack.sockets.opened).toBe(2));

  const waits = timers.mock.calls.map(([, milliseconds]) => milliseconds);
  expect(waits).toContain(500);
  expect(waits).not.toContain(5_000);
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

it('tries a refused connection again at once, and then later each time', async () => {
  await socket.stop();
  socket = open(slack.apiUrl, 10_000, { retryMs: 30_000 });
  const timers = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  for (let refusal = 0; refusal < 3; refusal += 1)
    slack.failNext('apps.connections.open', { kind: 'status', status: 503 });
  void socket.start();
  await eventually(() => expect(slack.sockets.count).toBe(1));
  const waits = timers.mock.calls.map(([, milliseconds]) => milliseconds);
  expect(waits).toEqual(expect.arrayContaining([0, 500, 1_000]));
  expect(waits).not.toContain(30_000);
});
