import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  ChannelType,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
} from 'discord.js';
import type { Reason } from '../../wording/reason.ts';
import {
  computePermissions,
  isThread,
  missingIn,
  missingOf,
  postsInChannel,
  postsInThread,
  type RightsInGuild,
} from './permissions.ts';
import type { MemberInChannel } from './read-interaction.ts';

/** A channel or thread of a server. */
export interface Place {
  readonly workspaceId: string;
  readonly channelId: string;
}

/** Hears what becomes of channels and servers. */
export interface GuildListener {
  /** What is known of it may be wrong now. */
  onChannelChanged(channelId: string): void;
  onChannelDeleted(place: Place): void;
  /** We may post there no more. */
  onChannelClosed(place: Place, reason: Reason): void;
  /** We may post there, and may not have before. */
  onChannelBack(place: Place): void;
  /** Removed from it; an outage of Discord's is none. */
  onGuildLeft(guildId: string): void;
  /** Added to it while we were connected. `greetIn`: the channel for a greeting, where we may write. */
  onGuildJoined(guildId: string, welcome: { readonly greetIn?: string; readonly locale: string }): void;
}

interface KnownChannel {
  readonly name: string;
  readonly type: ChannelType;
  readonly parentId: string | undefined;
  readonly overwrites: readonly APIOverwrite[];
}

interface Guild {
  readonly id: string;
  readonly ownerId: string | undefined;
  readonly ownId: string | undefined;
  readonly roles: Map<string, bigint>;
  /** Undefined where Discord did not say which roles we have. */
  ownRoles: readonly string[] | undefined;
  readonly channels: Map<string, KnownChannel>;
}

type AnyChannel = Pick<APIChannel, 'id' | 'type'> & {
  readonly guild_id?: string;
  readonly name?: string | null;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly APIOverwrite[] | null;
  readonly thread_metadata?: { readonly locked?: boolean } | null;
};

/**
 * Follows servers as the intent for guilds describes them, as little of them as it takes to know where we may post: roles as bits, channels
 * with their overwrites, and our own roles. What we could do before an event and what we can after it are compared. Each reader takes an
 * event whole or throws before it changed anything.
 */
export function createGuildWatch(listener: GuildListener) {
  const guilds = new Map<string, Guild>();
  /** Servers that Discord said we are in, whose description is still to come or that are down. */
  const expected = new Set<string>();
  let ownId: string | undefined;

  return {
    onReady({ user, guilds: present }: Pick<GatewayReadyDispatchData, 'user' | 'guilds'>): void {
      ownId = user.id;
      for (const { id } of present) expected.add(id);
    },

    permissionsIn({ guildId, channelId, userId, roles }: MemberInChannel): bigint | undefined {
      const guild = guilds.get(guildId);
      const channel = guild?.channels.get(channelId);
      const ruling = channel && isThread(channel.type) ? guild?.channels.get(channel.parentId ?? '') : channel;
      if (!guild || !ruling) return undefined;
      if (guild.ownerId === userId) return ~0n;
      return computePermissions({ guildId, roles: guild.roles, ownRoles: roles, ownId: userId }, ruling.overwrites);
    },

    /** What keeps us from posting in a channel; undefined for nothing, or where it is not known. */
    closedReason(guildId: string, channelId: string): Reason | undefined {
      const guild = guilds.get(guildId);
      return guild && closedChannels(guild, [channelId])?.get(channelId);
    },

    onEvent({ t, d }: GatewayDispatchPayload): void {
      switch (t) {
        case GatewayDispatchEvents.GuildCreate:
          guildCame(d);
          break;
        case GatewayDispatchEvents.GuildDelete:
          guildWent(d);
          break;
        case GatewayDispatchEvents.GuildRoleCreate:
        case GatewayDispatchEvents.GuildRoleUpdate: {
          const [id, permissions] = readRole(d.role);
          comparing(d.guild_id, ({ roles }) => void roles.set(id, permissions));
          break;
        }
        case GatewayDispatchEvents.GuildRoleDelete:
          comparing(d.guild_id, ({ roles }) => void roles.delete(d.role_id));
          break;
        case GatewayDispatchEvents.GuildMemberUpdate:
          if (d.user.id !== ownId) break;
          comparing(d.guild_id, (guild) => {
            guild.ownRoles = d.roles;
          });
          break;
        case GatewayDispatchEvents.ChannelCreate:
        case GatewayDispatchEvents.ThreadCreate:
          remember(d as AnyChannel);
          break;
        case GatewayDispatchEvents.ChannelUpdate:
          channelChanged(d as AnyChannel);
          break;
        case GatewayDispatchEvents.ThreadUpdate:
          threadChanged(d as AnyChannel);
          break;
        case GatewayDispatchEvents.ChannelDelete:
        case GatewayDispatchEvents.ThreadDelete: {
          const { id, guild_id: guildId } = d as AnyChannel;
          if (guildId !== undefined) guilds.get(guildId)?.channels.delete(id);
          listener.onChannelDeleted({ workspaceId: guildId ?? '@me', channelId: id });
          break;
        }
        case GatewayDispatchEvents.WebhooksUpdate:
          listener.onChannelChanged(d.channel_id);
          break;
        default:
      }
    },
  };

  function guildCame(d: GatewayGuildCreateDispatchData): void {
    const guild = readGuild(d, ownId);
    const known = guilds.get(d.id);
    const isNew = !known && !expected.has(d.id);
    expected.delete(d.id);
    guilds.set(d.id, guild);
    if (isNew) listener.onGuildJoined(d.id, welcomeIn(d, guild));
    // While we were away a permission may have changed.
    if (known) reportChanges(guild, closedChannels(known), closedChannels(guild));
  }

  function guildWent({ id, unavailable }: { readonly id: string; readonly unavailable?: boolean }): void {
    if (unavailable) {
      expected.add(id);
      return;
    }
    guilds.delete(id);
    expected.delete(id);
    listener.onGuildLeft(id);
  }

  function remember(channel: AnyChannel): Guild | undefined {
    const guild = channel.guild_id === undefined ? undefined : guilds.get(channel.guild_id);
    guild?.channels.set(channel.id, readChannel(channel));
    return guild;
  }

  function channelChanged(channel: AnyChannel): void {
    listener.onChannelChanged(channel.id);
    const guild = channel.guild_id === undefined ? undefined : guilds.get(channel.guild_id);
    if (!guild) return;
    const known = readChannel(channel);
    const touched = [...guild.channels].flatMap(([id, { parentId }]) => (parentId === channel.id ? [id] : []));
    const before = closedChannels(guild, [channel.id, ...touched]);
    guild.channels.set(channel.id, known);
    reportChanges(guild, before, closedChannels(guild, [channel.id, ...touched]));
  }

  function threadChanged(thread: AnyChannel): void {
    listener.onChannelChanged(thread.id);
    remember(thread);
    // Into an archived thread a message brings it back by itself, into a locked one none goes.
    if (thread.guild_id !== undefined && thread.thread_metadata?.locked === false)
      listener.onChannelBack({ workspaceId: thread.guild_id, channelId: thread.id });
  }

  function comparing(guildId: string, change: (guild: Guild) => void): void {
    const guild = guilds.get(guildId);
    if (!guild) return;
    const before = closedChannels(guild);
    change(guild);
    reportChanges(guild, before, closedChannels(guild));
  }

  function reportChanges({ id: workspaceId, channels }: Guild, before: Closed, after: Closed): void {
    if (!before || !after) return;
    for (const [channelId, reason] of after) {
      if (!before.has(channelId)) listener.onChannelClosed({ workspaceId, channelId }, reason);
    }
    for (const channelId of before.keys()) {
      if (after.has(channelId) || !channels.has(channelId)) continue;
      listener.onChannelChanged(channelId);
      listener.onChannelBack({ workspaceId, channelId });
    }
  }
}

