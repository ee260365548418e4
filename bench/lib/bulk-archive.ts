import { type RawBuilder, sql } from 'kysely';
import { toDocument } from '../../src/storage/article-document.ts';
import type { Database } from '../../src/storage/database.ts';
import { engineOf } from '../../src/storage/engine.ts';
import { makeTestArticle } from '../../tests/fixtures/make-test-article.ts';

/** The newest article of a bulk archive is a minute older. */
export const bulkNow = Temporal.Instant.from('2026-01-01T00:00:00Z');

/** Minutes between two articles. */
const everyMinutes = 5;
const actorShare = 50;

/**
 * Fills every large table with as many rows as so many articles bring, made by the database itself: a million in a minute or two. They
 * are all alike but for their names and numbers, which is enough for a planner. Works on both engines.
 */
export async function fillBulkArchive(db: Database, articles: number): Promise<void> {
  const at = (seconds: string) => instantOf(db, articles, seconds);
  const actors = Math.ceil(articles / actorShare);
  const subscriptions = Math.ceil(articles / 100);
  const fill = (count: number, statement: RawBuilder<unknown>) =>
    sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(count)}) ${statement}`;
  const insert = async (into: string, count: number, select: RawBuilder<unknown>): Promise<void> => {
    const rows = sql`insert into ${sql.raw(into)} ${fill(count, select)}`;
    await rows.execute(db);
  };
  // One of thirty is shown as the one before it.
  const mergedInto = sql`case when i % 30 = 0 then i - 1 end`;
  const document = toDocument(
    makeTestArticle({
      id: 'bulk:NUMBER',
      headline: 'Actor 1 votes on wellNUMBER',
      lead: 'Actor 1 said that wellNUMBER is closed.',
      paragraphs: ['The council met Actor 2 in Sarwana.'],
      at: bulkNow.subtract({ hours: 1 }).toString(),
    }),
  );
  await insert(
    'feeds (id, url, failures, entry_count)',
    10,
    sql`select 'f' || i, 'https://news.example/' || i, 0, 100 from n`,
  );
  await insert(
    'articles (number, id, revision, kind, language, url, headline, published_at, modified_at, archived_at, is_seed)',
    articles,
    sql`select i, 'bulk:' || i, 1, 'article', 'en', 'https://news.example/a-' || i, 'Actor ' || (i % ${sql.lit(actors)} + 1) || ' votes on well' || i,
      ${at('i')}, ${at('i')}, ${at('i')}, 0 from n`,
  );
  await insert(
    'article_revisions (article_id, revision, headline, published_at, archived_at, document)',
    articles,
    sql`select 'bulk:' || i, 1, 'Vote on well' || i, ${at('i')}, ${at('i')}, replace(${sql.lit(document)}, 'NUMBER', cast(i as text)) from n`,
  );
  await insert(
    'article_topics (article_id, topic)',
    articles,
    sql`select 'bulk:' || i, case i % 5 when 0 then 'asia' when 1 then 'europe' else 'world' end from n`,
  );
  await insert(
    'entries (feed_id, article_id, kind, url, title, published_at, position, first_seen_at, last_seen_at, state, reason)',
    articles,
    sql`select 'f' || (i % 10 + 1), 'bulk:' || i, 'article', 'https://news.example/a-' || i, 'Vote on well' || i, ${at('i')}, 1, ${at('i')}, ${at('i')}, 'stored', 'new' from n`,
  );
  await insert(
    'actors (id, kind, name, article_count, first_seen_at, last_seen_at, merged_into)',
    actors,
    sql`select i, 'person', 'Actor ' || i, 100, ${at('i')}, ${at('i')}, ${mergedInto} from n`,
  );
  await insert('actor_aliases (actor_id, alias, folded)', actors, sql`select i, 'Actor ' || i, 'actor ' || i from n`);
  await insert('actor_words (actor_id, word)', actors, sql`select i, cast(i as text) from n`);
  for (const [place, step] of [1, 7, 31].entries()) {
    await insert(
      'actor_mentions (actor_id, article_id, sentence, published_at)',
      articles,
      sql`select (i * ${sql.lit(step)}) % ${sql.lit(actors)} + 1, 'bulk:' || i, ${sql.lit(place)}, ${at('i')} from n`,
    );
  }
  const said = sql`i % ${sql.lit(actors)} + 1, 'bulk:' || i, 1, 0`;
  await insert(
    'actor_roles (actor_id, article_id, revision, sentence, role, is_former, published_at)',
    articles,
    sql`select ${said}, 'mayor of Sarwana', 0, ${at('i')} from n`,
  );
  await insert(
    'quotes (actor_id, article_id, revision, sentence, words, is_direct, published_at)',
    articles,
    sql`select ${said}, 'We shall see', 1, ${at('i')} from n`,
  );
  await insert(
    'affairs (id, language, title, title_article_id, opened_at, updated_at, story_count)',
    Math.ceil(articles / 80) + 1,
    sql`select i, 'en', 'Vote on well' || i, 'bulk:' || (i * 4), ${at('i * 80')}, ${at('i * 80')}, 20 from n`,
  );
  await insert(
    'stories (id, language, title, title_article_id, opened_at, updated_at, article_count, merged_into, affair_id)',
    Math.ceil(articles / 4),
    sql`select i, 'en', 'Vote on well' || i, 'bulk:' || (i * 4), ${at('i * 4')}, ${at('i * 4')}, 4, ${mergedInto}, i / 20 + 1 from n`,
  );
  await insert(
    'story_articles (story_id, article_id, published_at)',
    articles,
    sql`select (i + 3) / 4, 'bulk:' || i, ${at('i')} from n`,
  );
  await insert(
    'channels (id, platform, workspace_id, channel_id, zone, language, created_at)',
    subscriptions,
    sql`select i, 'local', 'w' || (i % 50), 'c' || i, 'UTC', 'en', ${at('i')} from n`,
  );
  await insert(
    'subscriptions (id, channel_number, interest, told_as, days, times, zone, language, length, max_stories, state, created_by, created_at, window_start, due_since, planned_until, next_due_at)',
    subscriptions,
    sql`select i, i, 'topic:asia', 'digest', '1,2,3,4,5,6,7', '08:00', 'UTC', 'en', 'short', 5, case i % 40 when 0 then 'paused' else 'active' end, 'u1', ${at('i')}, ${lit(bulkNow)}, ${lit(bulkNow)}, ${lit(bulkNow)}, ${lit(bulkNow.add({ hours: 8 }))} from n`,
  );
  await insert(
    'briefings (id, document, composed_at)',
    subscriptions,
    sql`select 'b' || i, '{}', ${at('i * 100')} from n`,
  );
  await insert(
    'briefing_statements (briefing_id, story_id, article_id, revision, sentence, text)',
    articles,
    sql`select 'b' || ((i + 99) / 100), (i + 3) / 4, 'bulk:' || i, 1, 0, 'A well is closed.' from n`,
  );
  await insert(
    'deliveries (id, subscription_id, channel_number, slot, due_at, window_start, window_end, state, attempts, briefing_id, sent_at, is_late, is_by_hand)',
    subscriptions * 20,
    sql`select 'd' || i, (i % ${sql.lit(subscriptions)}) + 1, (i % ${sql.lit(subscriptions)}) + 1, 's' || i, ${at('i * 5')}, ${at('i * 5')}, ${at('i * 5')},
      case i % 200 when 0 then 'missed' when 1 then 'dead' when 2 then 'suspended' else 'sent' end, 1, 'b' || ((i + 19) / 20), ${at('i * 5')}, 0, 0 from n`,
  );
  await insertTerms(db, articles, fill);
  await engineOf(db).countOn(db, 'articles', 'number');
  for (const table of ['actors', 'affairs', 'stories', 'channels', 'subscriptions'])
    await engineOf(db).countOn(db, table, 'id');
}

/** The instant so many articles after the first, as the archive spells it. */
function instantOf(db: Database, articles: number, place: string): RawBuilder<string> {
  const first = Math.floor(bulkNow.epochMilliseconds / 1_000) - articles * everyMinutes * 60;
  const seconds = `${first} + (${place}) * ${everyMinutes * 60}`;
  return engineOf(db).name === 'sqlite'
    ? sql.raw(`strftime('%Y-%m-%dT%H:%M:%fZ', ${seconds}, 'unixepoch')`)
    : sql.raw(`to_char(to_timestamp(${seconds}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

function lit(instant: Temporal.Instant): RawBuilder<string> {
  return sql.lit(instant.toString({ fractionalSecondDigits: 3 }));
}

/** Every article holds a rare word, one of a thousand, and one that all hold. */
async function insertTerms(
  db: Database,
  articles: number,
  fill: (count: number, statement: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<void> {
  const rows =
    engineOf(db).name === 'sqlite'
      ? sql`insert into article_terms (rowid, headline, body) ${fill(articles, sql`select i, 'actor vote well' || i, 'council common' || (i % 1000) from n`)}`
      : sql`insert into article_terms (number, headline, terms, length) ${fill(articles, sql`select i, '''actor'':1 ''vote'':2'::tsvector, ('''actor'':1 ''vote'':2 ''well' || i || ''':3 ''council'':4 ''common' || (i % 1000) || ''':5')::tsvector, 5 from n`)}`;
  await rows.execute(db);
}
