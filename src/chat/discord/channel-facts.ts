import { type APIChannel, type APIUser, ChannelFlags, ChannelType, Routes } from 'discord.js';
import type { DiscordRest } from './rest.ts';

/** What posting needs to know of a channel. */
export interface ChannelFacts {
  readonly id: string;
  readonly guildId?: string;
  /** The channel a thread is in; of other channels their category. */
  readonly parentId?: string;
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread' | 'direct';
  /** Of a forum, those that everybody may put on a post. */
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  /** A forum takes no post without a tag. */
  readonly wantsTag?: boolean;
}

/** Channels as Discord described them last; asked for where they are not known. */
export interface ChannelFactsCache {
  of(channelId: string): Promise<ChannelFacts>;
  own(): Promise<Own>;
  forget(channelId: string): void;
}

/** Who we are: the bot's account, and the application that owns our webhooks. Of old applications the two differ. */
export interface Own {
  readonly userId: string;
  readonly applicationId: string;
}

const most = 10_000;

/** Asks Discord once about each channel, until `forget` says that it changed. */
export function createChannelFacts(rest: Pick<DiscordRest, 'get'>): ChannelFactsCache {
  const known = new Map<string, Promise<ChannelFacts>>();
  let own: Promise<Own> | undefined;
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
    own() {
      own ??= askWhoWeAre(rest).catch((error: unknown) => {
        own = undefined;
        throw error;
      });
      return own;
    },
    forget: (channelId) => void known.delete(channelId),
  };
}

async function askWhoWeAre(rest: Pick<DiscordRest, 'get'>): Promise<Own> {
  const [user, application] = (await Promise.all([rest.get(Routes.user()), rest.get(Routes.currentApplication())])) as [
    APIUser,
    { readonly id: string },
  ];
  return { userId: user.id, applicationId: application.id };
}

function factsOf(channel: APIChannel): ChannelFacts {
  const guildId = 'guild_id' in channel ? channel.guild_id : undefined;
  const available = 'available_tags' in channel ? channel.available_tags : [];
  // A moderated one takes Manage Threads, which we do not ask for.
  const tags = available.flatMap(({ id, moderated, name }) => (moderated ? [] : [{ id, name }]));
  const wantsTag = 'available_tags' in channel && ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0;
  const parentId = 'parent_id' in channel ? channel.parent_id : undefined;
  return {
    id: channel.id,
    ...(guildId !== undefined && { guildId }),
    ...(parentId && { parentId }),
    kind: kindOf(channel.type),
    tags,
    ...(wantsTag && { wantsTag }),
  };
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