/** Where a server wants such messages, else its first text channel in which we may write; and the language it is set to. */
function welcomeIn(d: GatewayGuildCreateDispatchData, guild: Guild): { greetIn?: string; locale: string } {
  const closed = closedChannels(guild) ?? new Map<string, Reason>();
  const texts = [...guild.channels].filter(([id, { type }]) => type === ChannelType.GuildText && !closed.has(id));
  const system = texts.find(([id]) => id === d.system_channel_id);
  const [greetIn] = system ?? texts[0] ?? [];
  return { locale: d.preferred_locale ?? 'en-US', ...(greetIn !== undefined && { greetIn }) };
}

/** By channel, why we cannot post there; undefined where we do not know our own roles. */
type Closed = ReadonlyMap<string, Reason> | undefined;

function closedChannels(guild: Guild, among: Iterable<string> = guild.channels.keys()): Closed {
  const { id: guildId, ownId, roles, ownRoles, channels } = guild;
  if (!ownRoles) return undefined;
  const closed = new Map<string, Reason>();
  for (const id of among) {
    const channel = channels.get(id);
    if (!channel || !isPostable(channel.type)) continue;
    const ruling = isThread(channel.type) ? channels.get(channel.parentId ?? '') : channel;
    if (!ruling) continue;
    const rights: RightsInGuild = { guildId, roles, ownRoles, ...(ownId !== undefined && { ownId }) };
    const missing = missingOf(
      computePermissions(rights, ruling.overwrites),
      isThread(channel.type) ? postsInThread : postsInChannel,
    );
    if (missing.length === 0) continue;
    closed.set(id, missingIn(channel.name, missing));
  }
  return closed;
}

const otherPostable = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]);

function isPostable(type: ChannelType): boolean {
  return isThread(type) || otherPostable.has(type);
}

function readGuild(d: GatewayGuildCreateDispatchData, ownId: string | undefined): Guild {
  const members = (d.members ?? []) as readonly APIGuildMember[];
  const channels = [...(d.channels ?? []), ...(d.threads ?? [])] as readonly AnyChannel[];
  return {
    id: d.id,
    ownerId: d.owner_id,
    ownId,
    roles: new Map((d.roles ?? []).map(readRole)),
    ownRoles: members.find(({ user }) => user?.id === ownId)?.roles,
    channels: new Map(channels.map((channel) => [channel.id, readChannel(channel)])),
  };
}

function readRole({ id, permissions }: Pick<APIRole, 'id' | 'permissions'>): readonly [string, bigint] {
  return [id, BigInt(permissions)];
}

function readChannel({ name, type, parent_id, permission_overwrites }: AnyChannel): KnownChannel {
  return {
    name: name ?? 'unnamed',
    type,
    parentId: parent_id ?? undefined,
    overwrites: (permission_overwrites ?? []).map(({ id, type: kind, allow, deny }) => ({
      id,
      type: kind,
      allow,
      deny,
    })),
  };
}
