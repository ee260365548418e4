import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActionItem, Message } from '../../src/chat/message.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;
let storyId = '';
let actorId = '';

/** A Wednesday, ten in the morning in Berlin; a fire told on two days. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  await room.archive({ ...mill, at: '2026-05-04T09:00:00Z' });
  await room.archive(rebuilt);
  room.clock.advance({ minutes: 1 });
  storyId = String(await room.answers.storyOf('dw:1'));
  actorId = String((await room.answers.findActors('Dewi Lestarini'))[0]?.id);
});
afterEach(() => room.close());

const mill = {
  id: 'dw:1',
  headline: 'Rice mill burns in Sarwana',
  lead: 'A rice mill has burned down in the Sarwana district of Indonesia, the police said.',
  paragraphs: [
    'Police chief Dewi Lestarini said that nobody was hurt in the fire at the mill in Sarwana on Monday.',
    'The mill in Sarwana was built in 1971 and fed three districts.',
  ],
  topics: ['asia'],
};
const rebuilt = {
  id: 'dw:2',
  headline: 'Rice mill in Sarwana to be rebuilt',
  lead: 'The rice mill that burned down in the Sarwana district of Indonesia is to be rebuilt within a year.',
  paragraphs: [
    '"The fire at the mill was an accident," police chief Dewi Lestarini told reporters in Sarwana on Wednesday.',
  ],
  topics: ['asia'],
};

async function answerTo(name: string, options: Record<string, string>): Promise<Message | undefined> {
  const responder = new FakeResponder();
  await room.handlers.onCommand({ caller: room.callerIn('here'), command: name, options }, responder);
  return responder.messages.at(-1);
}

function itemsOf(message: Message | undefined): readonly ActionItem[] {
  return (message?.blocks ?? []).flatMap((block) => (block.kind === 'actions' ? block.items : []));
}

function valueUnder(message: Message | undefined, label: string): string {
  const found = itemsOf(message).find((item) => item.label === label);
  return found?.kind === 'button' ? (found.value ?? '') : '';
}

describe('under who somebody is', () => {
  test('show a chart of their mentions with its numbers in words, and ways on, to who and what is named too', async () => {
    const message = await answerTo('who', { actor: 'Dewi Lestarini' });
    const picture = message?.blocks.find((block) => block.kind === 'picture');
    expect(picture).toMatchObject({
      name: `mentions-${actorId}.png`,
      alt: 'Mentions per day. 2 mentions of Dewi Lestarini, 4 May 2026 to 6 May 2026. 4 May 2026: 1, 6 May 2026: 1. No mentions at other times.',
    });
    expect(itemsOf(message).map(({ label }) => label)).toEqual([
      'Quotes',
      'Timeline',
      'Background',
      'Follow',
      'Evidence for a line',
      'Sarwana',
      'Indonesia',
      'Open a story',
    ]);
    const [select] = itemsOf(message).flatMap((item) =>
      item.kind === 'select' && item.action === 'story' ? item : [],
    );
    const [option] = select?.options ?? [];
    expect(await room.press('story', option?.value ?? '')).toContain(option?.label);
  });

  test('quotes are the sentences that carry their words', async () => {
    expect(await room.press('quotes', actorId)).toContain('"The fire at the mill was an accident,"');
  });

  test('the timeline has only what names them', async () => {
    const said = await room.press('timeline', `actor:${actorId}`);
    expect(said).toContain('Timeline: Dewi Lestarini');
    expect(said).toContain('6 May 2026');
    expect(said).not.toContain('1971');
  });

  test('following has their news posted, once, by who manages the channel', async () => {
    const refused = await room.press('follow', `actor:${actorId}`, room.callerIn('here', false));
    expect(refused).toContain('Only people who can manage this channel');
    expect(await room.press('follow', `actor:${actorId}`)).toContain('Subscription 1: actor:"Dewi Lestarini"');
    expect(await room.press('follow', `actor:${actorId}`)).toContain('This channel already has that');
  });
});

describe('under a background', () => {
  test('each line has its evidence: position, revision and context', async () => {
    const message = await answerTo('background', { topic: storyId });
    const select = itemsOf(message).find(({ kind }) => kind === 'select');
    const options = select?.kind === 'select' ? select.options : [];
    const line = options.find(({ label }) => label.includes('built in 1971'));
    const said = await room.press('evidence', line?.value ?? '');
    expect(said).toContain('Rice mill burns in Sarwana');
    expect(said).toContain('Police chief Dewi Lestarini said');
    expect(said).toContain('Cited: The mill in Sarwana was built in 1971 and fed three districts.');
    expect(said).toContain('2026-05-04T09:00:00Z · revision 1 · sentence 3 · dw:1');
  });

  test('evidence says when a later revision does not say so any more', async () => {
    await room.archive({ ...mill, revision: 2, paragraphs: ['The mill in Sarwana was built in 1917.'] });
    const said = await room.press('evidence', 'dw:1@1.2');
    expect(said).toContain('built in 1971');
    expect(said).toContain('now at revision 2 and no longer says this');
    expect(await room.press('evidence', 'dw:1@1.0')).toContain('revision 2 and still says this');
  });

  test('following the story subscribes to it, and the panel names it', async () => {
    expect(await room.press('follow', `story:${storyId}`)).toContain(`Subscription 1: story:${storyId}`);
    expect(await room.command('subscriptions')).toContain('Rice mill');
  });
});

const others = [
  ['Valmora elects a baker as mayor', 'Voters in Valmora have chosen the baker Ines Calder as mayor.'],
  ['Glacier lake drains overnight', 'A lake under the Tarnice glacier has emptied within hours, geologists said.'],
  ['Chess champion retires at thirty', 'World champion Olaf Brenn has ended his career after eleven titles.'],
  ['Court lifts ban on night trains', 'A court in Ostheim has allowed sleeping cars on the northern line again.'],
  [
    'Bees return to the salt flats',
    'Wild bees have settled on the salt flats of Kirnau for the first time in decades.',
  ],
  ['Museum finds lost violin', 'The city museum of Belport has found a violin that was missing since 1911.'],
] as const;

describe('under a briefing', () => {
  test('more of a story is its latest news and its timeline, with evidence for the briefing’s statements', async () => {
    const briefing = await answerTo('brief', { interest: 'asia', since: '3d' });
    const value = valueUnder(briefing, 'More');
    expect(value).toMatch(new RegExp(`^[0-9a-f]{32}/${storyId}$`, 'u'));
    const responder = new FakeResponder();
    const caller = room.callerIn('here');
    await room.handlers.onAction(
      { caller, action: 'more', value, post: { ...caller.channel, messageId: 'm' } },
      responder,
    );
    const items = itemsOf(responder.messages[0]);
    expect(items.map(({ label }) => label)).toEqual([
      'Background',
      'Timeline',
      "Who's who",
      'Follow',
      'Mute story',
      'Evidence for a line',
    ]);
    const told = JSON.stringify(briefing?.blocks);
    const first = items.at(-1);
    const label = first?.kind === 'select' ? (first.options[0]?.label ?? '') : '';
    expect(told).toContain(label.replace(/ …$/u, ''));
  });

  test("who's who lists each role with its date and source", async () => {
    const said = await room.press('whos-who', storyId);
    expect(said).toMatch(/Dewi Lestarini {2}police chief \(6 May 2026\)/iu);
    expect(said).toContain('in 2 of 2 articles');
  });

  test('stories listed by title only get a sentence each', async () => {
    for (const [index, [headline, lead]] of others.entries())
      await room.archive({ id: `dw:${10 + index}`, headline, lead, paragraphs: [], topics: ['asia'] });
    room.clock.advance({ minutes: 1 });
    const briefing = await answerTo('brief', { interest: 'asia', since: '3d' });
    const said = await room.press('more-stories', valueUnder(briefing, 'More stories'));
    expect(others.filter(([, lead]) => said.includes(lead)).length).toBeGreaterThan(0);
    expect(said).toContain('[Open a story]');
  });
});

describe('a muted story', () => {
  test('is told to its channel no more, though to others, until it is unmuted', async () => {
    await room.command('subscribe', { interest: 'asia', times: '12' });
    await room.command('subscribe', { interest: 'asia', times: '12' }, room.callerIn('there'));
    expect(await room.press('mute-story', storyId)).toContain('Muted in this channel: Rice mill');
    await room.runTo('2026-05-06T10:15:00Z');
    const told = room.chat.sent.map(({ post, message }) => [post.channelId, textOf(message).includes('Rice mill')]);
    expect(told).toEqual([
      ['here', false],
      ['there', true],
    ]);
    expect(await room.command('catchup')).not.toContain('Rice mill');
    expect(await room.command('subscriptions')).toContain('Muted: Rice mill');
    expect(await room.press('unmute-story', storyId)).not.toContain('Muted:');
    expect(await room.command('catchup', { since: '3d' })).toContain('Rice mill');
  });

  test('is muted by who may manage the channel alone', async () => {
    expect(await room.press('mute-story', storyId, room.callerIn('here', false))).toContain(
      'Only people who can manage',
    );
  });
});

describe('a button that is old or made up', () => {
  test.each([
    ['who', '999', 'no longer in the archive'],
    ['who', 'Park', 'no longer works'],
    ['quotes', '999', 'no longer in the archive'],
    ['timeline', 'story:999', 'no longer in the archive'],
    ['timeline', 'nothing', 'no longer works'],
    ['whos-who', '999', 'no longer in the archive'],
    ['whos-who', '', 'no longer works'],
    ['background', '999', 'Not in the archive'],
    ['evidence', 'dw:999@1.0', 'no longer in the archive'],
    ['evidence', 'dw:1@1.77', 'no longer in the archive'],
    ['evidence', 'nonsense', 'no longer in the archive'],
    ['more', 'gone/999', 'no longer in the archive'],
    ['more-stories', 'gone', 'no longer stored'],
    ['follow', 'story:999', 'no longer in the archive'],
    ['mute-story', '999', 'no longer in the archive'],
  ])('%s %s says so', async (action, value, expected) => {
    expect(await room.press(action, value)).toContain(expected);
  });

  test('that carries the story alone, as older briefings do, still tells more of it', async () => {
    expect(await room.press('more', storyId)).toContain('Rice mill');
    expect(await room.press('more', `${'0'.repeat(32)}/${storyId}`)).toContain('Rice mill');
  });
});

test('a shared answer is posted in the channel for everybody', async () => {
  const responder = new FakeResponder();
  const caller = room.callerIn('here');
  await room.handlers.onCommand({ caller, command: 'who', options: { actor: 'Lestarini' } }, responder);
  const value = responder.options.at(-1)?.share?.value ?? '';
  await room.handlers.onAction(
    { caller, action: 'share', value, post: { ...caller.channel, messageId: 'm' } },
    responder,
  );
  expect(responder.options.at(-1)?.onlyCaller).toBe(false);
  expect(textOf(responder.messages.at(-1))).toContain('Shared by u1');
});
