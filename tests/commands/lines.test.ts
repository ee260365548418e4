import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Message } from '../../src/chat/message.ts';
import { obeyLine } from '../../src/chat/obey-line.ts';
import { readSpokenLine } from '../../src/chat/parse-command-line.ts';
import type { LinePlace } from '../../src/intents/line.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;

/** A Wednesday, ten in the morning in Berlin. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
});
afterEach(() => room.close());

const mill = {
  id: 'dw:1',
  headline: 'Rice mill burns in Sarwana',
  lead: 'A rice mill has burned down in the Sarwana district of Indonesia, the police said.',
  paragraphs: ['Police chief Dewi Lestarini said that nobody was hurt in the fire at the mill on Wednesday.'],
  topics: ['asia'],
};

async function say(text: string, { place = 'dm', mayManage = true }: { place?: LinePlace; mayManage?: boolean } = {}) {
  const responder = new FakeResponder();
  const caller = room.callerIn('here', mayManage);
  await room.handlers.onLine?.({ caller, text, place }, responder);
  const message = responder.messages.at(-1);
  return { text: textOf(message) || (responder.said.at(-1)?.text ?? ''), message };
}

async function answerTo(command: string, options: Record<string, string>): Promise<Message | undefined> {
  const responder = new FakeResponder();
  await room.handlers.onCommand({ caller: room.callerIn('here'), command, options }, responder);
  return responder.messages.at(-1);
}

/** Presses the button of that label. */
function press(message: Message | undefined, label: string, channel = 'here'): Promise<string> {
  const items = message?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : [])) ?? [];
  const button = items.find((item) => item.kind === 'button' && item.label === label);
  if (button?.kind !== 'button')
    throw new Error(`no button "${label}" among ${items.map((item) => item.label).join(', ')}`);
  return room.press(button.action, button.value ?? '', room.callerIn(channel));
}

const subscriptions = () => room.command('subscriptions');

describe("a line that begins with a command's name", () => {
  async function typed(text: string): Promise<string> {
    const responder = new FakeResponder();
    const line = { text, place: 'dm', parsed: readSpokenLine(text, commands), commands } as const;
    await obeyLine(line, room.callerIn('here'), { handlers: room.handlers, responder });
    return textOf(responder.messages.at(-1));
  }

  test('is a question where it asks one', async () => {
    await room.archive(mill);
    expect(await typed('who said nobody was hurt in the fire at the mill')).toContain('nobody was hurt in the fire');
    expect(await typed('why did the mill burn down in sarwana')).toContain('burned down in the Sarwana district');
  });

  test('asks why a story has its place by the words of a title', async () => {
    await room.archive(mill);
    expect(await typed('/why Rice mill burns in Sarwana')).toContain('story:');
    expect(await typed('/why Rice mill in Sarwana')).toContain('story:');
  });

  test('is a question about whoever is told by more than a name', async () => {
    await room.archive(mill);
    expect(await typed('who is the police chief that said nobody was hurt in the fire at the mill')).toContain(
      'Dewi Lestarini',
    );
  });

  test('wants a briefing on the words of a phrase that no story has', async () => {
    await room.archive({ ...mill, at: '2026-05-06T07:00:00Z' });
    await room.runTo('2026-05-06T08:15:00Z');
    const { text } = await say('is there anything new on rice in Sarwana?');
    expect(text).toContain('Rice mill burns in Sarwana');
  });

  test('offers to search and to brief where nothing answers it', async () => {
    await room.archive({ ...mill, at: '2026-05-06T07:00:00Z' });
    await room.runTo('2026-05-06T08:15:00Z');
    const { text, message } = await say('who owns the insurance of the lighthouse near Sarwana?');
    expect(text).toContain('Not in the archive');
    expect(
      message?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : [])).map(({ label }) => label),
    ).toContain('Follow "Sarwana"');
    expect(await press(message, 'News on "Sarwana"')).toContain('Rice mill burns in Sarwana');
    const again = await say('who owns the insurance of the lighthouse near Sarwana?');
    expect(await press(again.message, 'Follow "Sarwana"')).toContain('Alerts for breaking news');
    expect(textOf(await answerTo('who', { actor: 'Zelda Quux' }))).toContain('[Search for "Zelda Quux"]');
  });

  test('is the command where it names somebody', async () => {
    await room.archive(mill);
    expect(await typed('who Dewi Lestarini')).toContain('Dewi Lestarini · person');
  });
});

