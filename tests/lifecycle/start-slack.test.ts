import { expect, it, test } from 'vitest';
import { noFigures } from '../../src/chat/slack/slack-api.ts';
import { parseConfig } from '../../src/config/config.ts';
import { startSlack } from '../../src/lifecycle/start-slack.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { sampleHandlers } from '../chat/local/sample-service.ts';
import { eventually } from '../fakes/eventually.ts';
import { appToken, botToken, FakeSlack } from '../fakes/fake-slack.ts';
import { MemoryInstallations } from '../fakes/memory-installations.ts';

it('serves over the Slack API at the address that is configured', async () => {
  const slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: [] });
  const config = parseConfig(`chat: { slack: { apiUrl: '${slack.apiUrl.slice(0, -1)}' } }`, 'test');
  const records = new MemoryInstallations();
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
  const options = { config, handlers: sampleHandlers(), records, figures: noFigures, log: silentLog };
  const chat = await startSlack(env, options);
  await eventually(() => expect(slack.sockets.count).toBe(1));
  const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
  await chat?.post(channel, { summary: 'Here.', blocks: [] });
  expect(slack.textsIn('C1')).toEqual(['Here.']);
  await chat?.stop();
  await slack.stop();
});

test.each(['http://slack.example/api/', 'ftp://127.0.0.1/', 'slack.com'])('refuses to send tokens to %s', (url) => {
  expect(() => parseConfig(`chat: { slack: { apiUrl: '${url}' } }`, 'test')).toThrow('apiUrl');
});
