import type { ChannelRef } from '../../chat/chat.ts';
import { toIso } from '../../runtime/clock.ts';
import type { Database } from '../database.ts';
import { channelNumber } from './channels.ts';

export type MutedStories = ReturnType<typeof createMutedStories>;

/** Queries on the muted stories of a channel. */
export function createMutedStories(db: Database) {
  const ofChannel = ({ platform, workspaceId, channelId }: ChannelRef) =>
    db
      .selectFrom('channels')
      .select('id')
      .where('platform', '=', platform)
      .where('workspace_id', '=', workspaceId)
      .where('channel_id', '=', channelId);
  return {
    /** Ids of the stories, most recently muted first. */
    async list(channel: ChannelRef): Promise<readonly number[]> {
      const rows = await db
        .selectFrom('muted_stories')
        .select('story_id')
        .where('channel_number', '=', ofChannel(channel))
        .orderBy('muted_at', 'desc')
        .orderBy('story_id')
        .execute();
      return rows.map(({ story_id }) => story_id);
    },

    async add(
      channel: ChannelRef,
      storyId: number,
      { by, at, zone, language }: { by: string; at: Temporal.Instant; zone: string; language: string },
    ): Promise<void> {
      const number = await channelNumber(db, channel, { zone, language, at });
      await db
        .insertInto('muted_stories')
        .values({ channel_number: number, story_id: storyId, muted_by: by, muted_at: toIso(at) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async remove(channel: ChannelRef, storyId: number): Promise<void> {
      await db
        .deleteFrom('muted_stories')
        .where('channel_number', '=', ofChannel(channel))
        .where('story_id', '=', storyId)
        .execute();
    },
  };
}
