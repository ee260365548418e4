import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { consequenceOf } from '../../src/briefings/ranking/event-values.ts';
import { defaultRankWeights } from '../../src/briefings/ranking/rank-factors.ts';
import { ChatError } from '../../src/chat/chat.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from '../commands/newsroom.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

let room: TestNewsroom;

/** A Wednesday, ten in the morning in Berlin. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z', 'breaking: { topPlaces: 0 }');
});
afterEach(() => room.close());

const places = ['mill', 'harbor', 'bridge', 'market', 'school', 'station'];

/** Another article on the flood in Sarwana, saying something of its own. */
function flood(number: number, facts: { readonly at?: string; readonly language?: string } = {}) {
  const place = places[number % places.length];
  return room.archive({
    id: `dw:${number + 1}`,
    headline: `Flood in Sarwana district reaches the ${place}`,
    lead: `The flood in the Sarwana district of Indonesia has reached the ${place} near the river Tamra.`,
    paragraphs: [`Rescuers brought ${(number + 2) * 7} people from the ${place} to safety, chief Dewi Lestarini said.`],
    topics: ['asia'],
    ...facts,
  });
}

async function breaks(): Promise<void> {
  for (const number of [0, 1, 2]) await flood(number);
}

const subscribe = (as: string, channel = 'here', interest = 'asia') =>
  room.command('subscribe', { interest, times: '18:00', as }, room.callerIn(channel));

const alerts = (): string[] =>
  room.chat.sent
    .filter(({ message }) => message.summary.includes('Breaking'))
    .map(({ post: { channelId } }) => channelId);

async function tickAt(instant: string): Promise<void> {
  room.clock.set(instant);
  await room.outbox.tick();
}

describe('an event that weighs enough', () => {
  const strike = (id: string, headline: string) =>
    room.archive({
      ...{ id, headline, topics: ['asia'], paragraphs: [] },
      lead: 'At least 70 people were killed when missiles struck the capital of Sarwana on Wednesday, police said.',
    });

  test('alerts with its first article, and no second time with the next', async () => {
    await subscribe('alerts');
    await strike('dw:21', 'Sarwana: Missile attack kills at least 70 in capital');
    await tickAt('2026-05-06T08:01:00Z');
    expect(alerts()).toEqual(['here']);
    await strike('dw:22', 'Sarwana: Death toll of missile attack on capital rises to 90');
    await tickAt('2026-05-06T08:05:00Z');
    expect(alerts()).toEqual(['here']);
  });

  test('does not with an explainer of it', async () => {
    await subscribe('alerts');
    await strike('dw:21', 'Why did the missile attack kill at least 70 in Sarwana?');
    await tickAt('2026-05-06T08:01:00Z');
    expect(alerts()).toEqual([]);
  });

  test('weighs nothing as the turn of a live blog that names its affair', () => {
    const article = makeTestArticle({
      ...{
        id: 'dw:21',
        headline: 'Sarwana war: Missile attack kills at least 70',
        paragraphs: [],
        at: '2026-05-06T08:00:00Z',
      },
    });
    expect(consequenceOf({ ...article, kind: 'live' }, defaultRankWeights)).toBe(0);
    expect(consequenceOf(article, defaultRankWeights)).toBeGreaterThan(1);
  });
});

