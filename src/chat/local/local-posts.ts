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

/** Keeps posts as long as the process lives. */
export function createMemoryPosts(): LocalPosts {
  let posts: readonly LocalPost[] = [];

  const findDelivery = (channelId: string, deliveryId: string) =>
    posts.find((post) => post.channelId === channelId && post.deliveryId === deliveryId);

  return {
    async list(channelId, { limit }) {
      return limit > 0 ? posts.filter((post) => post.channelId === channelId).slice(-limit) : [];
    },
    async insert(post) {
      const known = post.deliveryId === undefined ? undefined : findDelivery(post.channelId, post.deliveryId);
      if (known) return known;
      posts = [...posts, post];
      return post;
    },
    async update({ id, channelId }, change) {
      const known = posts.find((post) => post.id === id && post.channelId === channelId);
      if (!known) return undefined;
      const changed = { ...known, ...change };
      posts = posts.map((post) => (post === known ? changed : post));
      return changed;
    },
    async remove({ id, channelId }) {
      const before = posts.length;
      posts = posts.filter((post) => post.id !== id || post.channelId !== channelId);
      return posts.length < before;
    },
    findDelivery: async (channelId, deliveryId) => findDelivery(channelId, deliveryId),
  };
}
