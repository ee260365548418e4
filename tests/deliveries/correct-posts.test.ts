import { beforeEach, describe, expect, test } from 'vitest';
import { withRecallsOf } from '../../src/articles/recalls.ts';
import { ChatError, type PostRef } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import { parseConfig } from '../../src/config/config.ts';
import { type RecallRequest, recall } from '../../src/ingest/recall.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { type Database, openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeChat } from '../fakes/fake-chat.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const caller = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: 'en' };

class CountingChat extends FakeChat {
  edits = 0;

  override async edit(post: PostRef, message: Message): Promise<PostRef> {
    await super.edit(post, message);
    this.edits++;
    return { ...post, parts: [`part of edit ${this.edits}`] };
  }
}

let clock: FakeClock;
let db: Database;
let newsroom: Newsroom;
let chat: CountingChat;

beforeEach(async () => {
  clock = new FakeClock('2022-07-17T18:00:00Z');
  db = await openMemoryDatabase();
  newsroom = await openNewsroom({ config: parseConfig('', 'test'), db, clock, log: silentLog });
  chat = new CountingChat();
  await newsroom.services.subscriptions.add(caller, { interest: 'everything', times: '08:00', zone: 'Europe/Berlin' });
  return () => newsroom.storage.close();
});

/** A tick of a service that was just started. */
const tick = () => createNewsroomOutbox(newsroom, [chat]).tick();

const flood = 'Rescuers have found the bodies of nine people in the flooded Sarwana district.';
const river = 'The river Tamra rose by four meters within a day, the weather service said.';
const army = 'Defense Minister Ilse Kade did not order the army into the district.';

async function archive(revision: number, at: string, sentences: readonly string[]): Promise<void> {
  const [lead = '', ...paragraphs] = sentences;
  const article = makeTestArticle({ id: 'dw:1', revision, headline: 'Flood in Sarwana', lead, paragraphs, at });
  await newsroom.archiver.archive(article, { archivedAt: Temporal.Instant.from(at), isSeed: false });
}

async function postFlood(): Promise<void> {
  await archive(1, '2022-07-17T20:00:00Z', [flood, river, army]);
  clock.set('2022-07-18T06:00:00Z');
  await tick();
}

async function revise(...sentences: readonly string[]): Promise<void> {
  const { length } = await newsroom.storage.articles.revisionsOf('dw:1');
  clock.advance({ minutes: 30 });
  await archive(length + 1, clock.now().toString(), sentences);
  await tick();
}

/** Each paragraph and note of a message, struck words between tildes. */
function linesOf(message: Message | undefined): readonly string[] {
  return (message?.blocks ?? []).flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'context'
      ? [
          block.spans
            .map((span) => {
              if (span.kind === 'citation') return `[${span.number}]`;
              if (span.kind === 'time') return span.at;
              if (span.kind === 'channel') return span.id;
              return span.kind === 'text' && span.style === 'struck' ? `~${span.text}~` : span.text;
            })
            .join(''),
        ]
      : [],
  );
}

const posted = () => linesOf(chat.sent[0]?.message);
const states = async () => {
  const rows = await db.selectFrom('corrections').select('state').execute();
  return rows.map(({ state }) => state);
};
const later = flood.replace('nine', '12');

