import { beforeEach, describe, expect, test } from 'vitest';
import { ChatError, type PostRef } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { type Database, openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeChat } from '../fakes/fake-chat.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const asker = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: 'en' };

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
  await newsroom.services.subscriptions.add(asker, { interest: 'everything', times: '08:00', zone: 'Europe/Berlin' });
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
    expect(lines[0]).toMatch(
      /^UPDATE Killed: was 9 \(Sunday 22:00\), now 12 \(Monday 14:00\) · Flood in Sarwana: toll rises$/u,
    );
  });
});
