import type { Platform } from './platforms.ts';

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