describe('a post whose article was revised', () => {
  test('shows the old words struck, the new ones, and what changed when', async () => {
    await postFlood();
    expect(posted()).toContain(flood);
    await revise(later, river, army);
    expect(posted()).toContain(`~${flood}~[1] ${later}[1]`);
    expect(posted()).toContain('Corrected 18 July 08:30: was nine, now 12 [1]');
    expect(chat.sent).toHaveLength(1);
  });

  test('corrects what it said is to come, below its day', async () => {
    const rest = ['Two villages have no power.', 'A school in Lanzberg is closed.', 'The road to Estby is open.'];
    const vote = 'The council of Sarwana will vote on new dams on July 31.';
    await archive(1, '2022-07-17T20:00:00Z', [flood, river, army, ...rest, vote]);
    clock.set('2022-07-18T06:00:00Z');
    await tick();
    expect(posted()).toContain(`Sunday 31 July: ${vote}[1]`);
    const later = vote.replace('31', '30');
    await revise(flood, river, army, ...rest, later);
    expect(posted()).toContain(`Sunday 31 July: ~${vote}~[1] ${later}[1]`);
  });

  test('is kept with the parts that the edit left, so that the next edit finds them after a restart', async () => {
    await postFlood();
    await revise(later, river, army);
    const [row] = await db.selectFrom('deliveries').select('post').where('state', '=', 'sent').execute();
    expect(JSON.parse(row?.post ?? '')).toMatchObject({ channelId: 'newsroom', parts: ['part of edit 1'] });
  });

  test('is edited once for a revision, however often the tick comes', async () => {
    await postFlood();
    await revise(later, river, army);
    await tick();
    clock.advance({ hours: 3 });
    await tick();
    expect(chat.edits).toBe(1);
    expect(await states()).toEqual(['edited']);
  });

  test('shows a negation that was taken out, and a sentence that was', async () => {
    await postFlood();
    const now = army.replace('did not order', 'ordered');
    await revise(flood, now);
    expect(posted()).toContain(`~${army}~[1] ${now}[1]`);
    expect(posted()).toContain('Corrected 18 July 08:30: the article now puts it differently [1]');
    expect(posted()).toContain(`~${river}~[1]`);
    expect(posted()).toContain('Corrected 18 July 08:30: no longer in the article [1]');
  });

  test('keeps the time of a first correction beside a second, and takes back what DW takes back', async () => {
    await postFlood();
    await revise(later, river, army);
    await revise(later, river.replace('four', 'five'), army);
    expect(posted()).toContain('Corrected 18 July 08:30: was nine, now 12 [1]');
    expect(posted()).toContain('Corrected 18 July 09:00: was four, now five [1]');
    await revise(flood, river, army);
    expect(posted().filter((line) => line.startsWith('Corrected'))).toEqual([]);
    expect(posted()).toContain(flood);
  });

  test.each([
    ['only the wording is another', [flood.replace('have found', 'found'), river, army]],
    ['more was written', [flood, river, army, 'Schools in Sarwana will stay closed until Thursday.']],
    ['it was written anew', ['Helicopters brought food to Lanzberg.', 'Aid groups asked for tents and blankets.']],
  ])('stays as it is where %s', async (_, sentences) => {
    await postFlood();
    const before = posted();
    await revise(...sentences);
    expect(posted()).toEqual(before);
    expect(await states()).toEqual(['unchanged']);
  });

  test('stays as it is after a week', async () => {
    await postFlood();
    clock.advance({ hours: 7 * 24 + 1 });
    const before = posted();
    await revise(later, river, army);
    expect(posted()).toEqual(before);
    expect(chat.edits).toBe(0);
    expect(await states()).toEqual([]);
  });
});

describe('trouble', () => {
  const refused = (kind: ChatError['kind']) => new ChatError('no', { kind, retryAfterMs: 60_000 });

  test('is answered in the thread where the post may not be edited any more, once', async () => {
    await postFlood();
    chat.failNext(refused('rejected'));
    await revise(later, river, army);
    await tick();
    const [post, reply, ...others] = chat.sent;
    expect(others).toEqual([]);
    expect(reply?.options.thread).toEqual(post?.post);
    expect(linesOf(reply?.message)).toEqual(['Corrected 18 July 08:30: was nine, now 12 [1]', `~${flood}~`, later]);
    expect(await states()).toEqual(['replied']);
  });

  test('ends quietly where the post was deleted', async () => {
    await postFlood();
    const [sent] = chat.sent;
    if (sent) await chat.remove(sent.post);
    await revise(later, river, army);
    expect(chat.sent).toEqual([]);
    expect(await states()).toEqual(['lost']);
  });

  test('is tried again when the platform asks to wait', async () => {
    await postFlood();
    chat.failNext(refused('retryable'));
    await revise(later, river, army);
    expect(await states()).toEqual(['retrying']);
    clock.advance({ minutes: 2 });
    await tick();
    expect(await states()).toEqual(['edited']);
    expect(posted()).toContain('Corrected 18 July 08:30: was nine, now 12 [1]');
  });

  test('of a killed process is mended by the next', async () => {
    await postFlood();
    clock.advance({ minutes: 30 });
    await archive(2, clock.now().toString(), [later, river, army]);
    const now = clock.now();
    const { corrections } = newsroom.storage;
    await corrections.notice({ now, changedSince: now.subtract({ hours: 1 }), sentSince: now.subtract({ hours: 24 }) });
    expect(await corrections.claim({ now, until: now.add({ minutes: 5 }), limit: 10 })).toHaveLength(1);
    await tick();
    expect(chat.edits).toBe(0);
    clock.advance({ minutes: 6 });
    await tick();
    expect(chat.edits).toBe(1);
    expect(await states()).toEqual(['edited']);
  });
});

