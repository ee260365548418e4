import type { ChannelRef } from '../../chat/chat.ts';
import { toIso } from '../../runtime/clock.ts';
import type { ChannelSettings } from '../../subscriptions/channel-settings.ts';
import { wholeServer } from '../../text/whole-server.ts';
import type { Database } from '../database.ts';
import type { ChannelRow } from '../tables.ts';

export type Channels = ReturnType<typeof createChannels>;

/** Queries on channel settings. An empty language ("") means that nobody chose one. */
export function createChannels(db: Database) {
  return {
    async find({ platform, workspaceId, channelId }: ChannelRef): Promise<ChannelSettings | undefined> {
      const row = await db
        .selectFrom('channels')
        .select(['zone', 'language', 'quiet_from', 'quiet_until', 'unfurls'])
        .where('platform', '=', platform)
        .where('workspace_id', '=', workspaceId)
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      if (!row) return undefined;
      return {
        zone: row.zone,
        language: row.language || 'en',
        ...(row.language === '' && { languageIsDefault: true }),
        ...quietOf(row),
        ...(row.unfurls === 1 && { unfurls: true }),
      };
    },

    async save(
      channel: ChannelRef,
      { zone, language, languageIsDefault, quiet, unfurls }: ChannelSettings,
      at: Temporal.Instant,
    ) {
      const hours = { quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null };
      const settings = { zone, language: languageIsDefault ? '' : language, ...hours, unfurls: unfurls ? 1 : 0 };
      await db
        .insertInto('channels')
        .values({
          platform: channel.platform,
          workspace_id: channel.workspaceId,
          channel_id: channel.channelId,
          created_at: toIso(at),
          ...settings,
        })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace_id', 'channel_id']).doUpdateSet(settings))
        .execute();
    },
  };
}

/** Quiet hours from a row. */
export function quietOf(row: Pick<ChannelRow, 'quiet_from' | 'quiet_until'>): Pick<ChannelSettings, 'quiet'> {
  if (row.quiet_from === null || row.quiet_until === null) return {};
  return { quiet: { from: row.quiet_from, until: row.quiet_until } };
}

/** The row of a channel, created with these settings and the server's quiet hours if there is none; English, the default, does not count as a choice. */
export async function channelNumber(
  db: Database,
  { platform, workspaceId, channelId }: ChannelRef,
  { zone, language, at }: { zone: string; language: string; at: Temporal.Instant },
): Promise<number> {
  const server = await db
    .selectFrom('channels')
    .select(['quiet_from', 'quiet_until'])
    .where('platform', '=', platform)
    .where('workspace_id', '=', workspaceId)
    .where('channel_id', '=', wholeServer)
    .executeTakeFirst();
  await db
    .insertInto('channels')
    .values({
      platform,
      workspace_id: workspaceId,
      channel_id: channelId,
      zone,
      language: language === 'en' ? '' : language,
      quiet_from: server?.quiet_from ?? null,
      quiet_until: server?.quiet_until ?? null,
      created_at: toIso(at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db
    .selectFrom('channels')
    .select('id')
    .where('platform', '=', platform)
    .where('workspace_id', '=', workspaceId)
    .where('channel_id', '=', channelId)
    .executeTakeFirstOrThrow();
  return id;
}
