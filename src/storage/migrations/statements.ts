import { type Kysely, sql } from 'kysely';
import { engineOf } from '../engine-of.ts';

/**
 * The migrations that are statements alone, by name, written as SQLite takes them. One that has been released never changes. One that needs
 * more than statements is a file of its own in this folder; `migrate.ts` lists those.
 */
export const statementMigrations = {
  // How often to poll a feed, its health, and whether the operator was alerted.
  '0002-feed-health': [
    'alter table feeds add column moved_to text',
    'alter table feeds add column trouble text',
    'alter table feeds add column asks_minutes integer',
    'alter table feeds add column interval_minutes integer',
    'alter table feeds add column interval_reason text',
    'alter table feeds add column new_per_day real',
    'alter table feeds add column longest_gap_hours real',
    'alter table feeds add column newest_entry_at text',
    'alter table feeds add column alerted_at text',
    'create index entries_by_arrival on entries (feed_id, first_seen_at)',
  ],
  // Quiet hours of a channel, the day on which a paused subscription resumes, and to whom one is offered for another channel.
  '0004-channel-settings': [
    'alter table channels add column quiet_from text',
    'alter table channels add column quiet_until text',
    'alter table subscriptions add column paused_until text',
    'alter table subscriptions add column offered_to text',
    'alter table subscriptions add column offered_at text',
  ],
  // Stories that merge and split, affairs they belong to, stories reported in two languages, and the document frequencies by which articles are
  // grouped. Older stories stay as they are; affairs form from what comes next.
  '0007-story-moves': [
    `create table affairs (
      id integer primary key, language text not null, title text not null, title_article_id text not null, opened_at text not null,
      updated_at text not null, story_count integer not null)`,
    'alter table stories add column merged_into integer references stories (id)',
    'alter table stories add column affair_id integer references affairs (id)',
    'create index stories_by_affair on stories (affair_id)',
    'create index stories_by_merged on stories (merged_into)',
    `create table story_moves (
      number integer primary key, kind text not null, from_id integer not null references stories (id),
      to_id integer not null references stories (id), articles integer not null, similarity real not null, moved_at text not null)`,
    'create index story_moves_by_from on story_moves (from_id)',
    'create index story_moves_by_to on story_moves (to_id)',
    `create table story_links (
      story_id integer not null references stories (id), other_id integer not null references stories (id), similarity real not null,
      linked_at text not null, primary key (story_id, other_id))`,
    'create index story_links_by_other on story_links (other_id)',
    'create table story_backgrounds (name text primary key, through_number integer not null, document text not null)',
  ],
  // How a subscription's posts look and whom they mention, whether a channel wants links summarized, and its muted stories.
  '0008-look-and-mutes': [
    'alter table subscriptions add column mention text',
    'alter table subscriptions add column look text',
    'alter table channels add column unfurls integer not null default 0',
    `create table muted_stories (
      channel_number integer not null references channels (id),
      story_id integer not null references stories (id),
      muted_by text not null,
      muted_at text not null,
      primary key (channel_number, story_id)
    )`,
  ],
  // How a subscription is delivered, and the story that a delivery alerts of, so that no story alerts twice.
  '0009-alerts': [
    "alter table subscriptions add column told_as text not null default 'digest'",
    'alter table deliveries add column story_id integer',
    'create index deliveries_by_story on deliveries (story_id) where story_id is not null',
  ],
  // Posts whose articles were revised, what became of each, and what correction the channel reads.
  '0010-corrections': [
    `create table corrections (delivery_id text not null references deliveries (id) on delete cascade, article_id text not null,
      revision integer not null, noticed_at text not null, state text not null, attempts integer not null default 0, claimed_until text,
      retry_at text, ended_at text, reason text, shown text, primary key (delivery_id, article_id, revision))`,
    'create index corrections_by_state on corrections (state, noticed_at)',
  ],
  // Where the Slack app is installed, with its sealed tokens, and which attempts to install it were finished.
  '0011-slack-installations': [
    `create table slack_installations (
      id text primary key, kind text not null, name text not null, bot_id text not null, bot_user_id text not null, scopes text not null,
      installed_by text not null, installed_at text not null, expires_at text, sealed text not null)`,
    'create table slack_organization_workspaces (workspace_id text primary key, organization_id text not null)',
    'create index slack_workspaces_by_organization on slack_organization_workspaces (organization_id)',
    'create table slack_used_states (nonce text primary key, expires_at text not null)',
  ],
  // What models wrote, by what it was made from; a cache that may be emptied at any time.
  '0012-generated-texts': [
    `create table generated_texts (
      cache_key text primary key,
      model text not null,
      document text not null,
      created_at text not null
    )`,
    'create index generated_texts_created_at on generated_texts (created_at)',
  ],
  // Actors that are one: `merged_into` names the one they are shown as, `actor_merges` each step that led there and why, so that it can be
  // undone. `actor_links` has the reason why a name in an article was linked to an actor with another name.
  '0013-actor-merges': [
    'alter table actors add column merged_into integer',
    'create index actors_by_merged_into on actors (merged_into)',
    `create table actor_merges (
      actor_id integer not null primary key references actors (id), into_id integer not null references actors (id),
      why text not null, detail text, merged_at text not null)`,
    `create table actor_links (
      article_id text not null references articles (id), folded text not null, actor_id integer not null references actors (id),
      why text not null, detail text, linked_at text not null, primary key (article_id, folded))`,
    'create index actor_links_by_actor on actor_links (actor_id)',
  ],
  // Which processes work on this database, and what was true of the service when one last looked.
  '0014-instances': [
    'create table instances (id text primary key, roles text not null, started_at text not null, seen_at text not null)',
    'create table service_facts (name text primary key, value text not null)',
  ],
  // Indexes for what read a growing table whole: pauses that end, the actor most written about, a link asked of, what is old or new.
  '0015-indexes-at-scale': [
    'create index subscriptions_by_paused_until on subscriptions (paused_until) where paused_until is not null',
    'create index actors_by_article_count on actors (article_count)',
    'create index entries_by_url on entries (url)',
    'create index briefings_by_composed_at on briefings (composed_at)',
    'create index deliveries_by_sent_at on deliveries (sent_at, briefing_id)',
  ],
  // What suspended a subscription, so that only that brings it back, and the notices its owner is still to get.
  '0017-owner-notices': [
    'alter table subscriptions add column suspended_by text',
    `create table owner_notices (
      id text primary key, platform text not null, workspace_id text not null, channel_id text not null, user_id text not null,
      kind text not null, reason text not null, subscription_ids text not null, due_at text not null, attempts integer not null default 0)`,
  ],
  // Who is logged in on the local page. Of tokens and passwords only digests are kept.
  '0019-page-sessions': [
    `create table page_sessions (
      token_digest text primary key, user_name text not null, password_digest text not null, expires_at text not null)`,
    'create index page_sessions_by_end on page_sessions (expires_at)',
  ],
  // Articles that were taken back, whole or a line of them, and when that changed last.
  '0020-recalls': [
    'alter table articles add column recalled_at text',
    'alter table articles add column is_withdrawn integer not null default 0',
    'create index articles_by_recall on articles (recalled_at) where recalled_at is not null',
  ],
  // Lines that readers reported, each once for a channel and kind; who it was is not kept.
  '0021-line-reports': [
    `create table line_reports (
      statement text not null,
      kind text not null,
      platform text not null,
      workspace_id text not null,
      channel_id text not null,
      line text not null,
      url text not null,
      reported_at text not null,
      primary key (statement, kind, platform, workspace_id, channel_id)
    )`,
    'create index line_reports_by_time on line_reports (reported_at)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Runs the statements of a migration, written as SQLite takes them, on the engine there is. */
export async function runStatements(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  const { ddl } = engineOf(db);
  for (const statement of statements) await sql.raw(ddl(statement)).execute(db);
}
