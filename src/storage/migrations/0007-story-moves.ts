import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/**
 * Stories that merge and split, affairs they belong to, stories told in two languages, and the document frequencies by which articles
 * are grouped. Older stories stay as they are; affairs form from what comes next.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
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
];