describe('a story that breaks', () => {
  test('alerts the channels that asked and whose interest it meets, once', async () => {
    await subscribe('alerts', 'asked');
    await subscribe('both', 'asked-for-both');
    await subscribe('digest', 'briefed');
    await subscribe('alerts', 'elsewhere', 'sports');
    await flood(0);
    await flood(1);
    await tickAt('2026-05-06T08:01:00Z');
    expect(alerts()).toEqual([]);
    await flood(2);
    await tickAt('2026-05-06T08:02:00Z');
    expect(alerts().toSorted()).toEqual(['asked', 'asked-for-both']);
    await flood(3);
    await tickAt('2026-05-06T08:30:00Z');
    expect(alerts()).toHaveLength(2);
  });

  test('is told short', async () => {
    await subscribe('alerts');
    await breaks();
    await tickAt('2026-05-06T08:01:00Z');
    const message = room.chat.sent[0]?.message;
    const told = textOf(message);
    expect(told).toContain('Breaking: Asia');
    expect(told).toContain('to safety');
    const sources = message?.blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : []));
    expect(sources?.map(({ title }) => title)).toContain('Flood in Sarwana district reaches the mill');
    expect(await room.storage.deliveries.list({ limit: 9 })).toMatchObject([{ slot: 'alert-1', state: 'sent' }]);
  });

  test('told by an alert is not told again by the next briefing, which tells what came since', async () => {
    await subscribe('both');
    await breaks();
    await tickAt('2026-05-06T08:01:00Z');
    const alert = textOf(room.chat.sent[0]?.message);
    await room.runTo('2026-05-06T10:00:00Z');
    await room.archive({
      id: 'dw:60',
      headline: 'Flood in Sarwana district: army opens a dam',
      lead: 'The army has opened a dam above the flooded Sarwana district of Indonesia, engineer Budi Santoso said.',
      paragraphs: [],
      topics: ['asia'],
    });
    await room.runTo('2026-05-06T16:00:00Z');
    const briefing = textOf(room.chat.sent[1]?.message);
    const said = alert.split('\n').filter((line) => line.includes('to safety'));
    expect(said.length).toBeGreaterThan(0);
    for (const line of said) expect(briefing).not.toContain(line);
    expect(briefing).toContain('The army has opened a dam');
  });

  test('leaves the window of the briefings alone', async () => {
    await subscribe('both');
    const before = (await room.storage.subscriptions.list())[0]?.windowStart;
    await breaks();
    await tickAt('2026-05-06T08:01:00Z');
    expect(alerts()).toHaveLength(1);
    expect((await room.storage.subscriptions.list())[0]?.windowStart).toEqual(before);
  });

  test('alerts a channel once, however many of its subscriptions it meets', async () => {
    await subscribe('alerts');
    await subscribe('alerts', 'here', 'everything');
    await breaks();
    await tickAt('2026-05-06T08:01:00Z');
    expect(alerts()).toHaveLength(1);
  });

  test('alerts nobody again under the id it was merged into', async () => {
    await subscribe('alerts');
    await breaks();
    await tickAt('2026-05-06T08:01:00Z');
    await room.archive({ id: 'dw:50', headline: 'Ferry sinks off Valmora', lead: 'A ferry sank.', paragraphs: [] });
    await room.storage.storyMoves.merge(1, 2, 0.5, room.clock.now());
    await tickAt('2026-05-06T08:02:00Z');
    expect(alerts()).toHaveLength(1);
  });

  test('alerts no channel that muted it', async () => {
    await subscribe('alerts');
    await breaks();
    const { channel } = room.callerIn('here');
    const facts = { by: 'u1', at: room.clock.now(), zone: 'UTC', language: 'en' };
    await room.storage.mutedStories.add(channel, 1, facts);
    await tickAt('2026-05-06T08:01:00Z');
    expect(alerts()).toEqual([]);
  });
});

test('where a top feed is read, a story must stand high in it', async () => {
  await room.close();
  room = await openTestNewsroom('2026-05-06T08:00:00Z', 'breaking: { topPlaces: 3 }');
  await subscribe('alerts');
  await breaks();
  await tickAt('2026-05-06T08:01:00Z');
  expect(alerts()).toEqual([]);
  await listOnTop('dw:2', 3);
  await tickAt('2026-05-06T08:02:00Z');
  expect(alerts()).toEqual([]);
  await listOnTop('dw:2', 2);
  await tickAt('2026-05-06T08:03:00Z');
  expect(alerts()).toHaveLength(1);
});

/** In the editors' feed, so many places from its top. */
async function listOnTop(articleId: string, position: number): Promise<void> {
  await room.storage.feeds.register(room.config.feeds.list);
  const entry = {
    id: articleId,
    position,
    kind: 'article',
    url: 'https://www.dw.com/a-2',
    title: 'Flood',
    categories: [],
  } as const;
  const outcome = { state: 'stored', reason: 'new', at: room.clock.now() } as const;
  await room.storage.feeds.recordEntry('rss-en-top', entry, outcome);
}

