/** Items that wait to be sent, workspaces in round-robin order, so that the many items of one do not delay the few of another. */
export interface FairQueue<OutboxItem> {
  readonly size: number;
  add(item: OutboxItem): void;
  /** The next item that can be sent now; if there is none, the shortest time until one can. */
  next(): { readonly item: OutboxItem } | { readonly waitMs: number };
  /** Removes and returns all items that match. */
  takeOut(isOut: (item: OutboxItem) => boolean): readonly OutboxItem[];
}

/** Makes an empty queue; within a workspace the oldest item that can be sent now goes first. */
export function createFairQueue<OutboxItem>({
  workspaceOf,
  waitMs,
}: {
  readonly workspaceOf: (item: OutboxItem) => string;
  readonly waitMs: (item: OutboxItem) => number;
}): FairQueue<OutboxItem> {
  /** In round-robin order: a workspace that was served goes to the end. */
  const waiting = new Map<string, OutboxItem[]>();
  let size = 0;

  function remove(workspace: string, items: OutboxItem[], index: number): void {
    items.splice(index, 1);
    size--;
    waiting.delete(workspace);
    if (items.length > 0) waiting.set(workspace, items);
  }

  return {
    get size() {
      return size;
    },
    add(item) {
      const workspace = workspaceOf(item);
      const items = waiting.get(workspace);
      if (items) items.push(item);
      else waiting.set(workspace, [item]);
      size++;
    },
    next() {
      let shortest = Number.POSITIVE_INFINITY;
      for (const [workspace, items] of waiting) {
        for (const [index, item] of items.entries()) {
          const wait = waitMs(item);
          if (wait <= 0) {
            remove(workspace, items, index);
            return { item };
          }
          shortest = Math.min(shortest, wait);
        }
      }
      return { waitMs: shortest };
    },
    takeOut(isOut) {
      const out: OutboxItem[] = [];
      for (const [workspace, items] of waiting) {
        const staying = items.filter((item) => !isOut(item));
        if (staying.length === items.length) continue;
        out.push(...items.filter((item) => isOut(item)));
        if (staying.length === 0) waiting.delete(workspace);
        else waiting.set(workspace, staying);
      }
      size -= out.length;
      return out;
    },
  };
}
