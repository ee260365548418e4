import { type APIChannel, type APIUser, ChannelType, Routes } from 'discord.js';
import type { DiscordRest } from './discord-rest.ts';

/** What posting needs to know of a channel. */
export interface ChannelFacts {
  readonly id: string;
  readonly guildId?: string;
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread' | 'direct';
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

export interface ChannelFactsCache {
  of(channelId: string): Promise<ChannelFacts>;
  /** Of the bot's own account. */
  ownId(): Promise<string>;
  forget(channelId: string): void;
}

const most = 10_000;

/** Asks Discord once about each channel, until `forget` says that it changed. */
export function createChannelFacts(rest: Pick<DiscordRest, 'get'>): ChannelFactsCache {
  const known = new Map<string, Promise<ChannelFacts>>();
  let own: string | undefined;
  return {
    of(channelId) {
      const present = known.get(channelId);
      if (present) return present;
      const asked = rest.get(Routes.channel(channelId)).then((channel) => factsOf(channel as APIChannel));
      asked.catch(() => known.delete(channelId));
      if (known.size >= most) known.clear();
      known.set(channelId, asked);
      return asked;
    },
    async ownId() {
      own ??= ((await rest.get(Routes.user())) as APIUser).id;
      return own;
    },
    forget: (channelId) => void known.delete(channelId),
  };
}

function factsOf(channel: APIChannel): ChannelFacts {
  const guildId = 'guild_id' in channel ? channel.guild_id : undefined;
  const tags = 'available_tags' in channel ? channel.available_tags.map(({ id, name }) => ({ id, name })) : [];
  return { id: channel.id, ...(guildId !== undefined && { guildId }), kind: kindOf(channel.type), tags };
}

function kindOf(type: ChannelType): ChannelFacts['kind'] {
  switch (type) {
    case ChannelType.DM:
    case ChannelType.GroupDM:
      return 'direct';
    case ChannelType.GuildAnnouncement:
      return 'announcement';
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return 'forum';
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return 'thread';
    default:
      return 'text';
  }
}
