import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/**
 * Actors that are one: `merged_into` names the one they are shown as, `actor_merges` each step that led there and why, so that it can
 * be undone. `actor_links` tells why an article's name was given to an actor, where it was not simply called so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  'alter table actors add column merged_into integer',
  'create index actors_by_merged_into on actors (merged_into)',
  `create table actor_merges (
    actor_id integer not null primary key references actors (id), into_id integer not null references actors (id),
    why text not null, detail text, merged_at text not null)`,
  `create table actor_links (
    article_id text not null references articles (id), folded text not null, actor_id integer not null references actors (id),
    why text not null, detail text, linked_at text not null, primary key (article_id, folded))`,
  'create index actor_links_by_actor on actor_links (actor_id)',
];