describe('the next briefing', () => {
  test('says first which toll rose since, with both hours', async () => {
    await postFlood();
    const article = makeTestArticle({
      id: 'dw:1',
      revision: 2,
      headline: 'Flood in Sarwana: toll rises',
      lead: later,
      paragraphs: [
        river,
        army,
        'Prime Minister Jonas Lindqvist flew to Sarwana and promised 40 million crowns of aid.',
      ],
      at: '2022-07-18T12:00:00Z',
    });
    clock.set('2022-07-18T12:05:00Z');
    await newsroom.archiver.archive(article, { archivedAt: clock.now(), isSeed: false });
    await tick();
    clock.set('2022-07-19T06:00:00Z');
    await tick();
    const lines = linesOf(chat.sent[1]?.message);
    // Below the heading and its date.
    expect(lines[1]).toMatch(
      /^UPDATE Killed: was 9 \(Sunday 22:00\), now 12 \(Monday 14:00\) · Flood in Sarwana: toll rises$/u,
    );
  });
});

describe('what is taken back', () => {
  const takeBack = (request: RecallRequest) => recall(request, newsroom);
  const quoted = async () =>
    (await newsroom.storage.articles.list({})).flatMap(({ sentences }) => sentences.map(({ text }) => text));

  test('a line is struck in its post, with the note, and quoted nowhere; undone, the post reads as before', async () => {
    await postFlood();
    const before = posted();
    clock.advance({ minutes: 30 });
    expect(await takeBack({ of: 'dw:1', line: 'bodies of nine people', note: 'It was a drill.' })).toEqual({
      articles: [{ id: 'dw:1', headline: 'Flood in Sarwana', lines: [flood] }],
      posts: 1,
    });
    await tick();
    expect(posted()).toContain(`~${flood}~[1]`);
    expect(posted()).toContain('Withdrawn 18 July 08:30: retracted by the operator of this service · It was a drill.');
    expect(await quoted()).toEqual([river, army]);
    clock.advance({ minutes: 30 });
    await takeBack({ of: 'dw:1', undo: true });
    await tick();
    expect(posted()).toEqual(before);
    expect(await quoted()).toEqual([flood, river, army]);
  });

  test('an article loses its title and lines in every post, however old, and answers say why they do not quote it', async () => {
    await postFlood();
    clock.advance({ hours: 24 * 30 });
    await takeBack({ of: 'dw:1' });
    await tick();
    expect(posted()).toContain(`~${flood}~[1]`);
    const [heading] =
      chat.sent[0]?.message.blocks.filter((block) => block.kind === 'heading' && block.level === 2) ?? [];
    expect(JSON.stringify(heading)).toContain('"text":"Flood in Sarwana","style":"struck"');
    expect(JSON.stringify(heading)).toContain('WITHDRAWN');
    expect(await newsroom.storage.articles.list({})).toEqual([]);
    expect(await newsroom.storage.articles.search(['flood'], { mode: 'any', limit: 5 })).toEqual([]);
    expect(await newsroom.services.answers.search('Sarwana flood')).toMatchObject({ refused: true });
    expect(await newsroom.services.answers.story('1')).toMatchObject({
      refused: true,
      text: expect.stringContaining('Withdrawn and no longer quoted: Flood in Sarwana'),
    });
    await takeBack({ of: 'dw:1', undo: true });
    await tick();
    expect(posted()).toContain(flood);
    expect(await newsroom.services.answers.search('Sarwana flood')).toMatchObject({ refused: false });
  });

  test('a line stays taken back when the article is revised', async () => {
    await postFlood();
    await takeBack({ of: 'dw:1', line: flood });
    const known = await newsroom.storage.articles.find('dw:1');
    const read = makeTestArticle({
      id: 'dw:1',
      revision: 3,
      headline: 'Flood',
      lead: flood,
      paragraphs: [river],
      at: clock.now().toString(),
    });
    expect(known && withRecallsOf(read, known).sentences.map(({ text }) => text)).toEqual([river]);
  });

  test('of a story takes all its articles, and one line out of two in a paragraph leaves the other', async () => {
    await archive(1, '2022-07-17T20:00:00Z', [flood, `${river} ${army}`]);
    clock.set('2022-07-18T06:00:00Z');
    await tick();
    await takeBack({ of: 'story:1', line: 'river Tamra' });
    expect(await quoted()).toEqual([flood, army]);
    await takeBack({ of: 'story:1', line: 'Ilse Kade' });
    expect(await quoted()).toEqual([flood]);
    await takeBack({ of: 'story:1', line: 'Tamra', undo: true });
    expect(await quoted()).toEqual([flood, river]);
    await takeBack({ of: 'story:1' });
    expect(await quoted()).toEqual([]);
  });

  test('is noticed after a kill between taking back and editing, and edited once', async () => {
    await postFlood();
    await takeBack({ of: 'dw:1', line: flood });
    const now = clock.now();
    const { corrections } = newsroom.storage;
    await corrections.notice({ now, changedSince: now.subtract({ hours: 1 }), sentSince: now });
    expect(await corrections.claim({ now, until: now.add({ minutes: 5 }), limit: 10 })).toHaveLength(1);
    clock.advance({ minutes: 6 });
    await Promise.all([tick(), tick()]);
    await tick();
    expect(chat.edits).toBe(1);
    expect(await states()).toEqual(['edited']);
  });

  test('is answered in the thread where the post may not be edited', async () => {
    await postFlood();
    await takeBack({ of: 'dw:1', line: flood, note: 'It was a drill.' });
    chat.failNext(new ChatError('no', { kind: 'rejected' }));
    await tick();
    expect(linesOf(chat.sent[1]?.message)[0]).toContain('retracted by the operator of this service · It was a drill.');
  });

  test('says what to do where nothing is meant', async () => {
    await postFlood();
    await expect(takeBack({ of: 'dw:9' })).rejects.toThrow('not in the archive');
    await expect(takeBack({ of: 'dw:1', line: 'volcano' })).rejects.toThrow('Copy the line');
    await expect(takeBack({ of: 'dw:1', line: 'the' })).rejects.toThrow('Enter more words');
    await expect(takeBack({ of: 'dw:1', undo: true })).rejects.toThrow('Nothing of');
    await takeBack({ of: 'dw:1' });
    await expect(takeBack({ of: 'dw:1' })).rejects.toThrow('already');
  });
});

