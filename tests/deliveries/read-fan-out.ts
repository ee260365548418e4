import type { FanOutResult } from './run-fan-out.ts';

/** The share of deliveries after which the steady state is over: the rest are those that failed and wait for another try. */
const steadyShare = 0.95;

/** How much of "so many a second over all" was used while there was enough to send. */
export function globalUse({ posts, admittedMs }: FanOutResult, perSecond: number): number {
  const start = admittedMs[0] ?? 0;
  const end = posts[Math.floor(posts.length * steadyShare)]?.atMs ?? start;
  const admitted = admittedMs.filter((at) => at > start && at <= end).length;
  return admitted / ((perSecond * (end - start)) / 1000);
}

/** How much of "so many a second and channel" was used, over all channels with several posts. */
export function channelUse({ posts }: FanOutResult, perSecond: number): number {
  let needed = 0;
  let taken = 0;
  for (const ofChannel of Map.groupBy(posts, ({ channelId }) => channelId).values()) {
    needed += (ofChannel.length - 1) / perSecond;
    taken += ((ofChannel.at(-1)?.atMs ?? 0) - (ofChannel[0]?.atMs ?? 0)) / 1000;
  }
  return needed / taken;
}

/** Deliveries that stand before one whose slot was earlier, in any channel. */
export function outOfOrder({ posts }: FanOutResult): number {
  const slotOf = (deliveryId: string): string => deliveryId.slice(deliveryId.indexOf('-') + 1);
  return [...Map.groupBy(posts, ({ channelId }) => channelId).values()]
    .map((list) => list.filter((post, index) => slotOf(post.deliveryId) < slotOf(list[index - 1]?.deliveryId ?? '')))
    .reduce((sum, wrong) => sum + wrong.length, 0);
}

export function doubled({ posts }: FanOutResult): number {
  return posts.length - new Set(posts.map(({ deliveryId }) => deliveryId)).size;
}

/** Seconds after the first post until 95 of 100 of a kind of channels were served. */
export function servedAfter({ posts }: FanOutResult, isOfKind: (workspaceId: string) => boolean): number {
  const times = posts.filter(({ workspaceId }) => isOfKind(workspaceId)).map(({ atMs }) => atMs);
  return ((times[Math.floor(times.length * steadyShare)] ?? Number.NaN) - (posts[0]?.atMs ?? 0)) / 1000;
}
