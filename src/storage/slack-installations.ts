import type { InstallationRecord, InstallationRecords } from '../chat/slack/installations.ts';
import type { Database } from './database.ts';
import type { SlackInstallationRow } from './tables.ts';

/** Where the Slack app is installed. Tokens come here encrypted and leave so. */
export function createSlackInstallations(db: Database): InstallationRecords {
  return {
    async list() {
      const rows = await db.selectFrom('slack_installations').selectAll().orderBy('installed_at').execute();
      return rows.map(fromRow);
    },

    async find(id) {
      const row = await db.selectFrom('slack_installations').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },

    async save(record) {
      const { id, ...rest } = toRow(record);
      await db
        .insertInto('slack_installations')
        .values({ id, ...rest })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
        .execute();
    },

    async replaceTokens(before, { sealed, expiresAt }) {
      const { numUpdatedRows } = await db
        .updateTable('slack_installations')
        .set({ sealed, expires_at: expiresAt ?? null })
        .where('id', '=', before.id)
        .where('sealed', '=', before.sealed)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async remove(id) {
      await db.deleteFrom('slack_installations').where('id', '=', id).execute();
    },

    async join(workspace_id, organization_id) {
      await db
        .insertInto('slack_organization_workspaces')
        .values({ workspace_id, organization_id })
        .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ organization_id }))
        .execute();
    },

    async leave(workspaceId) {
      await db.deleteFrom('slack_organization_workspaces').where('workspace_id', '=', workspaceId).execute();
    },

    async organizationOf(workspaceId) {
      const row = await db
        .selectFrom('slack_organization_workspaces')
        .select('organization_id')
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirst();
      return row?.organization_id;
    },

    async workspacesOf(organizationId) {
      const rows = await db
        .selectFrom('slack_organization_workspaces')
        .select('workspace_id')
        .where('organization_id', '=', organizationId)
        .orderBy('workspace_id')
        .execute();
      return rows.map((row) => row.workspace_id);
    },

    async useState(nonce, { now, expiresAt }) {
      await db.deleteFrom('slack_used_states').where('expires_at', '<', now).execute();
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('slack_used_states')
        .values({ nonce, expires_at: expiresAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows > 0n;
    },
  };
}

function toRow(record: InstallationRecord): SlackInstallationRow {
  const { id, kind, name, botId, botUserId, scopes, installedBy, installedAt, expiresAt, sealed } = record;
  return {
    id,
    kind,
    name,
    bot_id: botId,
    bot_user_id: botUserId,
    scopes: JSON.stringify(scopes),
    installed_by: installedBy,
    installed_at: installedAt,
    expires_at: expiresAt ?? null,
    sealed,
  };
}

function fromRow(row: SlackInstallationRow): InstallationRecord {
  return {
    id: row.id,
    kind: row.kind === 'organization' ? 'organization' : 'workspace',
    name: row.name,
    botId: row.bot_id,
    botUserId: row.bot_user_id,
    scopes: JSON.parse(row.scopes) as string[],
    installedBy: row.installed_by,
    installedAt: row.installed_at,
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    sealed: row.sealed,
  };
}
