import { z } from 'zod';
import type { Listening, Workspace } from './listen.ts';

const channelEvent = z.object({ channel: z.string() });
const memberEvent = z.object({ channel: z.string(), user: z.string() });
const renamedEvent = z.object({ old_channel_id: z.string(), new_channel_id: z.string() });

/** In words for who reads why nothing comes any more. */
const losses = {
  channel_archive: 'the channel was archived',
  channel_deleted: 'the channel was deleted',
  channel_left: 'Kurzwelle was removed from the channel',
  group_archive: 'the channel was archived',
  group_deleted: 'the channel was deleted',
  group_left: 'Kurzwelle was removed from the channel',
} as const;

const returns = ['channel_unarchive', 'group_unarchive'] as const;

/** Channels that are closed or open again, heard of before a post fails there, or succeeds. */
export function listenToChannels({ app, queue, workspaceOf }: Listening): void {
  for (const [name, reason] of Object.entries(losses)) {
    app.event(name, ({ event, context }) =>
      queue.now(async () => tellLost(channelEvent.parse(event).channel, reason, workspaceOf(context))),
    );
  }
  for (const name of returns) {
    app.event(name, ({ event, context }) =>
      queue.now(async () => tellBack(channelEvent.parse(event).channel, workspaceOf(context))),
    );
  }
  app.event('member_joined_channel', ({ event, context }) => queue.now(() => onJoined(event, workspaceOf(context))));
  app.event('channel_id_changed', ({ event, context }) =>
    queue.now(async () => onIdChanged(event, workspaceOf(context))),
  );
}

function tellLost(channelId: string, reason: string, { handlers, workspaceId }: Workspace): void {
  handlers.onChannelLost?.({ platform: 'slack', workspaceId, channelId }, reason);
}

function tellBack(channelId: string, { handlers, workspaceId }: Workspace): void {
  handlers.onChannelBack?.({ platform: 'slack', workspaceId, channelId });
}

/** People come and go; what matters is whether it is us who were invited. */
async function onJoined(event: unknown, workspace: Workspace): Promise<void> {
  const { channel, user } = memberEvent.parse(event);
  const { botUserId } = await workspace.api.identity();
  if (user === botUserId) tellBack(channel, workspace);
}

/** A channel gets another id when it is shared with another workspace, or no more. */
function onIdChanged(event: unknown, workspace: Workspace): void {
  const { old_channel_id: before, new_channel_id: after } = renamedEvent.parse(event);
  tellLost(before, `Slack gave the channel another id, ${after}; subscribe there anew`, workspace);
}
