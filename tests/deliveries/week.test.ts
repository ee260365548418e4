import { beforeEach, expect, test } from 'vitest';
import { renderTerminal } from '../../src/chat/local/render-terminal.ts';
import { parseConfig } from '../../src/config/config.ts';
import { recall } from '../../src/ingest/recall.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { describeWhen } from '../../src/subscriptions/subscription.ts';
import { FakeChat } from '../fakes/fake-chat.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const caller = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: 'en' };

let clock: FakeClock;
let newsroom: Newsroom;
let chat: FakeChat;

beforeEach(async () => {
  // A Monday.
  clock = new FakeClock('2026-03-02T06:00:00Z');
  newsroom = await openNewsroom({
    config: parseConfig('', 'test'),
    db: await openMemoryDatabase(),
    clock,
    log: silentLog,
  });
  chat = new FakeChat();
  return () => newsroom.storage.close();
});

async function archive(id: number, at: string, headline: string, lead: string): Promise<void> {
  clock.set(at);
  const article = makeTestArticle({ id: `dw:${id}`, headline, lead, paragraphs: [], at });
  await newsroom.archiver.archive(article, { archivedAt: clock.now(), isSeed: false });
}

/** The flood of Sarwana lasts for three days, the bridge of Lanzberg for one. */
async function archiveWeek(): Promise<void> {
  await archive(
    1,
    '2026-03-03T08:00:00Z',
    'Flood in Sarwana kills nine',
    'Flood in Sarwana kills nine people on Tuesday, officials in the valley of the Tamra said.',
  );
  await archive(
    2,
    '2026-03-03T09:00:00Z',
    'Bridge opens in Lanzberg',
    'The mayor of Lanzberg opened a bridge over the Elde on Tuesday.',
  );
  await archive(
    3,
    '2026-03-04T08:00:00Z',
    'Flood in Sarwana: Tamra keeps rising',
    'The flood of the Tamra in Sarwana reached two more villages on Wednesday.',
  );
  await archive(
    4,
    '2026-03-06T08:00:00Z',
    'Flood in Sarwana: 31 killed',
    'The flood of the Tamra in Sarwana killed 31 people by Friday, officials said.',
  );
}

const tick = () => createNewsroomOutbox(newsroom, [chat]).tick();
const posted = () => chat.sent.map(({ message }) => renderTerminal(message, { width: 110, color: false }));

test('a week in review comes on Sunday: what lasted with its first and its last state, what was of a day with one line', async () => {
  const subscription = await newsroom.services.subscriptions.add(caller, {
    interest: 'everything',
    as: 'week',
    zone: 'UTC',
  });
  expect(describeWhen(subscription)).toBe('week in review, Sunday at 08:00 (UTC)');
  await archiveWeek();
  await tick();
  expect(posted()).toEqual([]);
  clock.set('2026-03-08T08:00:00Z');
  await tick();
  const [review = '', ...others] = posted();
  expect(others).toEqual([]);
  expect(review).toContain('The week in review');
  expect(review).toContain('Flood in Sarwana: 31 killed');
  expect(review).toMatch(/Tuesday 3 March: “Flood in Sarwana kills nine”/u);
  expect(review).toMatch(/Friday 6 March: “The flood of the Tamra in Sarwana killed 31 people/u);
  expect(review).toMatch(/Tuesday 3 March: “The mayor of Lanzberg opened a bridge/u);
  expect(review).not.toContain('two more villages');
});

test('can be previewed, keeps its day when it is edited, and shares a channel with the daily briefing', async () => {
  await newsroom.services.subscriptions.add(caller, { interest: 'everything', times: '08:00', zone: 'UTC' });
  const { id } = await newsroom.services.subscriptions.add(caller, {
    interest: 'everything',
    as: 'week',
    days: 'fri',
    zone: 'UTC',
  });
  await archiveWeek();
  clock.advance({ hours: 1 });
  const subscription = await newsroom.services.subscriptions.change(caller, id, {
    interest: 'everything',
    times: 'Friday at 17:00',
  });
  expect(subscription).toMatchObject({ as: 'week', schedule: { days: [5], times: ['17:00'] } });
  const preview = renderTerminal(await newsroom.services.briefings.preview(subscription), { width: 110, color: false });
  expect(preview).toContain('Flood in Sarwana: 31 killed');
  expect(preview).toContain('The week in review');
});

