import { beforeEach, describe, expect, test } from 'vitest';
import { ChatError } from '../../src/chat/chat.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { otherReason } from '../../src/wording/reason.ts';
import { FakeChat } from '../fakes/fake-chat.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const caller = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: 'en' };

let clock: FakeClock;
let newsroom: Newsroom;
let chat: FakeChat;

beforeEach(async () => {
  clock = new FakeClock('2022-07-17T18:00:00Z');
  newsroom = await openNewsroom({
    config: parseConfig('briefings: { quiet: daily }', 'test'),
    db: await openMemoryDatabase(),
    clock,
    log: silentLog,
  });
  chat = new FakeChat();
  await newsroom.services.subscriptions.add(caller, { interest: 'everything', times: '08:00', zone: 'Europe/Berlin' });
  return () => newsroom.storage.close();
});

/** What a restart leaves: a new outbox over the same archive. */
function outbox() {
  return createNewsroomOutbox(newsroom, [chat]);
}

async function archive(id: string, toll: number, at: string, revision = 1): Promise<void> {
  const article = makeTestArticle({
    id: `dw:${id}`,
    revision,
    headline: `Flood in Sarwana kills ${toll}`,
    lead: `Rescuers have found the bodies of ${toll} people in the flooded Sarwana district.`,
    paragraphs: [`The river Tamra rose by four meters at ${at}. The army sent boats to ${toll * 3} villages.`],
    at,
  });
  await newsroom.archiver.archive(article, { archivedAt: Temporal.Instant.from(at), isSeed: false });
}

function headings(): string[] {
  return chat.sent.map(({ message }) => message.summary);
}

describe('a due slot', () => {
  test('is delivered once, however often the tick comes and whoever restarts', async () => {
    await archive('1', 9, '2022-07-17T20:00:00Z');
    clock.set('2022-07-18T06:00:00Z');
    expect(await outbox().tick()).toBe(1);
    expect(await outbox().tick()).toBe(0);
    clock.advance({ minutes: 30 });
    expect(await outbox().tick()).toBe(0);
    expect(headings()).toHaveLength(1);
    expect(headings()[0]).toContain('Flood in Sarwana kills 9');
  });

  test('is not delivered before its time', async () => {
    clock.set('2022-07-18T05:59:59Z');
    expect(await outbox().tick()).toBe(0);
    expect(chat.sent).toEqual([]);
  });

  test('says so when nothing is new, with the next time', async () => {
    clock.set('2022-07-18T06:00:00Z');
    await outbox().tick();
    expect(JSON.stringify(chat.sent[0]?.message.blocks)).toContain('Nothing new since');
    expect(JSON.stringify(chat.sent[0]?.message.blocks)).toContain('tomorrow 08:00');
  });
});

test('by default a channel without news hears one line a week', async () => {
  const weekly = { ...newsroom, config: parseConfig('', 'test') };
  const days = Array.from({ length: 15 }, (_, day) =>
    Temporal.Instant.from('2022-07-18T06:00:00Z').add({ hours: 24 * day }),
  );
  const posted: string[] = [];
  for (const day of days) {
    clock.set(day.toString());
    await createNewsroomOutbox(weekly, [chat]).tick();
    if (chat.sent.length > posted.length) posted.push(day.toString());
  }
  expect(posted).toEqual(['2022-07-24T06:00:00Z', '2022-07-31T06:00:00Z']);
  expect(JSON.stringify(chat.sent[0]?.message.blocks)).toContain('Nothing new since');
});

test('the second briefing tells only what is new, and the number that moved', async () => {
  await archive('1', 9, '2022-07-17T20:00:00Z');
  clock.set('2022-07-18T06:00:00Z');
  await outbox().tick();
  await archive('1', 12, '2022-07-18T20:00:00Z', 2);
  clock.set('2022-07-19T06:00:00Z');
  await outbox().tick();
  const told = JSON.stringify(chat.sent[1]?.message.blocks);
  expect(told).toContain('12 people');
  expect(told).not.toContain('9 people');
  clock.set('2022-07-20T06:00:00Z');
  await outbox().tick();
  expect(JSON.stringify(chat.sent[2]?.message.blocks)).toContain('Nothing new');
});

