import type { Message } from '../message.ts';

/** A post of the local chat as it is kept: plain JSON, so that a table row or a line of a file can hold it. */
export interface LocalPost {
  readonly id: string;
  readonly channelId: string;
  /** The id of the post whose thread this one continues. */
  readonly threadId?: string;
  readonly deliveryId?: string;
  /** The command this post answers, and who gave it. */
  readonly asked?: Asked;
  readonly message: Message;
  /** ISO instants. */
  readonly postedAt: string;
  readonly editedAt?: string;
}

/** Who asked on the page, and what was typed. */
export interface Asked {
  readonly by: string;
  readonly line: string;
}

/** Keeps the posts of the local chat. */
export interface LocalPosts {
  /** The newest `limit` posts of a channel, oldest first; replies in threads count as posts. */
  list(channelId: string, options: { readonly limit: number }): Promise<readonly LocalPost[]>;
  /** Keeps the post, or returns the one that already carries its delivery id in that channel. */
  insert(post: LocalPost): Promise<LocalPost>;
  /** Undefined when there is no such post in the channel. */
  update(
    post: Pick<LocalPost, 'id' | 'channelId'>,
    change: { readonly message: Message; readonly editedAt: string },
  ): Promise<LocalPost | undefined>;
  /** Whether there was one to remove. */
  remove(post: Pick<LocalPost, 'id' | 'channelId'>): Promise<boolean>;
  findDelivery(channelId: string, deliveryId: string): Promise<LocalPost | undefined>;
}
