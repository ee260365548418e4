/**
 * The chat platforms, in the order in which an operator is offered them. The one place that lists them: types, schemas, choices of the command
 * line and the settings under `chat` derive from it. The names are stored with every channel, so they stay.
 */
export const platforms = ['slack', 'discord', 'local'] as const;

/** Where a channel is. */
export type Platform = (typeof platforms)[number];

/** A platform that an operator connects with secrets; the local page needs none. */
export type RemotePlatform = Exclude<Platform, 'local'>;

/** The platforms that an operator connects with secrets. */
export const remotePlatforms: readonly RemotePlatform[] = platforms.filter((platform) => platform !== 'local');

/** A place to post: ids are the platform's own, stable over renames. */
export interface ChannelRef {
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly channelId: string;
}

/** A reference to a posted message, to edit, delete, or continue it in its thread. */
export interface PostRef extends ChannelRef {
  readonly messageId: string;
  readonly threadId?: string;
  /** Messages that continue it in its thread, where the platform would not find them again by itself. */
  readonly parts?: readonly string[];
  /** Messages of its other stories, in order, before it, where each was posted by itself. */
  readonly stories?: readonly string[];
}

/** A person, as the platform names them in a workspace. */
export interface UserRef {
  readonly workspaceId: string;
  readonly userId: string;
}
