import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { type Reason, readReason, reasonInEnglish, reasonWords } from '../../src/wording/reason.ts';
import { catalogOf } from '../../src/wording/wording-for.ts';
import { openEmptyDatabase } from '../fakes/test-database.ts';

const channel = 'the channel was archived';
/** As versions before this migration wrote it, and what it has to become. */
const feeds: readonly (readonly [before: string, code: string, fact: string])[] = [
  ['https://a.example/feed: the server answered with status 503', 'status', '503'],
  ['https://a.example/feed: the server answered with status 429; it asks to wait 60 s', 'statusAndWait', '60'],
  ['https://a.example/feed: nobody answers at a.example:8080', 'nobodyThere', 'a.example:8080'],
  ['https://a.example/feed: the document is XML with root <opml>, not RSS or Atom', 'otherXml', '<opml>'],
  ['getaddrinfo went wrong', 'other', 'getaddrinfo went wrong'],
];
const deliveries: readonly (readonly [before: string, code: string, fact: string])[] = [
  ['Slack refused: is_archived', 'slackRefused', 'archiviert'],
  ['Slack refused: missing_scope (needs the scope chat:write)', 'slackRefused', 'chat:write'],
  ['Discord refused to post: Missing Access (50001)', 'discordRefused', '50001'],
  ['"Send Messages", "Embed Links" are missing in #asia-desk', 'permissionsMissing', '#asia-desk'],
  ['a later slot came due before this one was delivered', 'laterSlotDue', ''],
];

let db: Database;

beforeAll(async () => {
  const older = await openEmptyDatabase<unknown>();
  await migrate(older, '0015-indexes-at-scale');
  for (const [place, [problem]] of feeds.entries())
    await sql`insert into feeds (id, url, failures, problem, entry_count) values (${`f${place}`}, 'https://a.example/feed', 1, ${problem}, 0)`.execute(
      older,
    );
  await sql`insert into feeds (id, url, failures, entry_count) values ('well', 'https://a.example/well', 0, 7)`.execute(
    older,
  );
  const at = '2026-05-06T08:00:00.000Z';
  await sql`insert into channels (id, platform, workspace_id, channel_id, zone, language, created_at)
    values (1, 'slack', 'T1', 'C1', 'UTC', 'en', ${at})`.execute(older);
  await sql`insert into subscriptions (id, channel_number, interest, days, times, zone, language, length, max_stories, state, reason, created_by,
    created_at, window_start, due_since, planned_until, told_as)
    values (1, 1, 'asia', '1', '08:00', 'UTC', 'en', 'normal', 5, 'suspended', ${channel}, 'u', ${at}, ${at}, ${at}, ${at}, 'digest')`.execute(
    older,
  );
  for (const [place, [reason]] of deliveries.entries())
    await sql`insert into deliveries (id, subscription_id, channel_number, slot, due_at, window_start, window_end, state, attempts, reason, is_late,
      is_by_hand) values (${`1-${place}`}, 1, 1, ${`s${place}`}, ${at}, ${at}, ${at}, 'dead', 1, ${reason}, 0, 0)`.execute(
      older,
    );
  const told = {
    'chat:discord': 'discord cannot be reached',
    'delivery:subscription 1': 'A briefing could not be delivered (slack, C1)',
  };
  await sql`insert into service_facts (name, value) values ('operator-alerts', ${JSON.stringify(told)})`.execute(older);
  await migrate(older);
  db = older as unknown as Database;
});

afterAll(() => db.destroy());

function innermost({ code, facts }: Reason): string {
  return code === 'at' && typeof facts?.why === 'object' ? innermost(facts.why) : code;
}

test.each(feeds.map((row, place) => [place, ...row] as const))(
  'what was wrong with a feed is kept as its code: %i, %s',
  async (place, before, code, fact) => {
    const { problem } = await db
      .selectFrom('feeds')
      .select('problem')
      .where('id', '=', `f${place}`)
      .executeTakeFirstOrThrow();
    const reason = readReason(problem ?? '');
    expect(JSON.parse(problem ?? '')).toEqual(reason);
    expect(innermost(reason)).toBe(code);
    const german = reasonWords(reason, catalogOf('de'));
    expect(german).toContain(fact);
    if (code !== 'other') expect(german).not.toBe(before);
  },
);

test.each(deliveries.map((row, place) => [place, ...row] as const))(
  'why a delivery ended is kept as its code: %i, %s',
  async (place, _before, code, fact) => {
    const row = await db
      .selectFrom('deliveries')
      .select('reason')
      .where('id', '=', `1-${place}`)
      .executeTakeFirstOrThrow();
    const reason = readReason(row.reason ?? '');
    expect(reason.code).toBe(code);
    expect(reasonWords(reason, catalogOf('de'))).toContain(fact);
  },
);

test('a suspended subscription, a healthy feed and what the operator was told', async () => {
  const subscription = await db.selectFrom('subscriptions').select('reason').executeTakeFirstOrThrow();
  expect(JSON.parse(subscription.reason ?? '')).toEqual({ code: 'channelArchived' });
  const well = await db.selectFrom('feeds').select('problem').where('id', '=', 'well').executeTakeFirstOrThrow();
  expect(well.problem).toBeNull();
  const { value } = await db.selectFrom('service_facts').select('value').executeTakeFirstOrThrow();
  expect(JSON.parse(value)).toEqual({
    'chat:discord': { code: 'unreachable', facts: { platform: 'discord' } },
    'delivery:subscription 1': { code: 'dead', facts: { platform: 'slack', channel: 'C1' } },
  });
});

test('what is no reason of ours is shown as it is', () => {
  for (const text of ['Überraschung', '{"a":1}', '[]', '']) expect(reasonInEnglish(readReason(text))).toBe(text);
  expect(reasonInEnglish(readReason('{"code":"fromTheFuture","facts":{"a":"x"}}'))).toBe('fromTheFuture x');
});
