import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createHandlers } from '../../../src/services/handlers.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, botToken, type FakeMessage, FakeSlack, type FakeView } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { freePort } from '../../fakes/free-port.ts';
import { firstSaid } from './first-said.ts';
import { openSampleNewsroom } from './sample-newsroom.ts';
import { signedDelivery, signingSecret } from './sign-request.ts';
import { writeMessage, writeView } from './write-transcript.ts';

type Ada = ReturnType<typeof createSlackUser>;

/** Starts the service over one of the two ways to Slack, and somebody who uses it. */
async function open(kind: 'socket' | 'http') {
  const newsroom = await openSampleNewsroom();
  const slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  slack.channels.set('D1', { members: ['U1', 'UBOT'] });
  const port = await freePort();
  const transport = kind === 'socket' ? { kind, appToken } : { kind, signingSecret, host: '127.0.0.1', port };
  const features = { pictures: true, unfurl: false, looks: false };
  const sleep = async () => {};
  const options = { botToken, transport, commands, features, slackApiUrl: slack.apiUrl, log: silentLog, sleep };
  const chat = createSlackChat(options);
  await chat.start(createHandlers(newsroom));
  const deliver = kind === 'http' ? { deliver: signedDelivery(`http://127.0.0.1:${port}`) } : {};
  const stop = async () => {
    await chat.stop();
    await slack.stop();
    await newsroom.storage.close();
  };
  return { slack, ada: createSlackUser(slack, deliver), stop };
}

function nextView(slack: FakeSlack): Promise<FakeView> {
  return eventually(() => slack.lastView ?? Promise.reject(new Error('Nothing was shown')));
}

const japan = '*Park Jin* and Yoshimasa Hayashi on <https://elsewhere.example/1|forced labor> <@U5>';

/** What is done, in words, and how; `view` where a form or a tab answers, not a message. */
const script: readonly (readonly [string, (ada: Ada, last: FakeMessage | undefined) => Promise<unknown>, 'view'?])[] = [
  ...commands.map(({ example }) => [`/dw ${example}`, (ada: Ada) => ada.slash(example)] as const),
  ['/dw whu Park', (ada) => ada.slash('whu Park')],
  ['/dw subscribe', (ada) => ada.slash('subscribe'), 'view'],
  ['@Kurzwelle who is Park Jin?', (ada) => ada.mention('who is Park Jin?')],
  ['Direct: topics', (ada) => ada.direct('topics')],
  [`Background on this: "${japan}"`, (ada) => ada.shortcut('message-background', { text: japan, blocks: [] })],
  [`Who is in this?: "${japan}"`, (ada) => ada.shortcut('message-who', { text: japan, blocks: [] })],
  ['/dw who "Park Jin"', (ada) => ada.slash('who "Park Jin"')],
  ['[Share] under it', (ada, last) => ada.press(last as FakeMessage, 'Share')],
  ['Brief me', (ada) => ada.shortcut('global-brief'), 'view'],
  ['Subscribe this channel', (ada) => ada.shortcut('global-subscribe'), 'view'],
  ['Home', (ada) => ada.openHome(), 'view'],
];

test.each(['socket', 'http'] as const)('a person uses everything over %s', async (kind) => {
  const { slack, ada, stop } = await open(kind);
  const transcript: string[] = [];
  let last: FakeMessage | undefined;
  for (const [words, act, shown] of script) {
    slack.messages = [];
    slack.lastView = undefined;
    await act(ada, last);
    if (shown !== 'view') last = await firstSaid(slack);
    transcript.push(
      `> ${words}\n${shown === 'view' ? writeView(await nextView(slack)) : writeMessage(last as FakeMessage)}\n`,
    );
  }
  await stop();
  expect(slack.problems).toEqual([]);
  await expect(transcript.join('\n')).toMatchFileSnapshot('__snapshots__/transcript.txt');
});
