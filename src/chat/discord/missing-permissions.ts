import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import { ChatError } from '../chat.ts';
import type { DiscordRest } from './discord-rest.ts';
import { neededPermissions } from './install-link.ts';

interface Facts {
  readonly guildId: string;
  readonly ownId: string;
  readonly member: Pick<APIGuildMember, 'roles'>;
  readonly roles: readonly Pick<APIRole, 'id' | 'permissions'>[];
  readonly overwrites: readonly APIOverwrite[];
}

/** Which permissions we lack in a channel, by the rules of https://docs.discord.com/developers/topics/permissions. */
function missingPermissions({ guildId, ownId, member, roles, overwrites }: Facts): readonly string[] {
  const ours = roles.filter(({ id }) => id === guildId || member.roles.includes(id));
  const base = ours.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if (base & PermissionFlagsBits.Administrator) return [];
  const everyone = overwrites.filter(({ id }) => id === guildId);
  const byRole = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && id !== guildId && member.roles.includes(id),
  );
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === ownId);
  const allowed = [everyone, byRole, own].reduce(applied, base);
  return Object.entries(neededPermissions).flatMap(([name, bit]) => ((allowed & bit) === 0n ? [name] : []));
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
    const overwrites = channel.permission_overwrites ?? [];
    const missing = missingPermissions({ guildId, ownId: own, member, roles, overwrites });
    if (missing.length === 0) return error;
    const names = missing.map((name) => `"${name}"`).join(', ');
    return new ChatError(`${names} ${missing.length === 1 ? 'is' : 'are'} missing in #${channel.name ?? channelId}`, {
      kind: 'missing-permission',
      cause: error,
    });
  } catch {
    // A channel that may not be seen cannot be read either; what Discord said first is all there is to say.
    return error;
  }
}

interface ChannelWithOverwrites {
  readonly guild_id?: string;
  readonly name?: string;
  readonly permission_overwrites?: readonly APIOverwrite[];
}