describe('a note of the publisher on its mistake', () => {
  const note =
    'Correction, July 18: An earlier version of this article misspelled the name of Ilse Kade. We regret the error.';
  const misspelled = army.replace('Kade', 'Karde');

  test('is quoted under the line that it is about, and in the story and its evidence', async () => {
    await archive(1, '2022-07-17T20:00:00Z', [flood, river, misspelled]);
    clock.set('2022-07-18T06:00:00Z');
    await tick();
    await revise(flood, river, army, note);
    expect(posted()).toContain(`~${misspelled}~[1] ${army}[1]`);
    expect(posted()).toContain(
      `Corrected 18 July 08:30: the article now puts it differently [1] · Publisher's note: ${note}`,
    );
    expect(posted()).not.toContain(note);
    const story = await newsroom.services.answers.story('1');
    const corrections = story.sections?.find(({ heading }) => heading === "The publisher's corrections");
    expect(corrections?.statements.map(({ text }) => text).join(' ')).toBe(note);
    expect(JSON.stringify(await newsroom.services.explain('dw:1', {}))).toContain(note);
  });

  test('about something that was not posted changes no post', async () => {
    await postFlood();
    const before = posted();
    await revise(
      flood,
      river,
      army,
      'Correction: An earlier version of this article showed a picture of another river.',
    );
    expect(posted()).toEqual(before);
  });
});
