import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SlackPayload } from '../../../src/chat/slack/render-message.ts';
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

it('goes on over the Web API where the address has taken its five answers, still to the asker alone', async () => {
  const transport = { kind: 'socket', appToken } as const;
  const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
  await chat.start({
    ...sampleHandlers(),
    async onCommand(_call, responder) {
      for (let part = 1; part <= 7; part += 1) await responder.respond(saying(`Part ${part}.`), { onlyAsker: true });
    },
  });

  await createSlackUser(slack).slash('why 1');

  await eventually(() => expect(slack.shownTo('U1')).toHaveLength(7));
  expect(slack.shownTo('U1').map(({ text }) => text)).toEqual([1, 2, 3, 4, 5, 6, 7].map((part) => `Part ${part}.`));
  expect(slack.calls.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(2);
  expect(slack.textsIn('C1')).toEqual([]);
  await chat.stop();
});

it('takes nothing more when thirty minutes are over', async () => {
  let nowMs = 0;
  const url = slack.newResponseUrl({ channel: 'C1', user: 'U1' });
  const responseUrl = createResponseUrl({ url, nowMs: () => nowMs });
  const payload: SlackPayload = { text: 'Late.', blocks: [{ type: 'divider' }] };

  nowMs = 30 * 60_000 - 1;
  await responseUrl.send(payload, { to: 'asker' });
  expect(responseUrl.left()).toBe(4);

  nowMs += 1;
  expect(responseUrl.left()).toBe(0);
  await expect(responseUrl.send(payload, { to: 'asker' })).rejects.toMatchObject({ kind: 'rejected' });
  expect(slack.shownTo('U1')).toHaveLength(1);
});
