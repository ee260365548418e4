import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { type Reason, reason } from '../../wording/reason.ts';
import { ChatError } from '../chat.ts';
import type { DiscordRest } from './rest.ts';

/** What the bot needs in a channel it posts to, and why. */
const neededPermissions = {
  'View Channels': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

/** What more it needs where subscriptions are to have a name and picture of their own. */
const ownLookPermissions = { 'Manage Webhooks': PermissionFlagsBits.ManageWebhooks } as const;

const threadTypes: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** A thread, also one of a forum. */
export function isThread(type: ChannelType | undefined): boolean {
  return threadTypes.has(type);
}

const seeing = { 'View Channels': PermissionFlagsBits.ViewChannel };
/** Without these nothing can be posted in a channel. */
export const postsInChannel = { ...seeing, 'Send Messages': PermissionFlagsBits.SendMessages };
/** And in a thread. */
export const postsInThread = { ...seeing, 'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads };

/** Which permission lets a member change a channel's subscriptions; the operator chooses. */
export type ManagePermission = 'ManageChannels' | 'ManageGuild' | 'ManageMessages' | 'ManageWebhooks';

/** Where an administrator adds the bot to a server, with the least permissions: those above and no others. */
export function installLink(applicationId: string, { ownLooks = false }: { readonly ownLooks?: boolean } = {}): string {
  const wanted = { ...neededPermissions, ...(ownLooks && ownLookPermissions) };
  const permissions = Object.values(wanted).reduce((sum, bit) => sum | bit, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** What we are in a server: roles by id, the one of everybody has the server's own. */
export interface RightsInGuild {
  readonly guildId: string;
  readonly roles: ReadonlyMap<string, bigint>;
  readonly ownRoles: readonly string[];
  readonly ownId?: string;
}

/** What we may do under a channel's overwrites, by https://docs.discord.com/developers/topics/permissions#permission-overwrites. */
export function computePermissions(rights: RightsInGuild, overwrites: readonly APIOverwrite[]): bigint {
  const { guildId, roles, ownRoles, ownId } = rights;
  const base = [guildId, ...ownRoles].reduce((sum, id) => sum | (roles.get(id) ?? 0n), 0n);
  if (base & PermissionFlagsBits.Administrator) return ~0n;
  const everyone = overwrites.filter(({ id }) => id === guildId);
  const byRole = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && id !== guildId && ownRoles.includes(id),
  );
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === ownId);
  return [everyone, byRole, own].reduce(applied, base);
}

/** The names of the permissions that are not among those we have. */
export function missingOf(
  permissions: bigint,
  needed: Readonly<Record<string, bigint>> = neededPermissions,
): readonly string[] {
  return Object.entries(needed).flatMap(([name, bit]) => ((permissions & bit) === 0n ? [name] : []));
}

function applied(permissions: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const denied = overwrites.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const granted = overwrites.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (permissions & ~denied) | granted;
}

/** The error with the names of what is missing and where; as it was where that cannot be found out. */
export async function namingPermissions(
  error: unknown,
  channelId: string,
  { rest, ownId }: { rest: Pick<DiscordRest, 'get'>; ownId: () => Promise<string> },
): Promise<unknown> {
  if (!(error instanceof ChatError) || error.kind !== 'missing-permission') return error;
  try {
    const channel = (await rest.get(Routes.channel(channelId))) as ChannelWithOverwrites;
    if (channel.guild_id === undefined) return error;
    const guildId = channel.guild_id;
    const own = await ownId();
    const [member, roles] = await Promise.all([
      rest.get(Routes.guildMember(guildId, own)) as Promise<APIGuildMember>,
      rest.get(Routes.guildRoles(guildId)) as Promise<APIRole[]>,
    ]);
    const rights = {
      guildId,
      ownId: own,
      ownRoles: member.roles,
      roles: new Map(roles.map(({ id, permissions }) => [id, BigInt(permissions)])),
    };
    const missing = missingOf(computePermissions(rights, channel.permission_overwrites ?? []));
    if (missing.length === 0) return error;
    return new ChatError(missingIn(channel.name ?? channelId, missing), {
      kind: 'missing-permission',
      cause: error,
    });
  } catch {
    // A channel that may not be seen cannot be read either; what Discord said first is all there is to say.
    return error;
  }
}

/** What a channel's people read of permissions that we lack there. */
export function missingIn(channel: string, missing: readonly string[]): Reason {
  const names = missing.map((name) => `"${name}"`).join(', ');
  return missing.length === 1
    ? reason('permissionMissing', { name: names, channel })
    : reason('permissionsMissing', { names, channel });
}

interface ChannelWithOverwrites {
  readonly guild_id?: string;
  readonly name?: string;
  readonly permission_overwrites?: readonly APIOverwrite[];
}