describe('a few words without a verb', () => {
  beforeEach(async () => {
    await room.archive({ ...mill, at: '2026-05-06T07:00:00Z' });
    await room.runTo('2026-05-06T08:15:00Z');
  });

  test('a surname is whoever has it', async () => {
    expect((await say('lestarini')).text).toContain('Dewi Lestarini · person');
  });

  test.each(['rice mill', 'sarwana fire', 'burning mill news'])('%s: the news on it', async (words) => {
    const { text } = await say(words);
    expect(text).toContain('Rice mill burns in Sarwana');
    expect(text).toContain('briefing');
  });
});

test('news of a region goes back a month where the last week has none', async () => {
  await room.archive({ ...mill, at: '2026-05-06T07:00:00Z' });
  await room.runTo('2026-05-26T08:15:00Z');
  expect((await say('whats going on in indonesia')).text).toContain('Rice mill burns in Sarwana');
  expect((await say('whats going on in sudan')).text).toContain('nothing on Sudan since');
});

describe('a story by its number', () => {
  const port = { id: 'dw:2', headline: 'Port of Lumen closes', lead: 'The port of Lumen has closed for a week.' };

  beforeEach(async () => {
    await room.archive({ ...port, paragraphs: [], at: '2026-05-06T06:00:00Z' });
    await room.archive({ ...mill, at: '2026-05-06T07:00:00Z' });
    await room.runTo('2026-05-06T08:15:00Z');
  });

  test('is that of the briefing they asked for', async () => {
    await say('news on the rice mill');
    expect((await say('tell me more about the first story')).text).toContain('Rice mill burns in Sarwana');
  });

  test('is that of the briefing the channel got', async () => {
    await say('subscribe asia at 11:00');
    await room.runTo('2026-05-06T09:15:00Z');
    expect((await say('1', { place: 'thread' })).text).toContain('Rice mill burns in Sarwana');
  });

  test('is asked back where no briefing was shown', async () => {
    expect((await say('tell me more about the first story')).text).toContain('not sure what you mean');
  });
});

describe('a link of an archived article', () => {
  test.each([
    'https://www.dw.com/en/test/a-8?maca=en-rss-en-all-1573-rdf',
    'what is this? https://www.dw.com/en/test/a-8',
  ])('%s: shows what it says, with buttons for its story', async (text) => {
    await room.archive({ ...mill, id: 'dw:8' });
    const { text: said, message } = await say(text);
    expect(said).toContain('A rice mill has burned down in the Sarwana district');
    expect(await press(message, 'Background')).toContain('Sarwana');
  });

  test('is none where nothing of it is archived', async () => {
    expect((await say('https://www.dw.com/en/test/a-8')).text).toContain('not sure what you mean');
  });
});

describe('subscribing in words', () => {
  test('says in one line what was understood, and takes it back', async () => {
    const { text, message } = await say('send me asia every weekday at 8am seoul time');
    expect(text).toContain('Understood: Asia, weekdays at 08:00 (Seoul), less than one story per day.');
    expect(await subscriptions()).toContain('weekdays at 08:00 (Seoul)');
    expect(await press(message, 'Undo')).toContain('Undone.');
    expect(await subscriptions()).not.toContain('Seoul');
  });

  test('asks before a word is taken for a topic that is near', async () => {
    const { text, message } = await say('subscribe aisa at 8', { place: 'slash' });
    expect(text).toContain('Did you mean Asia?');
    expect(await subscriptions()).not.toContain('08:00');
    expect(await press(message, 'Asia')).toContain('Understood: Asia, daily at 08:00');
  });

  test('says that nothing of the last week has the words, and keeps them on request', async () => {
    await room.archive(mill);
    const { text, message } = await say('subscribe zeppelins', { place: 'slash' });
    expect(text).toContain('Nothing on "zeppelins" in the last 7 days.');
    expect(await subscriptions()).not.toContain('zeppelins');
    expect(await press(message, 'Keep it as typed')).toContain('Understood: zeppelins');
  });

  test('asks the same of a command in strict syntax, with what may have been meant', async () => {
    await room.archive(mill);
    const responder = new FakeResponder();
    const call = { caller: room.callerIn('here'), command: 'subscribe', options: { interest: 'asai OR harbors' } };
    await room.handlers.onCommand(call, responder);
    const asked = responder.messages.at(-1);
    expect(textOf(asked)).toContain('Nothing on "asai" in the last 7 days. Did you mean Asia?');
    expect(await subscriptions()).not.toContain('08:00');
    expect(await press(asked, 'Asia')).toContain('asia OR harbors');
  });

  test('proposes a person for a name with a slip in it', async () => {
    await room.archive(mill);
    const { text, message } = await say('subscribe actor:"Dewi Lestrini" times:9', { place: 'slash' });
    expect(text).toContain('Did you mean Dewi Lestarini?');
    expect(await press(message, 'Dewi Lestarini')).toContain('actor:"Dewi Lestarini"');
  });

  test('takes a person whom the archive knows', async () => {
    await room.archive(mill);
    expect((await say('tell me when there is news on dewi lestarini')).text).toContain('actor:"Dewi Lestarini"');
  });

  test('is refused to those who may not manage the channel', async () => {
    await say('subscribe asia at 8', { mayManage: false });
    expect(await subscriptions()).not.toContain('08:00');
  });
});

