import { type Client, GatewayDispatchEvents, type Guild, PermissionFlagsBits } from 'discord.js';
import type { PlaceListener } from './listen-to-places.ts';

/** What a permission may change with: a channel's own rules, a role, or which roles we have. */
const events = [
  GatewayDispatchEvents.ChannelUpdate,
  GatewayDispatchEvents.GuildRoleUpdate,
  GatewayDispatchEvents.GuildMemberUpdate,
] as const;

type Listener = Pick<PlaceListener, 'onChannelBack' | 'onChannelChanged' | 'onChannelClosed'>;

/**
 * Tells where we may post no more, and where again. Each event is heard before discord.js takes it over, so that what we could do before it
 * and what we can after it are compared. Roles, rules and our own membership are what the intent for guilds keeps up to date.
 */
export function watchPermissions(client: Client, listener: Listener): void {
  // Events that come together are looked at once.
  const underWay = new Set<string>();
  for (const event of events) {
    client.ws.on(event, (data: { readonly guild_id?: string; readonly user?: { readonly id: string } }) => {
      const guild = data.guild_id === undefined ? undefined : client.guilds.cache.get(data.guild_id);
      if (!guild || underWay.has(guild.id) || (data.user && data.user.id !== client.user?.id)) return;
      const before = closedChannels(guild);
      underWay.add(guild.id);
      setImmediate(() => {
        underWay.delete(guild.id);
        const after = closedChannels(guild);
        if (before && after) tellChanges({ guild, before, after }, listener);
      });
    });
  }
}

/** By channel, why we cannot post there. */
type ClosedChannels = ReadonlyMap<string, string>;

interface Change {
  readonly guild: Guild;
  readonly before: ClosedChannels;
  readonly after: ClosedChannels;
}

function tellChanges({ guild, before, after }: Change, listener: Listener): void {
  const workspaceId = guild.id;
  for (const [channelId, reason] of after) {
    if (!before.has(channelId)) listener.onChannelClosed({ workspaceId, channelId }, reason);
  }
  for (const channelId of before.keys()) {
    if (after.has(channelId) || !guild.channels.cache.has(channelId)) continue;
    listener.onChannelChanged(channelId);
    listener.onChannelBack({ workspaceId, channelId });
  }
}

/** Channels and threads that messages can be in, and ours cannot; undefined where we do not know our own roles. */
function closedChannels(guild: Guild): ClosedChannels | undefined {
  const { me } = guild.members;
  if (!me) return undefined;
  const closed = new Map<string, string>();
  for (const channel of guild.channels.cache.values()) {
    if (!channel.isTextBased() && !channel.isThreadOnly()) continue;
    const needed = channel.isThread() ? inThread : inChannel;
    const ours = channel.permissionsFor(me);
    const missing = Object.entries(needed).flatMap(([name, bit]) => (ours.has(bit) ? [] : [`"${name}"`]));
    if (missing.length === 0) continue;
    closed.set(channel.id, `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing in #${channel.name}`);
  }
  return closed;
}

const seeing = { 'View Channels': PermissionFlagsBits.ViewChannel };
const inChannel = { ...seeing, 'Send Messages': PermissionFlagsBits.SendMessages };
const inThread = { ...seeing, 'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads };
