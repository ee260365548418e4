import { beforeEach, describe, expect, test, vi } from 'vitest';
import { renderTerminal } from '../../src/chat/local/render-terminal.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { type Newsroom, openNewsroom } from '../../src/services/newsroom.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

let newsroom: Newsroom;

const articles = [
  [
    'dw:1',
    '2026-11-02T10:00:00Z',
    'Bridge opens in Lanzberg',
    'The mayor of Lanzberg opened the bridge over the Tamra on Monday.',
  ],
  [
    'dw:2',
    '2026-11-03T10:00:00Z',
    'Sarwana votes for a new parliament',
    'Sarwana elected a new parliament with 120 seats on Tuesday.',
  ],
  [
    'dw:3',
    '2026-11-03T11:00:00Z',
    'Lanzberg wins the football cup',
    'Lanzberg beat Sarwana in the final of the football cup on Tuesday.',
  ],
  [
    'dw:4',
    '2026-11-03T12:00:00Z',
    'Missile hits a depot in Orvena',
    'A missile hit a fuel depot in Orvena on Tuesday, officials said.',
  ],
] as const;

beforeEach(async () => {
  const clock = new FakeClock('2026-11-20T08:00:00Z');
  newsroom = await openNewsroom({
    config: parseConfig('', 'test'),
    db: await openMemoryDatabase(),
    clock,
    log: silentLog,
  });
  // Archived with a feed's first poll, long after they were published.
  for (const [id, at, headline, lead] of articles)
    await newsroom.archiver.archive(makeTestArticle({ id, headline, lead, paragraphs: [], at }), {
      archivedAt: clock.now(),
      isSeed: true,
    });
  return () => newsroom.storage.close();
});

const caller = {
  channel: { platform: 'local', workspaceId: 'local', channelId: 'newsroom' },
  ...{ userId: 'u1', userName: 'Reader', mayManage: true, locale: 'en' },
} as const;

async function brief(line: Parameters<typeof newsroom.services.briefings.briefNow>[0]) {
  return renderTerminal(await newsroom.services.briefings.briefNow(line), { width: 100, color: false });
}

const day = (date: string) => ({
  since: Temporal.Instant.from(`${date}T00:00:00Z`),
  until: Temporal.Instant.from(`${date}T00:00:00Z`).add({ hours: 24 }),
  ...({ length: 'normal', language: 'en', zone: 'UTC' } as const),
});

describe('a briefing of a day in the past', () => {
  test('has what was published that day, and is dated by it', async () => {
    const text = await brief({ interest: 'everything', ...day('2026-11-03') });
    expect(text).toContain('Tuesday 3 November');
    expect(text).toContain('Sarwana votes');
    expect(text).not.toContain('Bridge opens');
  });

  test('says so where that day has nothing', async () => {
    expect(await brief({ interest: 'everything', ...day('2026-11-01') })).toContain('Not in the archive');
  });
});

test('a briefing of an interest lists no title that names it in passing, and tells such a story last', async () => {
  const rain = [
    'It rained.',
    'Fields stood under water.',
    'Farmers waited.',
    'Roads were closed.',
    'Lanzberg stayed dry.',
  ];
  const inPassing = makeTestArticle({
    id: 'dw:5',
    headline: 'Rain floods Orvena',
    paragraphs: rain,
    at: '2026-11-03T09:00:00Z',
  });
  await newsroom.archiver.archive(inPassing, {
    archivedAt: Temporal.Instant.from('2026-11-20T08:00:00Z'),
    isSeed: true,
  });
  const text = await brief({ interest: 'Lanzberg', ...day('2026-11-03') });
  expect(text.indexOf('Lanzberg wins')).toBeLessThan(text.indexOf('Rain floods'));
  const about = [
    ['dw:6', 'Bakers of Lanzberg refuse to work', 'Ovens stay cold until wages rise, the union said.'],
    ['dw:7', 'Library burns down in Lanzberg', 'Thousands of manuscripts are lost.'],
    ['dw:8', 'Lanzberg twins with Port Tamra', 'Pupils will visit each other every spring.'],
  ] as const;
  for (const [id, headline, text] of about)
    await newsroom.archiver.archive(makeTestArticle({ id, headline, paragraphs: [text], at: '2026-11-03T13:00:00Z' }), {
      archivedAt: Temporal.Instant.from('2026-11-20T08:00:00Z'),
      isSeed: true,
    });
  expect(await brief({ interest: 'Lanzberg', ...day('2026-11-03') })).not.toContain('Rain floods');
});

describe('what a filter leaves out', () => {
  test('is not shown, and counted at the foot', async () => {
    const text = await brief({ interest: 'everything without:sport+war', ...day('2026-11-03') });
    expect(text).toContain('Sarwana votes');
    expect(text).not.toMatch(/football|Missile/u);
    expect(text).toContain('2 stories left out (sport, war).');
  });

  test('is said of a subscription, in any language that it was typed in', async () => {
    const wish = { interest: 'asia', without: 'Sport, krieg', times: '08:00', zone: 'UTC' };
    const { interest } = await newsroom.services.subscriptions.add(caller, wish);
    expect(interest).toBe('asia AND without:sport AND without:war');
  });

  test('must be a preset', async () => {
    await expect(newsroom.services.subscriptions.add(caller, { interest: 'asia', without: 'weather' })).rejects.toThrow(
      'there\'s no preset "weather"; use sport, war, celebrities',
    );
  });
});

test('the week in review can be asked for, of the days up to one in the past', async () => {
  const { until } = day('2026-11-03');
  const since = until.subtract({ hours: 7 * 24 });
  const text = await brief({ interest: 'everything', ...day('2026-11-03'), since, as: 'week' });
  expect(text).toContain('The week in review');
  expect(text).toMatch(/Monday 2 November: “The mayor of Lanzberg/u);
  expect(text).toMatch(/Tuesday 3 November: “Sarwana elected/u);
});

test('the first wording that has news is found in one list of articles', async () => {
  const { services, storage } = newsroom;
  const list = vi.spyOn(storage.articles, 'list');
  const wordings = ['"harbor fire"', 'mayor AND bridge', 'Orvena'];
  expect(await services.briefings.firstWithNews(wordings, 'en', 30)).toBe('mayor AND bridge');
  expect(list).toHaveBeenCalledOnce();
  expect(await services.briefings.firstWithNews(['"harbor fire"'], 'en', 30)).toBeUndefined();
});
