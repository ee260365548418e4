import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Chat, CommandCall } from '../../../src/chat/chat.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { commands, sampleHandlers, saying } from '../local/sample-service.ts';

let slack: FakeSlack;
let chat: Chat;
let calls: CommandCall[];

beforeEach(async () => {
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  slack.channels.set('CLOSED', { members: ['U1'], hasBot: false });
  calls = [];
  const transport = { kind: 'socket', appToken } as const;
  chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
  await chat.start({
    ...sampleHandlers(),
    async onCommand(call, responder) {
      calls.push(call);
      const isWrong = call.options.since === 'never';
      const trouble = isWrong ? { trouble: { field: 'since' } } : {};
      await responder.respond(saying(isWrong ? 'Write 24h, 2d or today.' : 'The harbor reopened.'), {
        onlyCaller: false,
        ...trouble,
      });
    },
  });
});

afterEach(async () => {
  await chat.stop();
  expect(slack.problems).toEqual([]);
  await slack.stop();
});

/** https://docs.slack.dev/reference/events/function_executed */
function run(callback: string, inputs: object): Promise<unknown> {
  return createSlackUser(slack).event({
    type: 'function_executed',
    function: {
      id: 'Fn1',
      callback_id: callback,
      title: callback,
      type: 'app',
      input_parameters: [],
      output_parameters: [],
    },
    inputs,
    function_execution_id: 'Fx1',
    workflow_execution_id: 'Wx1',
    event_ts: '1698958075.998738',
    bot_access_token: botToken,
  });
}

const ended = () =>
  eventually(() => {
    const call = slack.calls.find(({ method }) => method.startsWith('functions.'));
    if (!call) throw new Error('the step has not ended');
    return call;
  });

it('posts a briefing to the channel that a workflow names, and says which message it is', async () => {
  await run('brief', { channel_id: 'C1', interest: 'asia', since: '' });
  const { method, args } = await ended();
  expect(method).toBe('functions.completeSuccess');
  expect(args.function_execution_id).toBe('Fx1');
  const [message] = slack.messages;
  expect(JSON.parse(args.outputs ?? '')).toEqual({ message_ts: message?.ts });
  expect(slack.textsIn('C1')).toEqual(['The harbor reopened.']);
  expect(calls).toMatchObject([{ command: 'brief', options: { interest: 'asia' }, caller: { mayManage: false } }]);
});

it('answers a question in the channel that a workflow names', async () => {
  await run('ask', { channel_id: 'C1', question: 'Who reopened the harbor?' });
  expect((await ended()).method).toBe('functions.completeSuccess');
  expect(calls).toMatchObject([{ command: 'ask', options: { question: 'Who reopened the harbor?' } }]);
});

it.each([
  ['a mistake in what it is given', { channel_id: 'C1', since: 'never' }, 'Write 24h'],
  ['a channel where it may not post', { channel_id: 'CLOSED' }, 'Invite me'],
])('fails with a sentence on %s', async (_name, inputs, expected) => {
  await run('brief', inputs);
  const { method, args } = await ended();
  expect(method).toBe('functions.completeError');
  expect(args.error).toContain(expected);
  expect(slack.messages).toEqual([]);
});
