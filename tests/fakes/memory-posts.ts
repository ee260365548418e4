import type { LocalPost, LocalPosts } from '../../src/chat/local/local-posts.ts';

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
