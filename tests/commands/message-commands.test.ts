import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linksIn } from '../../src/services/article-of-link.ts';
import { otherReason } from '../../src/wording/reason.ts';
import { eventually } from '../fakes/eventually.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  await room.archive(mill);
});
afterEach(() => room.close());

const mill = {
  id: 'dw:71234567',
  headline: 'Rice mill burns in Sarwana',
  lead: 'A rice mill has burned down in the Sarwana district of Indonesia, the police said.',
  paragraphs: ['Police chief Dewi Lestarini said that nobody was hurt in the fire at the mill on Wednesday.'],
  topics: ['asia'],
};
const link = 'https://www.dw.com/en/rice-mill-burns-in-sarwana/a-71234567?maca=en-rss';

async function ask(command: 'who' | 'background', text: string): Promise<string> {
  const responder = new FakeResponder();
  await room.handlers.onMessageCommand?.({ caller: room.callerIn('here'), command, text }, responder);
  expect(responder.said.every(({ onlyCaller }) => onlyCaller)).toBe(true);
  return textOf(responder.messages.at(-1));
}

describe('who is in this', () => {
  test('of a link: the actors of its article, each role with its date', async () => {
    const said = await ask('who', `Have you seen this? (${link})`);
    expect(said).toContain("Who's who: Rice mill burns in Sarwana");
    expect(said).toMatch(/Dewi Lestarini {2}police chief \(6 May 2026\)/iu);
  });

  test('of a user’s text: the actors that the archive knows', async () => {
    const said = await ask('who', 'I met Dewi Lestarini and Walter Grossmann yesterday.');
    expect(said).toMatch(/Dewi Lestarini {2}police chief \(6 May 2026\)/iu);
    expect(said).not.toContain('Grossmann');
  });

  test.each([
    ['I met Walter Grossmann yesterday.', 'Nobody named in this message is in the archive.'],
    ['https://www.dw.com/en/nothing/a-99999999', 'Neither the linked article nor anyone named in this message'],
    ['', 'Nobody named in this message'],
  ])('refuses %j', async (text, expected) => {
    expect(await ask('who', text)).toContain(expected);
  });
});

describe('background', () => {
  test.each([
    ['a link', link],
    ['words', 'rice mill in Sarwana\nwhat do you think?'],
    [
      'a link of an article that is not there, by the words in it',
      'https://www.dw.com/en/sarwana-rice-mill/a-99999999',
    ],
  ])('of %s', async (_name, text) => {
    expect(await ask('background', text)).toContain('A rice mill has burned down in the Sarwana district');
  });

  test.each([
    ['https://example.org/', 'no words or link that the archive covers'],
    ['Lunch at noon?', 'Not in the archive'],
  ])('refuses %j', async (text, expected) => {
    expect(await ask('background', text)).toContain(expected);
  });
});

describe('a posted link', () => {
  const unfurl = (url: string) => room.handlers.unfurl?.({ channel: room.callerIn('here').channel, url });

  test('is unfurled in one quoted line if the channel opted in', async () => {
    expect(await unfurl(link)).toBeUndefined();
    await room.command('settings', { unfurl: 'on' });
    const message = await unfurl(link);
    expect(message?.blocks[0]).toMatchObject({
      kind: 'paragraph',
      spans: [{ kind: 'quoted', text: mill.lead }, {}, { text: 'dw.com' }, {}, { at: '2026-05-06T08:00:00Z' }],
    });
    expect(textOf(message)).toContain("[Background] [Who's who]");
  });

  test.each(['https://www.dw.com/en/nothing/a-99999999', 'https://example.org/a-71234567', 'javascript:alert(1)', ''])(
    'is left alone where the archive does not have it: %s',
    async (url) => {
      await room.command('settings', { unfurl: 'on' });
      expect(await unfurl(url)).toBeUndefined();
    },
  );
});

test('links are extracted without trailing punctuation', () => {
  expect(linksIn('See <https://a.example/b?c=1>, (https://d.example/e). And https://a.example/b?c=1!')).toEqual([
    'https://a.example/b?c=1',
    'https://d.example/e',
  ]);
});

test('a suspension ends as soon as its channel, or workspace, is back; a pause stays', async () => {
  await room.command('subscribe', { interest: 'asia' });
  await room.command('subscribe', { interest: 'europe' });
  const { channel } = room.callerIn('here');
  const states = async () => (await room.storage.subscriptions.list()).map(({ state }) => state);
  const suspension = {
    reason: otherReason('gone'),
    probeAt: room.clock.now().add({ hours: 20 }),
  } as const;
  await room.submit('pause-subscription', '2', {});
  for (const [by, back] of [
    ['channel', () => room.handlers.onChannelBack?.(channel)],
    ['removal', () => room.handlers.onChannelBack?.(channel)],
    [
      'workspace',
      () => room.handlers.onWorkspaceBack?.({ platform: channel.platform, workspaceId: channel.workspaceId }),
    ],
  ] as const) {
    await room.storage.subscriptions.suspend(channel, { ...suspension, by });
    expect(await states()).toEqual(['suspended', 'paused']);
    room.handlers.onChannelBack?.({ ...channel, channelId: 'another' });
    back();
    await eventually(async () => expect(await states()).toEqual(['active', 'paused']));
  }
});
