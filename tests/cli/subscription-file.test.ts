import { beforeEach, describe, expect, test } from 'vitest';
import { formatSubscriptions } from '../../src/cli/verbs/export.ts';
import { importSubscriptions, parseSubscriptions } from '../../src/cli/verbs/import-subscriptions.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import { topicNames } from '../../src/subscriptions/topic-names.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const topics = topicNames(['asia', 'sports'].map((id) => ({ id, name: {} })));
const now = Temporal.Instant.from('2026-05-06T08:00:00Z');
const file = `# Two channels
channels:
  - platform: discord
    workspace: "9001"
    channel: "77"
    zone: Asia/Seoul
    language: en
    quiet: 22:00-07:00
    subscriptions:
      - interest: (actor:"Park Jin" OR "forced labor") AND NOT sports
        when: weekdays at 08:00 and 17:00
        zone: Asia/Seoul
        language: en
        length: short
        stories: 3
        toldUntil: 2026-05-05T23:00:00Z
        createdBy: u1
      - interest: everything
        when: Monday and Friday at 12:00
        as: both
        paused: true
        pausedUntil: 2026-12-23T15:00:00Z
  - platform: slack
    workspace: T1
    channel: C1
    subscriptions:
      - interest: asia
`;

let storage: Storage;
beforeEach(async () => {
  storage = createStorage(await openMemoryDatabase());
  return () => storage.close();
});

const bringIn = (text: string, into = storage) => importSubscriptions(parseSubscriptions(text, topics), into, now);

async function written(from: Storage): Promise<string> {
  const byChannel = Map.groupBy(await from.subscriptions.list(), ({ channel }) => channel.channelId);
  const channels = await Promise.all(
    [...byChannel.values()].map(async (subscriptions) => ({
      subscriptions,
      settings: (await from.channels.find((subscriptions[0] as Subscription).channel)) ?? {
        zone: 'UTC',
        language: 'en',
      },
    })),
  );
  return formatSubscriptions(channels);
}

describe('what is exported and imported elsewhere', () => {
  test('is the same there', async () => {
    await bringIn(file);
    const other = createStorage(await openMemoryDatabase());
    await bringIn(await written(storage), other);
    expect(await other.subscriptions.list()).toEqual(await storage.subscriptions.list());
    expect(await written(other)).toBe(await written(storage));
    await other.close();
  });

  test('holds everything a person decided', async () => {
    await bringIn(file);
    const [first, second, third] = await storage.subscriptions.list();
    expect(first).toMatchObject({
      interest: '(actor:"Park Jin" OR "forced labor") AND NOT sports',
      schedule: { days: [1, 2, 3, 4, 5], times: ['08:00', '17:00'], zone: 'Asia/Seoul' },
      length: 'short',
      maxStories: 3,
      createdBy: 'u1',
      state: 'active',
      quiet: { from: '22:00', until: '07:00', zone: 'Asia/Seoul' },
      windowStart: Temporal.Instant.from('2026-05-05T23:00:00Z'),
    });
    expect(second).toMatchObject({
      as: 'both',
      state: 'paused',
      pausedUntil: Temporal.Instant.from('2026-12-23T15:00:00Z'),
    });
    expect(third).toMatchObject({ channel: { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } });
  });
});

