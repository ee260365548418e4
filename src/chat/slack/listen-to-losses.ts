import { z } from 'zod';
import type { Ears } from './listen.ts';

const channelEvent = z.object({ channel: z.string() });

/** In words for who reads why nothing comes any more. */
const channelLosses = {
  channel_archive: 'the channel was archived',
  channel_deleted: 'the channel was deleted',
  channel_left: 'Kurzwelle was removed from the channel',
  group_archive: 'the channel was archived',
  group_deleted: 'the channel was deleted',
  group_left: 'Kurzwelle was removed from the channel',
} as const;

const workspaceLosses = {
  app_uninstalled: 'Kurzwelle was uninstalled from the workspace',
  tokens_revoked: 'the token of Kurzwelle was revoked',
} as const;

/** Channels that are closed and workspaces that uninstall us, heard of before a post fails there. */
export function listenToLosses({ api, app, handlers, turns }: Ears): void {
  for (const [name, reason] of Object.entries(channelLosses)) {
    app.event(name, ({ event }) => turns.run(() => tellChannelLost(event, reason)));
  }
  for (const [name, reason] of Object.entries(workspaceLosses)) {
    app.event(name, () => turns.run(() => tellWorkspaceLost(reason)));
  }

  async function tellChannelLost(event: unknown, reason: string): Promise<void> {
    const { channel: channelId } = channelEvent.parse(event);
    const { workspaceId } = await api.identity();
    handlers.onChannelLost?.({ platform: 'slack', workspaceId, channelId }, reason);
  }

  async function tellWorkspaceLost(reason: string): Promise<void> {
    const { workspaceId } = await api.identity();
    handlers.onWorkspaceLost?.({ platform: 'slack', workspaceId }, reason);
  }
}
