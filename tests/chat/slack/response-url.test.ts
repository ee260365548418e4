import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Responder } from '../../../src/chat/chat.ts';
import type { SlackPayload } from '../../../src/chat/slack/newer-blocks.ts';
import { createResponseUrl } from '../../../src/chat/slack/response-url.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { commands, sampleHandlers, saying } from '../local/sample-service.ts';

let slack: FakeSlack;

beforeEach(async () => {
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
});

afterEach(async () => {
  expect(slack.problems).toEqual([]);
  await slack.stop();
});

it('goes on over the Web API where the address has taken its five answers, still to the caller alone', async () => {
  const transport = { kind: 'socket', appToken } as const;
  const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
  await chat.start({
    ...sampleHandlers(),
    async onCommand(_call, responder) {
      for (let part = 1; part <= 7; part += 1) await responder.respond(saying(`Part ${part}.`), { onlyCaller: true });
    },
  });

  await createSlackUser(slack).slash('why 1');

  await eventually(() => expect(slack.shownTo('U1')).toHaveLength(7));
  expect(slack.shownTo('U1').map(({ text }) => text)).toEqual([1, 2, 3, 4, 5, 6, 7].map((part) => `Part ${part}.`));
  expect(slack.calls.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(2);
  expect(slack.textsIn('C1')).toEqual([]);
  await chat.stop();
});

it.each([401, 403, 404, 410])('is not used again after the HTTP status %i', async (status) => {
  const server = createServer((_request, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const responseUrl = createResponseUrl({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  const payload: SlackPayload = { text: 'Hello.', blocks: [] };
  await expect(responseUrl.send(payload, { to: 'caller' })).rejects.toMatchObject({ kind: 'lost-post' });
  expect(responseUrl.left()).toBe(0);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('takes nothing more when thirty minutes are over', async () => {
  let nowMs = 0;
  const url = slack.newResponseUrl({ channel: 'C1', user: 'U1' });
  const responseUrl = createResponseUrl({ url, nowMs: () => nowMs });
  const payload: SlackPayload = { text: 'Late.', blocks: [{ type: 'divider' }] };

  nowMs = 30 * 60_000 - 1;
  await responseUrl.send(payload, { to: 'caller' });
  expect(responseUrl.left()).toBe(4);

  nowMs += 1;
  expect(responseUrl.left()).toBe(0);
  await expect(responseUrl.send(payload, { to: 'caller' })).rejects.toMatchObject({ kind: 'rejected' });
  expect(slack.shownTo('U1')).toHaveLength(1);
});

describe('answers to what was used in a thread', () => {
  const transport = { kind: 'socket', appToken } as const;
  const inThread = { ts: '1700000000.000009', channel: 'C1', text: 'x', thread_ts: '1700000000.000001' };
  const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'do:why:0', text: { text: 'Why' } }] }];

  test.each([
    ['a button', (ada: ReturnType<typeof createSlackUser>) => ada.press({ ...inThread, blocks }, 'Why')],
    [
      'a shortcut',
      (ada: ReturnType<typeof createSlackUser>) => ada.shortcut('message-who', { ...inThread, blocks: [] }),
    ],
  ])('stand in it: %s, over the response URL and without one', async (_name, use) => {
    const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
    const answer = async (_call: unknown, responder: Responder) => {
      await responder.respond(saying('First.'), { onlyCaller: true });
      slack.killResponseUrls();
      await responder.respond(saying('Second.'), { onlyCaller: true });
    };
    await chat.start({ ...sampleHandlers(), onAction: answer, onMessageCommand: answer });
    await use(createSlackUser(slack));
    await eventually(() => expect(slack.shownTo('U1')).toHaveLength(2));
    expect(slack.shownTo('U1').map(({ thread_ts }) => thread_ts)).toEqual([inThread.thread_ts, inThread.thread_ts]);
    await chat.stop();
  });

  it('stand in the channel where the message is no answer in a thread', async () => {
    const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
    await chat.start(sampleHandlers());
    await createSlackUser(slack).press({ ...inThread, thread_ts: inThread.ts, blocks }, 'Why');
    await eventually(() => expect(slack.shownTo('U1')).toHaveLength(1));
    expect(slack.shownTo('U1')[0]).not.toHaveProperty('thread_ts');
    await chat.stop();
  });
});

it('answers in a direct message where the address is dead and the channel cannot be reached', async () => {
  slack.channels.set('C1', { members: ['U1'], hasBot: false });
  const transport = { kind: 'socket', appToken } as const;
  const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
  await chat.start({
    ...sampleHandlers(),
    async onCommand(_call, responder) {
      slack.killResponseUrls();
      await responder.respond(saying('Late.'), { onlyCaller: true });
    },
  });
  await createSlackUser(slack).slash('why 1');
  await eventually(() => expect(slack.textsIn('U1')).toEqual(['Late.']));
  await chat.stop();
});
