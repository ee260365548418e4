import type { Kysely } from 'kysely';
import { engineOf } from '../engine-of.ts';
import { postgresTermTable } from '../postgres/postgres-terms.ts';
import { runStatements } from './statements.ts';

/** The first schema: feeds and entries, articles with revisions, actors, stories, subscriptions, deliveries, local posts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
  await runStatements(db, engineOf(db).name === 'sqlite' ? [sqliteTermTable] : postgresTermTable);
}

const statements = [
  `create table feeds (
    id text primary key, url text not null, etag text, last_modified text, next_poll_at text, last_polled_at text,
    last_success_at text, seeded_at text, failures integer not null, problem text, entry_count integer not null)`,

  `create table entries (
    feed_id text not null references feeds (id), article_id text not null, kind text not null, url text not null, title text not null,
    lead text, published_at text, position integer not null, first_seen_at text not null, last_seen_at text not null,
    state text not null, reason text not null, primary key (feed_id, article_id))`,
  'create index entries_by_article on entries (article_id)',
  'create index entries_by_state on entries (state)',

  `create table articles (
    number integer primary key, id text not null unique, revision integer not null, kind text not null, language text not null,
    url text not null, headline text not null, published_at text not null, modified_at text not null, archived_at text not null,
    is_seed integer not null)`,
  'create index articles_by_time on articles (published_at)',
  'create index articles_by_archived on articles (archived_at)',

  `create table article_revisions (
    article_id text not null references articles (id), revision integer not null, headline text not null, published_at text not null,
    archived_at text not null, document text not null, primary key (article_id, revision))`,

  `create table article_topics (
    article_id text not null references articles (id), topic text not null, primary key (article_id, topic))`,
  'create index article_topics_by_topic on article_topics (topic, article_id)',

  `create table actors (
    id integer primary key, kind text not null, name text not null, country text, article_count integer not null,
    first_seen_at text not null, last_seen_at text not null)`,
  'create index actors_by_country on actors (country)',
  `create table actor_aliases (
    actor_id integer not null references actors (id), alias text not null, folded text not null, primary key (actor_id, folded))`,
  'create index actor_aliases_by_folded on actor_aliases (folded)',
  `create table actor_words (
    actor_id integer not null references actors (id), word text not null, primary key (word, actor_id))`,
  `create table actor_mentions (
    actor_id integer not null references actors (id), article_id text not null references articles (id), sentence integer not null,
    published_at text not null, primary key (actor_id, article_id, sentence))`,
  'create index actor_mentions_by_article on actor_mentions (article_id)',
  'create index actor_mentions_by_time on actor_mentions (actor_id, published_at)',
  `create table actor_roles (
    id integer primary key, actor_id integer not null references actors (id), article_id text not null, revision integer not null,
    sentence integer not null, role text not null, is_former integer not null, published_at text not null)`,
  'create index actor_roles_by_actor on actor_roles (actor_id, published_at)',
  'create index actor_roles_by_article on actor_roles (article_id)',
  `create table quotes (
    id integer primary key, actor_id integer references actors (id), article_id text not null, revision integer not null,
    sentence integer not null, words text not null, is_direct integer not null, published_at text not null)`,
  'create index quotes_by_actor on quotes (actor_id, published_at)',
  'create index quotes_by_article on quotes (article_id)',

  `create table stories (
    id integer primary key, language text not null, title text not null, title_article_id text not null, opened_at text not null,
    updated_at text not null, article_count integer not null)`,
  'create index stories_by_time on stories (updated_at)',
  `create table story_articles (
    story_id integer not null references stories (id), article_id text not null unique references articles (id),
    published_at text not null, primary key (story_id, article_id))`,

  `create table channels (
    id integer primary key, platform text not null, workspace_id text not null, channel_id text not null, zone text not null,
    language text not null, created_at text not null, unique (platform, workspace_id, channel_id))`,
  `create table subscriptions (
    id integer primary key, channel_number integer not null references channels (id), interest text not null, days text not null,
    times text not null, zone text not null, language text not null, length text not null, max_stories integer not null,
    state text not null, reason text, created_by text not null, created_at text not null, window_start text not null)`,
  'create index subscriptions_by_channel on subscriptions (channel_number)',

  `create table told (
    subscription_id integer not null references subscriptions (id), story_id integer not null, article_id text not null,
    revision integer not null, sentence integer not null, text text not null, told_at text not null,
    primary key (subscription_id, article_id, revision, sentence))`,
  'create index told_by_story on told (subscription_id, story_id)',

  'create table briefings (id text primary key, document text not null, composed_at text not null)',
  `create table deliveries (
    id text primary key, subscription_id integer not null references subscriptions (id), slot text not null, due_at text not null,
    window_start text not null, window_end text not null, state text not null, attempts integer not null, claimed_until text,
    retry_at text, briefing_id text, post text, sent_at text, reason text, is_late integer not null, unique (subscription_id, slot))`,
  'create index deliveries_by_state on deliveries (state, due_at)',

  `create table local_posts (
    message_id text primary key, channel_id text not null, thread_id text, delivery_id text unique, posted_at text not null,
    document text not null)`,
  'create index local_posts_by_channel on local_posts (channel_id, posted_at)',
];

const sqliteTermTable =
  'create virtual table article_terms using fts5 (headline, body, content = \'\', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0")';