describe('no flood', () => {
  test('after downtime: what was published long before is no alert', async () => {
    await subscribe('alerts');
    room.clock.set('2026-05-07T08:00:00Z');
    for (const number of [0, 1, 2]) await flood(number, { at: '2026-05-06T20:00:00Z' });
    await tickAt('2026-05-07T08:01:00Z');
    expect(alerts()).toEqual([]);
  });

  test('of many stories at once: no more than a day may bring', async () => {
    await subscribe('alerts');
    const words = ['ferry', 'volcano', 'election', 'museum', 'airport', 'orchestra'];
    for (const [story, word] of words.entries()) {
      for (const part of [1, 2, 3]) {
        await room.archive({
          id: `dw:${story * 10 + part + 100}`,
          headline: `${word} ${word} of Kalumba${story} makes ${word} news`,
          lead: `The ${word} of Kalumba${story} has ${word} trouble number ${part}, the ${word} office of Kalumba${story} said.`,
          paragraphs: [],
          topics: ['asia'],
        });
      }
    }
    await tickAt('2026-05-06T08:01:00Z');
    await tickAt('2026-05-06T08:02:00Z');
    expect(alerts()).toHaveLength(4);
  });
});

describe('quiet hours', () => {
  beforeEach(async () => {
    await room.command('settings', { quiet: '12:00-14:00', zone: 'UTC' });
    await subscribe('alerts');
  });

  test('hold an alert back, and let it go after them while the story still breaks', async () => {
    room.clock.set('2026-05-06T11:59:59Z');
    await breaks();
    await tickAt('2026-05-06T12:00:00Z');
    await tickAt('2026-05-06T13:59:59Z');
    expect(alerts()).toEqual([]);
    await tickAt('2026-05-06T14:00:00Z');
    expect(alerts()).toHaveLength(1);
  });

  test('end an alert whose story breaks no more after them', async () => {
    room.clock.set('2026-05-06T12:00:00Z');
    for (const number of [0, 1, 2]) await flood(number, { at: '2026-05-06T07:30:00Z' });
    await tickAt('2026-05-06T13:00:00Z');
    await tickAt('2026-05-06T14:00:00Z');
    expect(alerts()).toEqual([]);
  });

  test('that begin before a retry withdraw it, unless it may stand in the channel already', async () => {
    room.clock.set('2026-05-06T11:59:00Z');
    await breaks();
    room.chat.failNext(new ChatError('No answer in time', { kind: 'ambiguous' }), { afterPosting: true });
    await tickAt('2026-05-06T11:59:50Z');
    await tickAt('2026-05-06T12:00:10Z');
    await tickAt('2026-05-06T14:00:00Z');
    expect(alerts()).toHaveLength(1);
    expect(await room.storage.deliveries.counts()).toEqual({ sent: 1 });
  });
});

test('an alert of a killed process is sent once by the next', async () => {
  await subscribe('alerts');
  await breaks();
  const now = room.clock.now();
  room.chat.failNext(new ChatError('No answer in time', { kind: 'ambiguous' }), { afterPosting: true });
  await tickAt('2026-05-06T08:00:01Z');
  await room.storage.deliveries.claim({ now: now.add({ minutes: 5 }), until: now.add({ minutes: 7 }), limit: 9 });
  await tickAt('2026-05-06T08:08:00Z');
  expect(alerts()).toHaveLength(1);
  expect(await room.storage.deliveries.counts()).toEqual({ sent: 1 });
});

describe('a subscription that cannot be read', () => {
  /** As one that was imported, or kept since before this release. */
  async function add(channelId: string, interest: string): Promise<void> {
    const now = room.clock.now();
    await room.storage.subscriptions.add(
      newSubscription({
        channel: room.callerIn(channelId).channel,
        interest,
        as: 'alerts',
        createdBy: 'ann',
        createdAt: now,
      }),
    );
  }

  test('for its topic, which is gone, keeps nobody else from their alerts', async () => {
    await add('stale', 'topic:gone');
    await subscribe('alerts', 'well');
    await breaks();
    await tickAt('2026-05-06T08:01:00Z');
    expect(alerts()).toEqual(['well']);
  });

  test('for the zone of its quiet hours is not woken, and keeps nobody else from their alerts', async () => {
    await subscribe('alerts', 'lost');
    await subscribe('alerts', 'well');
    const channel = room.callerIn('lost').channel;
    const quiet = { from: '22:00', until: '07:00' };
    await room.storage.channels.save(channel, { zone: 'Mars/Base', language: 'en', quiet }, room.clock.now());
    await breaks();
    await tickAt('2026-05-06T08:01:00Z');
    expect(alerts()).toEqual(['well']);
  });
});
