import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { parseCommandLine } from '../../src/chat/parse-command-line.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import type { Newsroom } from '../../src/services/newsroom.ts';
import { openSampleNewsroom } from '../chat/slack/sample-newsroom.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { textOf } from './newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openSampleNewsroom();
});
afterAll(() => newsroom.storage.close());

const callerIn = (channelId: string) => ({
  channel: { platform: 'local', workspaceId: 'w', channelId } as const,
  userId: 'u1',
  userName: 'u1',
  mayManage: true,
  managesServer: true,
  locale: 'en',
});

async function type(line: string, channelId = 'here'): Promise<string> {
  const responder = new FakeResponder();
  const call = parseCommandLine(line, commands);
  if (call.kind === 'unclear') return call.problem;
  await createHandlers(newsroom).onCommand({ caller: callerIn(channelId), ...call }, responder);
  return textOf(responder.messages.at(-1));
}

/** What each example is to show over the sample edition. */
const expected: Readonly<Record<string, RegExp>> = {
  brief: /forced labor/,
  catchup: /What this channel missed/,
  who: /foreign minister/i,
  background: /Timeline/,
  story: /Sarwana/,
  ask: /court rulings from 2018|dispute over forced labor/,
  search: /forced labor/i,
  preview: /articles/,
  subscribe: /Next briefing/,
  subscriptions: /asia/,
  move: /Next briefing/,
  overview: /All subscriptions here/,
  settings: /Seoul/,
  topics: /asia/,
  why: /Sarwana/,
  status: /54 articles/,
  help: /\/subscribe/,
};

describe('the example of every command, as help shows it, has an answer over the sample edition', {
  shuffle: false,
}, () => {
  test.each(commands.filter(({ name }) => name !== 'move'))('/$example', async ({ name, example }) => {
    const said = await type(example);
    expect(said).toMatch(expected[name] ?? /there is nothing to expect yet: say here what this example shows/);
    expect(said).not.toMatch(/Not in the archive|Unknown|Something went wrong|no story is called/i);
  });

  test('/move, with the number that was offered', async () => {
    const [, id = ''] = /Subscription (\d+)/u.exec(await type('subscribe asia', 'there')) ?? [];
    const { channel, ...person } = callerIn('there');
    const post = { ...channel, messageId: 'm' };
    const call = { caller: { ...person, channel }, action: 'move-subscription', value: id, post };
    await createHandlers(newsroom).onAction(call, new FakeResponder());
    const example = commands.find(({ name }) => name === 'move')?.example ?? '';
    expect(await type(example.replace(/\d+/u, id))).toMatch(expected.move ?? /^$/);
  });
});
