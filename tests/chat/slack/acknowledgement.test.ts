import { expect, it } from 'vitest';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { appToken, botToken } from '../../fakes/fake-slack.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';
import { measureAcknowledgement } from './measure-acknowledgement.ts';

const transport = { kind: 'socket', appToken } as const;

it('acknowledges 50 commands a second at once, and answers each', async () => {
  const measured = await measureAcknowledgement({
    async connect(slackApiUrl) {
      const chat = createSlackChat({ botToken, transport, commands, slackApiUrl, log: silentLog });
      await chat.start(sampleHandlers());
      return () => chat.stop();
    },
    lines: ['who Mirela Danesh', 'why 1', 'brief asia'],
    perSecond: 50,
    seconds: 2,
  });
  expect(measured).toMatchObject({ commands: 100, messages: 100 });
  expect(measured.p99Ms).toBeLessThan(250);
}, 20_000);