describe('changing in words', () => {
  beforeEach(async () => {
    await say('subscribe asia at 8');
    await say('subscribe africa at 9');
  });

  test('unsubscribes from the one that is named, and takes it back', async () => {
    const { text, message } = await say('stop sending me asia');
    expect(text).toContain('Unsubscribed: Asia.');
    expect(await subscriptions()).not.toContain('08:00');
    await press(message, 'Undo');
    expect(await subscriptions()).toContain('08:00');
  });

  test('asks which one "stop" means', async () => {
    const { text, message } = await say('stop');
    expect(text).toContain('Which one do you mean?');
    expect(await subscriptions()).toContain('08:00');
    expect(await press(message, '2: Africa')).toContain('Unsubscribed: Africa.');
  });

  test('asks before all of them go', async () => {
    const { message } = await say('cancel all my subscriptions');
    expect(await subscriptions()).toContain('08:00');
    expect(await press(message, 'Yes')).toContain('Unsubscribed: Asia, Africa.');
  });

  test('pauses until a day and resumes', async () => {
    expect((await say('pause asia until friday')).text).toContain('Paused: Asia.');
    expect(await subscriptions()).toContain('(paused)');
    expect((await say('resume asia')).text).toContain('Resumed: Asia.');
    expect(await subscriptions()).not.toContain('(paused)');
  });

  test('moves a time, makes it shorter, leaves something out', async () => {
    const { message } = await say('move asia to 9:30');
    expect(await subscriptions()).toContain('09:30');
    await press(message, 'Undo');
    expect(await subscriptions()).not.toContain('09:30');
    expect((await say('make africa shorter')).text).toContain('short');
    expect((await say('drop sports from africa')).text).toContain('africa AND NOT sports');
  });

  test('a name that no subscription has is said', async () => {
    expect((await say('unsubscribe europe')).text).toContain('no subscription on Europe');
  });
});

test('a zone is set, and set back', async () => {
  const { text, message } = await say('i am in nairobi now');
  expect(text).toContain('Africa/Nairobi');
  await press(message, 'Undo');
  expect(await room.command('settings')).not.toContain('Nairobi');
});

test('a courtesy is answered in a line, and what is not understood is asked back', async () => {
  for (const greeting of ['hello', 'hi there, thanks', 'who are you', 'guten Morgen'])
    expect((await say(greeting)).text, greeting).toContain('I read the news from Deutsche Welle');
  for (const courtesy of ['thanks', 'great, thank you!', 'bye', 'danke', '\u{1F44D}'])
    expect((await say(courtesy)).text, courtesy).toMatch(/^Glad to help\.|^Gern geschehen\./u);
  const { text, message } = await say('flurb');
  expect(text).toContain("I'm not sure what you mean.");
  expect(await press(message, 'Search for "flurb"')).toContain('flurb');
});

test('buttons work once, in their channel, for ten minutes', async () => {
  const { message } = await say('subscribe asia at 8');
  expect(await press(message, 'Undo', 'elsewhere')).toContain('has expired');
  room.clock.advance({ minutes: 11 });
  expect(await press(message, 'Undo')).toContain('has expired');
  const again = await say('subscribe africa at 9');
  await press(again.message, 'Undo');
  expect(await press(again.message, 'Undo')).toContain('has expired');
});
