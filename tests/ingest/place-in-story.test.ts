import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Archiver, createArchiver } from '../../src/ingest/archive-article.ts';
import { type Database, openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { createRandom } from '../fakes/random.ts';
import { italianReports } from '../fixtures/italian-reports.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const start = Temporal.Instant.from('2031-03-01T08:00:00Z');

type Line = readonly [headline: string, text: string, day?: number, language?: string];

const ferry: readonly Line[] = [
  ['Ferry sinks off Kestrel Bay', 'At least 19 people died when the ferry Norlinde sank off Kestrel Bay in Greece.'],
  [
    'Kestrel Bay ferry: toll rises to 22',
    'Divers found bodies in the ferry Norlinde, which sank off Kestrel Bay in Greece.',
    1,
  ],
  [
    'Captain of Norlinde questioned',
    'Police questioned the captain of the ferry Norlinde, which sank off Kestrel Bay.',
    2,
  ],
];
const germanFerry: Line = [
  'Fähre Norlinde gesunken',
  'Vor Kestrel Bay in Griechenland ist die Fähre Norlinde gesunken, mindestens 19 Menschen starben.',
  0.2,
  'de',
];
const heat: readonly Line[] = [
  ['Heat wave closes schools in Kasara', 'Schools in Kasara have closed because of the heat.', 0.1],
  [
    'Kasara heat wave: power fails',
    'The power has failed in Kasara, where schools have closed because of the heat.',
    1.1,
  ],
];
/** Events that begin as two, each in words of its own (no names, whose pairs would be all different), and grow together; others go on beside them. */
function mergingStream(): readonly Line[] {
  const random = createRandom(7);
  const wordsOf = (event: number, half: number) =>
    Array.from({ length: 6 }, (_, index) => `kor${event}mun${half}${index}`);
  const pick = (words: readonly string[], count: number) =>
    words
      .toSorted(() => random() - 0.5)
      .slice(0, count)
      .join(' ');
  return Array.from({ length: 90 }, (_, index): Line => {
    const event = index % 5;
    const step = Math.floor(index / 5);
    const halves = [wordsOf(event, 0), wordsOf(event, 1)];
    const words = step < 6 ? (halves[step % 2] ?? []) : halves.flat();
    return [
      `Report from ${pick(words, 3)}`,
      `It was said of ${pick(words, step < 6 ? 6 : 10)} in ${pick(words, 3)}.`,
      index / 20,
    ];
  });
}

/** Talks and a village under fire: affairs of their own, until reports tell of both. */
const talks: readonly Line[] = [
  [
    'Falkner opens talks in Ostrava',
    'The envoy Falkner meets the Kasaran general Orlov in Ostrava about the Lind bridge.',
  ],
  [
    'Refugees sleep in the school of Vestby',
    'Families from the Lind valley came to Vestby when shells hit their villages.',
    1,
  ],
  [
    'Shells fall on the Lind valley again',
    'General Orlov shelled Vestby, where families of the Lind valley had fled.',
    2,
  ],
  [
    'Orlov leaves the talks of Ostrava over Vestby',
    'Falkner had asked the Kasaran general Orlov in Ostrava about the shells on Vestby and the families of the Lind valley.',
    3,
  ],
  [
    'Vestby buries its dead, Falkner and Orlov meet again',
    'The families of the Lind valley bury their dead in Vestby, while Falkner and the Kasaran general Orlov talk in Ostrava.',
    4,
  ],
  [
    'Falkner, Orlov: families may return to Vestby',
    'In Ostrava the Kasaran general Orlov promised Falkner that no shells fall on Vestby and the Lind valley.',
    5,
  ],
];

const stream = [...ferry, ...heat, germanFerry].toSorted((a, b) => (a[2] ?? 0) - (b[2] ?? 0));

describe('placing articles in stories', () => {
  let db: Database;
  let storage: Storage;

  beforeEach(async () => {
    db = await openMemoryDatabase();
    storage = createStorage(db);
  });
  afterEach(() => storage.close());

  async function archive(archiver: Archiver, lines: readonly Line[], firstId = 1): Promise<number[]> {
    const stories: number[] = [];
    for (const [index, [headline, text, day = 0, language = 'en']] of lines.entries()) {
      const at = start.add({ minutes: Math.round(day * 1440) });
      const article = makeTestArticle({
        id: `dw:${firstId + index}`,
        headline,
        paragraphs: [text],
        at: at.toString(),
        language,
      });
      stories.push(await archiver.archive(article, { archivedAt: at, isSeed: false }));
    }
    return stories;
  }

  async function storiesIn({ stories }: Storage) {
    const list = await stories.list({ limit: 1_000 });
    return list.map(({ id, title, articleCount, affairId }) => ({ id, title, articleCount, affairId }));
  }

  test('keeps the first reports of a language apart that has no list of stop words, restarted or not', async () => {
    const lines = italianReports.map(([headline, text], n): Line => [headline, text, n / 10, 'it']);
    const reports = lines.map(([headline, body], n) => ({ id: `r${n}`, language: 'it', headline, body }));
    const archiver = createArchiver({ storage });
    archiver.expect(reports);
    const before = await archive(archiver, lines.slice(0, 6));
    const after = await archive(createArchiver({ storage }), lines.slice(6), 101);
    expect(new Set([...before, ...after]).size).toBe(lines.length);
  });

  test('moves a live blog to the story that its new headline names', async () => {
    const archiver = createArchiver({ storage });
    const [sinking] = await archive(archiver, ferry.slice(0, 1));
    const blog = (headline: string, lead: string, revision: number, day: number) => {
      const at = start.add({ minutes: Math.round(day * 1440) }).toString();
      const body = 'The ferry Norlinde sank off Kestrel Bay in Greece. At least 19 people died.';
      const { publishedAt, ...article } = makeTestArticle({
        id: 'dw:live',
        headline,
        lead,
        paragraphs: [body],
        at,
        revision,
      });
      return { ...article, kind: 'live' as const, publishedAt: start, modifiedAt: publishedAt };
    };
    const keep = (article: ReturnType<typeof blog>) =>
      archiver.archive(article, { archivedAt: article.modifiedAt, isSeed: false });
    const ofFerry = blog(
      'Greece news: Ferry Norlinde sinks off Kestrel Bay',
      'At least 19 people died off Kestrel Bay.',
      1,
      0.1,
    );
    expect(await keep(ofFerry)).toBe(sinking);
    const [closure] = await archive(archiver, [...heat.slice(0, 1)], 11);
    const ofHeat = blog(
      'Greece news: Heat wave closes schools in Kasara',
      'Schools in Kasara have closed because of the heat.',
      2,
      0.5,
    );
    expect(await keep(ofHeat)).toBe(closure);
    expect(await storage.stories.storyOf('dw:live')).toBe(closure);
    expect((await storiesIn(storage)).map(({ id, articleCount }) => [id, articleCount])).toEqual(
      expect.arrayContaining([
        [sinking, 1],
        [closure, 2],
      ]),
    );
    const ofNothing = blog(
      'Greece news: Goat elected mayor of Imber',
      'A goat named Rufus governs Imber from today.',
      3,
      0.7,
    );
    expect([sinking, closure]).not.toContain(await keep(ofNothing));
  });

  test('groups as if it had not stopped when it is started anew after each article', async () => {
    const whole = await archive(createArchiver({ storage }), stream);
    const other = createStorage(await openMemoryDatabase());
    const again: number[] = [];
    for (const [index, line] of stream.entries())
      again.push(...(await archive(createArchiver({ storage: other }), [line], index + 1)));
    await other.close();
    expect(again).toEqual(whole);
    expect(new Set(whole).size).toBe(3);
  });

  test('groups as one does where two take turns, each learning of what the other archived, moved and merged', async () => {
    const merging = mergingStream();
    const whole = await archive(createArchiver({ storage }), merging);
    const { rows: moves } = await sql`select kind from story_moves`.execute(db);
    expect(moves.length).toBeGreaterThan(0);
    const other = createStorage(await openMemoryDatabase());
    const archivers = [createArchiver({ storage: other }), createArchiver({ storage: other })] as const;
    const again: number[] = [];
    for (const [index, line] of merging.entries())
      again.push(...(await archive(archivers[index % 3 === 0 ? 0 : 1], [line], index + 1)));
    expect(again).toEqual(whole);
    expect(await storiesIn(other)).toEqual(await storiesIn(storage));
    await other.close();
  });

  test('affairs that grow together are one in the archive, whoever archives and after a restart', async () => {
    const ways = [[0], [0, 1], []] as const;
    for (const turns of ways) {
      const shared = createStorage(await openMemoryDatabase());
      const archivers = [createArchiver({ storage: shared }), createArchiver({ storage: shared })];
      const affairsAt: number[] = [];
      for (const [index, line] of talks.entries()) {
        const turn = turns[index % turns.length];
        const archiver = (turn === undefined ? undefined : archivers[turn]) ?? createArchiver({ storage: shared });
        await archive(archiver, [line], index + 1);
        affairsAt.push(new Set((await storiesIn(shared)).map(({ affairId }) => affairId)).size);
      }
      expect([Math.max(...affairsAt), affairsAt.at(-1)]).toEqual([2, 1]);
      const stories = await storiesIn(shared);
      expect(stories.length).toBeGreaterThan(1);
      expect(await shared.affairs.find(stories[0]?.affairId ?? 0)).toMatchObject({ storyCount: stories.length });
      await shared.close();
    }
  });

  test('titles a story by a headline of it, and links it to the one in another language', async () => {
    const stories = await archive(createArchiver({ storage }), stream);
    const [english] = stories;
    const german = stories[stream.indexOf(germanFerry)];
    const story = await storage.stories.find(english ?? 0);
    expect(ferry.map(([headline]) => headline)).toContain(story?.title);
    expect(story).toMatchObject({ articleCount: 3 });
    const representatives = await storage.storyLinks.representatives([english ?? 0, german ?? 0]);
    expect(representatives.get(german ?? 0)).toBe(english);
  });

  test('a transaction that failed leaves nothing behind, in the archive or in memory', async () => {
    let fails = true;
    const failing: Storage = {
      ...storage,
      transaction: (work) =>
        storage.transaction(async (queries) => {
          const result = await work(queries);
          if (fails) throw new Error('the disk is full');
          return result;
        }),
    };
    const archiver = createArchiver({ storage: failing });
    await expect(archive(archiver, ferry.slice(0, 1))).rejects.toThrow('the disk is full');
    fails = false;
    expect(await archive(archiver, ferry)).toEqual([1, 1, 1]);
  });

  test('the document frequencies are kept, and what came later is counted again after a restart', async () => {
    const lines = Array.from(
      { length: 260 },
      (_, index): Line => [`Report ${index} of Town${index}`, `Text of ${index}.`, index / 100],
    );
    await archive(createArchiver({ storage }), lines);
    const kept = await storage.storyBackgrounds.find('stories');
    expect(kept).toMatchObject({ throughNumber: 250 });
    await archive(createArchiver({ storage }), lines.slice(0, 240), 1001);
    expect((await storage.storyBackgrounds.find('stories'))?.throughNumber).toBe(500);
  });
});
