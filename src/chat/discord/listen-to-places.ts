import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayGuildDeleteDispatchData,
  type GatewayThreadUpdateDispatchData,
} from 'discord.js';
import { watchPermissions } from './watch-permissions.ts';

/** A channel or thread of a server. */
export interface Place {
  readonly workspaceId: string;
  readonly channelId: string;
}

/** Hears what becomes of channels and servers. */
export interface PlaceListener {
  /** What is known of it may be wrong now. */
  onChannelChanged(channelId: string): void;
  onChannelDeleted(place: Place): void;
  /** We may post there no more, for a reason in words. */
  onChannelClosed(place: Place, reason: string): void;
  /** We may post there, and may not have before. */
  onChannelBack(place: Place): void;
  /** Removed from it; an outage of Discord's is none. */
  onGuildLeft(guildId: string): void;
  /** Added to it while we were connected. */
  onGuildJoined(guildId: string): void;
}

/** Tells a listener of deleted and changed channels, of servers we come to and leave, and of permissions that are taken and come back. */
export function listenToPlaces(client: Client, listener: PlaceListener): void {
  const { ws } = client;
  const onDeleted = ({ id, guild_id: guildId }: { id: string; guild_id?: string }) =>
    listener.onChannelDeleted({ workspaceId: guildId ?? '@me', channelId: id });
  ws.on(GatewayDispatchEvents.ChannelUpdate, ({ id }: { id: string }) => listener.onChannelChanged(id));
  ws.on(GatewayDispatchEvents.WebhooksUpdate, ({ channel_id: id }: { channel_id: string }) =>
    listener.onChannelChanged(id),
  );
  ws.on(GatewayDispatchEvents.ChannelDelete, onDeleted);
  ws.on(GatewayDispatchEvents.ThreadDelete, onDeleted);
  ws.on(GatewayDispatchEvents.ThreadUpdate, (thread: GatewayThreadUpdateDispatchData) => {
    listener.onChannelChanged(thread.id);
    // Into an archived thread a message brings it back by itself, into a locked one none goes.
    if (thread.guild_id !== undefined && thread.thread_metadata?.locked === false)
      listener.onChannelBack({ workspaceId: thread.guild_id, channelId: thread.id });
  });
  ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GatewayGuildDeleteDispatchData) => {
    if (!unavailable) listener.onGuildLeft(id);
  });
  // Over the wire every server comes anew with each connection; discord.js tells those that we come to.
  client.on(Events.GuildCreate, ({ id }) => listener.onGuildJoined(id));
  watchPermissions(client, listener);
}
