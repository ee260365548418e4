import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** Where the Slack app is installed, with its sealed tokens, and which attempts to install it were finished. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}

const statements = [
  `create table slack_installations (
    id text primary key, kind text not null, name text not null, bot_id text not null, bot_user_id text not null, scopes text not null,
    installed_by text not null, installed_at text not null, expires_at text, sealed text not null)`,
  'create table slack_organization_workspaces (workspace_id text primary key, organization_id text not null)',
  'create index slack_workspaces_by_organization on slack_organization_workspaces (organization_id)',
  'create table slack_used_states (nonce text primary key, expires_at text not null)',
];
