import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** Posts whose articles were revised, what became of each, and what correction the channel reads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  `create table corrections (delivery_id text not null references deliveries (id) on delete cascade, article_id text not null,
    revision integer not null, noticed_at text not null, state text not null, attempts integer not null default 0, claimed_until text,
    retry_at text, ended_at text, reason text, shown text, primary key (delivery_id, article_id, revision))`,
  'create index corrections_by_state on corrections (state, noticed_at)',
];
