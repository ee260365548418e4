import { sql } from 'kysely';
import type { Platform } from '../../chat/chat.ts';
import type { Database } from '../database.ts';
import { createOwnerNotices } from '../deliveries/owner-notices.ts';
import { engineOf } from '../engine-of.ts';
import { chunksOf } from '../rows.ts';

/** Replaces a person's id; no platform has such an id. */
const forgottenId = 'forgotten';

/** The numbers of removed and anonymized rows. */
export interface Forgotten {
  readonly channels: number;
  readonly subscriptions: number;
  /** Rows that no longer name the person. */
  readonly unnamed: number;
}

/** Removes the data of people and channels of a chat, each in one transaction. The service must be stopped. */
export function createForgetting(db: Database) {
  return {
    /** Anonymizes a person everywhere; what they set up continues without their id. */
    user: (platform: Platform, userId: string): Promise<Forgotten> =>
      db.transaction().execute(async (transaction) => {
        const unnamed = await unname(transaction, platform, userId);
        await createOwnerNotices(transaction).forget({ platform, userId });
        if (platform === 'local')
          await transaction.deleteFrom('page_sessions').where('user_name', '=', userId).execute();
        return { channels: 0, subscriptions: 0, unnamed };
      }),

    /** Removes a workspace or one of its channels, with its settings, subscriptions, deliveries and posts. */
    place: (
      platform: Platform,
      { workspaceId, channelId }: { readonly workspaceId: string; readonly channelId?: string | undefined },
    ): Promise<Forgotten> =>
      db.transaction().execute(async (transaction) => {
        const all = transaction
          .selectFrom('channels')
          .select('id')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId);
        const rows = await (channelId === undefined ? all : all.where('channel_id', '=', channelId)).execute();
        const subscriptions = await removeChannels(
          transaction,
          rows.map(({ id }) => id),
        );
        await createOwnerNotices(transaction).forget({
          platform,
          workspaceId,
          ...(channelId !== undefined && { channelId }),
        });
        const reports = transaction
          .deleteFrom('line_reports')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId);
        await (channelId === undefined ? reports : reports.where('channel_id', '=', channelId)).execute();
        if (platform === 'local') await removePosts(transaction, channelId);
        if (platform === 'slack' && channelId === undefined) await removeInstallation(transaction, workspaceId);
        return { channels: rows.length, subscriptions, unnamed: 0 };
      }),
  };
}

async function unname(db: Database, platform: Platform, userId: string): Promise<number> {
  const channels = db.selectFrom('channels').select('id').where('platform', '=', platform);
  const results = [
    await db
      .updateTable('subscriptions')
      .set({ created_by: forgottenId })
      .where('created_by', '=', userId)
      .where('channel_number', 'in', channels)
      .executeTakeFirst(),
    await db
      .updateTable('subscriptions')
      .set({ offered_to: null, offered_at: null })
      .where('offered_to', '=', userId)
      .where('channel_number', 'in', channels)
      .executeTakeFirst(),
    await db
      .updateTable('muted_stories')
      .set({ muted_by: forgottenId })
      .where('muted_by', '=', userId)
      .where('channel_number', 'in', channels)
      .executeTakeFirst(),
  ];
  if (platform === 'slack')
    results.push(
      await db
        .updateTable('slack_installations')
        .set({ installed_by: forgottenId })
        .where('installed_by', '=', userId)
        .executeTakeFirst(),
    );
  return results.reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0);
}

/** Corrections are removed with their deliveries. Briefings are shared, and are removed when no delivery carries them any more. */
async function removeChannels(db: Database, channels: readonly number[]): Promise<number> {
  let removed = 0;
  for (const some of chunksOf(channels, 500)) {
    const subscriptions = db.selectFrom('subscriptions').select('id').where('channel_number', 'in', some);
    await db.deleteFrom('deliveries').where('subscription_id', 'in', subscriptions).execute();
    const { numDeletedRows } = await db
      .deleteFrom('subscriptions')
      .where('channel_number', 'in', some)
      .executeTakeFirst();
    removed += Number(numDeletedRows);
    await db.deleteFrom('muted_stories').where('channel_number', 'in', some).execute();
    await db.deleteFrom('channels').where('id', 'in', some).execute();
  }
  return removed;
}

async function removePosts(db: Database, channelId: string | undefined): Promise<void> {
  const posts = db.deleteFrom('local_posts');
  await (channelId === undefined ? posts : posts.where('channel_id', '=', channelId)).execute();
}

async function removeInstallation(db: Database, workspaceId: string): Promise<void> {
  await db.deleteFrom('slack_installations').where('id', '=', workspaceId).execute();
  await db.deleteFrom('slack_organization_workspaces').where('workspace_id', '=', workspaceId).execute();
}

/**
 * Erases deleted data: rewrites SQLite's file, so that no page contains it any more; on PostgreSQL, vacuums dead rows now instead of waiting
 * for autovacuum.
 */
export async function compact(db: Database): Promise<void> {
  if (engineOf(db).name === 'sqlite')
    await sql`insert into article_terms (article_terms) values ('optimize')`.execute(db);
  await sql`vacuum`.execute(db);
  if (engineOf(db).name === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