describe('after downtime', () => {
  test('the latest missed slot is delivered late, older ones are recorded as missed, and no news is lost', async () => {
    await archive('1', 9, '2022-07-17T20:00:00Z');
    clock.set('2022-07-20T07:00:00Z');
    expect(await outbox().tick()).toBe(1);
    expect(headings()[0]).toContain('Flood in Sarwana kills 9');
    expect(JSON.stringify(chat.sent[0]?.message.blocks)).toContain('late');
    expect(await newsroom.storage.deliveries.counts()).toEqual({ missed: 2, sent: 1 });
  });

  test('a slot whose grace is over is missed and its news falls into the next window', async () => {
    await archive('1', 9, '2022-07-17T20:00:00Z');
    clock.set('2022-07-18T11:00:00Z');
    expect(await outbox().tick()).toBe(0);
    clock.set('2022-07-19T06:00:00Z');
    expect(await outbox().tick()).toBe(1);
    expect(headings()[0]).toContain('Flood in Sarwana kills 9');
  });
});

test('what is archived after the clock was set back is told by the next briefing', async () => {
  clock.set('2022-07-18T06:00:00Z');
  await outbox().tick();
  clock.set('2022-07-18T05:10:00Z');
  await archive('1', 9, '2022-07-18T05:10:00Z');
  clock.set('2022-07-19T06:00:00Z');
  await outbox().tick();
  expect(headings()).toEqual([expect.anything(), expect.stringContaining('Flood in Sarwana kills 9')]);
});

describe('trouble', () => {
  test('a failing chat is tried again later, with growing pauses, and then it is dead with the reason', async () => {
    clock.set('2022-07-18T06:00:00Z');
    for (let attempt = 0; attempt < 8; attempt++) {
      chat.failNext(new ChatError('The platform is busy', { kind: 'retryable' }));
      await outbox().tick();
      clock.advance({ hours: 1 });
    }
    const [delivery] = await newsroom.storage.deliveries.list({ limit: 1 });
    expect(delivery).toMatchObject({ state: 'dead', attempts: 8, reason: otherReason('The platform is busy') });
    expect(chat.sent).toEqual([]);
  });

  test('a retry waits as long as the platform asks', async () => {
    clock.set('2022-07-18T06:00:00Z');
    chat.failNext(new ChatError('Slow down', { kind: 'retryable', retryAfterMs: 90_000 }));
    await outbox().tick();
    clock.advance({ seconds: 89 });
    expect(await outbox().tick()).toBe(0);
    clock.advance({ seconds: 1 });
    expect(await outbox().tick()).toBe(1);
  });

  test('a lost channel suspends the subscription, keeps it, and says why', async () => {
    clock.set('2022-07-18T06:00:00Z');
    chat.failNext(new ChatError('The channel is gone', { kind: 'lost-channel' }));
    await outbox().tick();
    const [subscription] = await newsroom.storage.subscriptions.list();
    expect(subscription).toMatchObject({ state: 'suspended', reason: otherReason('The channel is gone') });
  });

  test('a send whose end is not known is looked up before it is sent again', async () => {
    chat = new FakeChat({ postsAgain: true });
    clock.set('2022-07-18T06:00:00Z');
    chat.failNext(new ChatError('No answer in time', { kind: 'ambiguous' }), { afterPosting: true });
    await outbox().tick();
    clock.advance({ minutes: 5 });
    await outbox().tick();
    expect(chat.sent).toHaveLength(1);
    expect(await newsroom.storage.deliveries.counts()).toEqual({ sent: 1 });
  });

  test('a claim of a killed process is taken over when its lease is over', async () => {
    clock.set('2022-07-18T06:00:00Z');
    await newsroom.storage.deliveries.insert([
      {
        id: '1-2022-07-18T08:00',
        subscriptionId: 1,
        slot: '2022-07-18T08:00',
        dueAt: clock.now(),
        windowStart: Temporal.Instant.from('2022-07-17T06:00:00Z'),
        windowEnd: clock.now(),
        state: 'due',
        attempts: 0,
        isLate: false,
      },
    ]);
    await newsroom.storage.deliveries.claim({ now: clock.now(), until: clock.now().add({ minutes: 2 }), limit: 1 });
    expect(await outbox().tick()).toBe(0);
    clock.advance({ minutes: 2 });
    expect(await outbox().tick()).toBe(1);
  });
});