describe('an import', () => {
  test('done twice changes nothing more', async () => {
    expect(await bringIn(file)).toEqual({ added: 3, changed: 0, unchanged: 0, unknownMuted: 0 });
    const before = await storage.subscriptions.list();
    expect(await bringIn(file)).toEqual({ added: 0, changed: 0, unchanged: 3, unknownMuted: 0 });
    expect(await storage.subscriptions.list()).toEqual(before);
  });

  test('brings what there is to what the file says, and removes nothing', async () => {
    await bringIn(file);
    const edited = file.replace('length: short', 'length: long').replace(/- platform: slack[\s\S]*/, '');
    expect(await bringIn(edited)).toEqual({ added: 0, changed: 1, unchanged: 1, unknownMuted: 0 });
    expect((await storage.subscriptions.list()).map(({ length }) => length)).toEqual(['long', 'normal', 'normal']);
  });

  test('of several mistakes names each with its line, and brings in nothing', async () => {
    const wrong = file
      .replace('AND NOT sports', 'AND NOT')
      .replace('Monday and Friday at 12:00', 'Monday at 25:00')
      .replace('22:00-07:00', 'at night')
      .replace('- interest: asia', '- interest: asia\n        length: endless\n        zone: Atlantis');
    expect(() => parseSubscriptions(wrong, topics)).toThrow(
      [
        '5 problems; nothing was imported.',
        '  line 8: channels.0.quiet: "at night" isn\'t a time range. Use something like 22:00-07:00, or "off".',
        "  line 10: channels.0.subscriptions.0.interest: There's a problem with the interest at character 45: something is missing at the end.",
        '  line 19: channels.0.subscriptions.1.when: "25:00" isn\'t a time of day. Use times such as 08:00, 8am or "08:00 and 17:00".',
        '  line 28: channels.1.subscriptions.0.length: Unknown length "endless". Use headlines, short, normal or long.',
        '  line 29: channels.1.subscriptions.0.zone: Unknown time zone "Atlantis". Use a name such as Europe/Berlin or Asia/Seoul.',
      ].join('\n'),
    );
  });

  test.each([
    ['channels: [', 'line 1: not valid YAML'],
    [
      'subscriptions: []',
      'line 1: subscriptions: unknown key; compare with the output of `kurzwelle export --subscriptions`',
    ],
    [file.replace('platform: slack', 'platform: irc'), 'line 23: channels.1.platform'],
    [
      file.replace('2026-05-05T23:00:00Z', 'lately'),
      'line 16: channels.0.subscriptions.0.toldUntil: "lately" is not a date and time',
    ],
    [
      file.replace('stories: 3', 'stories: 99'),
      'line 15: channels.0.subscriptions.0.stories: "99" isn\'t a valid number of stories',
    ],
  ])('refuses %j', (text, expected) => {
    expect(() => parseSubscriptions(text, topics)).toThrow(expected);
  });

  test('that would put the same twice into a channel is refused whole', async () => {
    await expect(bringIn(`${file}      - interest: Asia\n`)).rejects.toThrow(
      'line 28: channels.1.subscriptions.1: the channel has the same subscription twice; leave one out',
    );
    expect(await storage.subscriptions.list()).toEqual([]);
    expect(await storage.channels.find({ platform: 'slack', workspaceId: 'T1', channelId: 'C1' })).toBeUndefined();
  });

  test('that would be too much for a channel is refused whole', async () => {
    const many = Array.from({ length: 26 }, (_, index) => `      - interest: word${index}\n`).join('');
    await expect(bringIn(file.replace('      - interest: asia\n', many))).rejects.toThrow(
      '25 subscriptions, the maximum',
    );
    expect(await storage.subscriptions.list()).toEqual([]);
  });
});

const dressed = file
  .replace('    language: en\n', '    language: en\n    unfurl: true\n')
  .replace(
    '        stories: 3\n',
    '        stories: 3\n        mention: "123456789012345678"\n        look: { name: Asia desk, picture: https://example.org/desk.png, color: "#05b2fc", publish: on, threads: story }\n',
  );

test('whom posts mention, how they look and whether links are told goes along', async () => {
  await bringIn(dressed);
  expect(await storage.subscriptions.find(1)).toMatchObject({
    mention: '123456789012345678',
    look: {
      name: 'Asia desk',
      pictureUrl: 'https://example.org/desk.png',
      color: '#05b2fc',
      publish: true,
      storyThreads: true,
    },
  });
  expect(await written(storage)).toContain('unfurl: true');
  expect(await bringIn(await written(storage))).toEqual({ added: 0, changed: 0, unchanged: 3, unknownMuted: 0 });
  expect(await bringIn(file)).toEqual({ added: 0, changed: 1, unchanged: 2, unknownMuted: 0 });
});

test('a look that is wrong is named with its line', () => {
  expect(() => parseSubscriptions(dressed.replace('https://', 'http://'), topics)).toThrow(
    /line 18: channels.0.subscriptions.0.look.picture.*begins with https/,
  );
});

test('a muted story goes along by an article of it, and is left out where the archive does not have that', async () => {
  const article = makeTestArticle({ id: 'dw:7', headline: 'Bridge opens', paragraphs: [], at: now.toString() });
  await storage.articles.save(article, { archivedAt: now, isSeed: false });
  const storyId = await storage.stories.open(article);
  const muting = file.replace('    subscriptions:\n', '    muted: [dw:7, dw:8]\n    subscriptions:\n');
  expect(await bringIn(muting)).toMatchObject({ added: 3, unknownMuted: 1 });
  expect(await bringIn(muting)).toMatchObject({ unchanged: 3, unknownMuted: 1 });
  const [subscription] = await storage.subscriptions.list();
  if (!subscription) throw new Error('the file has subscriptions');
  expect(await storage.mutedStories.list(subscription.channel)).toEqual([storyId]);
  const settings = { zone: 'UTC', language: 'en' };
  expect(formatSubscriptions([{ settings, muted: ['dw:7'], subscriptions: [subscription] }])).toContain('- dw:7');
});