test('a line that is a headline stays when that changes, and is struck when its article is taken back', async () => {
  await newsroom.services.subscriptions.add(caller, { interest: 'everything', as: 'week', zone: 'UTC' });
  await archiveWeek();
  clock.set('2026-03-08T08:00:00Z');
  await tick();
  clock.set('2026-03-08T09:00:00Z');
  const revised = makeTestArticle({
    id: 'dw:1',
    revision: 2,
    headline: 'Tamra floods villages',
    lead: 'Flood in Sarwana kills 11 people on Tuesday, officials in the valley of the Tamra said.',
    paragraphs: [],
    at: '2026-03-08T08:30:00Z',
  });
  const toll = makeTestArticle({
    id: 'dw:4',
    revision: 2,
    headline: 'Flood in Sarwana: 33 killed',
    lead: 'The flood of the Tamra in Sarwana killed 33 people by Friday, officials said.',
    paragraphs: [],
    at: '2026-03-08T08:30:00Z',
  });
  for (const one of [revised, toll]) await newsroom.archiver.archive(one, { archivedAt: clock.now(), isSeed: false });
  await tick();
  expect(posted()[0]).toMatch(/Tuesday 3 March: “Flood in Sarwana kills nine”/u);
  expect(posted()[0]).toContain('killed 33 people');
  expect(await recall({ of: 'dw:1', note: 'It was a drill.' }, newsroom)).toMatchObject({ posts: 1 });
  clock.set('2026-03-08T09:05:00Z');
  await tick();
  expect(posted()[0]).toMatch(/Tuesday 3 March: ~Flood in Sarwana kills nine~/u);
  expect(posted()[0]).toContain('It was a drill.');
});

test('is no alert, and posted also where nothing lasted', async () => {
  await newsroom.services.subscriptions.add(caller, { interest: 'everything', as: 'week', zone: 'UTC' });
  expect(await newsroom.storage.subscriptions.wantingAlerts(clock.now())).toEqual([]);
  await archive(
    2,
    '2026-03-03T09:00:00Z',
    'Bridge opens in Lanzberg',
    'The mayor of Lanzberg opened a bridge on Tuesday.',
  );
  clock.set('2026-03-08T08:00:00Z');
  await tick();
  expect(posted()).toEqual([expect.stringContaining('Bridge opens in Lanzberg')]);
});

test('the first briefing of a channel in a week says what is to come, with articles that were delivered before', async () => {
  await newsroom.services.subscriptions.add(caller, { interest: 'everything', times: '08:00', zone: 'UTC' });
  const day = async (date: string, id: number, headline: string, lead: string) => {
    await archive(id, `${date}T07:00:00Z`, headline, lead);
    clock.set(`${date}T08:00:00Z`);
    await tick();
    return (posted().at(-1) ?? '').split('Ahead').slice(1);
  };
  const vote = 'Lanzberg will elect a new parliament on March 22.';
  const tuesday = await day('2026-03-03', 1, 'Lanzberg dissolves parliament', vote);
  // The story itself tells it, so that nothing is said twice.
  expect(tuesday).toEqual([]);
  const talks = 'Ministers of Sarwana and Lanzberg will meet for talks in Tamra on March 14.';
  const wednesday = await day('2026-03-04', 2, 'Sarwana: Flood kills nine', 'A flood killed nine people in Sarwana.');
  const sunday = await day('2026-03-08', 3, 'Sarwana and Lanzberg agree on talks about the Elde', talks);
  expect([wednesday, sunday]).toEqual([[], []]);
  const [monday = ''] = await day('2026-03-09', 4, 'Bridge opens in Tamra', 'The mayor of Tamra opened a bridge.');
  expect(monday).toMatch(/Saturday 14 March: “Ministers of Sarwana[\s\S]*Sunday 22 March: “Lanzberg will elect/u);
});
