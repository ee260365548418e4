import { type Client, GatewayDispatchEvents, type Guild, PermissionFlagsBits } from 'discord.js';
import type { PlaceListener } from './listen-to-places.ts';

/** What a permission may change with: a channel's own rules, a role, or which roles we have. */
const events = [
  GatewayDispatchEvents.ChannelUpdate,
  GatewayDispatchEvents.GuildRoleUpdate,
  GatewayDispatchEvents.GuildMemberUpdate,
] as const;

/**
 * Tells where we may post again. Each event is heard before discord.js takes it over: where we could not post before it and can after it,
 * the permission came back. Roles, rules and our own membership are what the intent for guilds keeps up to date.
 */
export function watchReturns(
  client: Client,
  listener: Pick<PlaceListener, 'onChannelBack' | 'onChannelChanged'>,
): void {
  // Events that come together are looked at once.
  const underWay = new Set<string>();
  for (const event of events) {
    client.ws.on(event, (data: { readonly guild_id?: string; readonly user?: { readonly id: string } }) => {
      const guild = data.guild_id === undefined ? undefined : client.guilds.cache.get(data.guild_id);
      if (!guild || underWay.has(guild.id) || (data.user && data.user.id !== client.user?.id)) return;
      const closed = closedChannels(guild);
      if (closed.size === 0) return;
      underWay.add(guild.id);
      setImmediate(() => {
        underWay.delete(guild.id);
        tellReturns(guild, closed, listener);
      });
    });
  }
}

function tellReturns(
  guild: Guild,
  closed: ReadonlySet<string>,
  listener: Pick<PlaceListener, 'onChannelBack' | 'onChannelChanged'>,
): void {
  const stillClosed = closedChannels(guild);
  for (const channelId of closed) {
    if (stillClosed.has(channelId) || !guild.channels.cache.has(channelId)) continue;
    listener.onChannelChanged(channelId);
    listener.onChannelBack({ workspaceId: guild.id, channelId });
  }
}

/** Channels and threads that messages can be in, and ours cannot. */
function closedChannels(guild: Guild): ReadonlySet<string> {
  const { me } = guild.members;
  if (!me) return new Set();
  const closed = guild.channels.cache.filter((channel) => {
    if (!channel.isTextBased() && !channel.isThreadOnly()) return false;
    const speaking = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
    return !channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, speaking]);
  });
  return new Set(closed.keys());
}
