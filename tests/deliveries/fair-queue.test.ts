import { expect, test } from 'vitest';
import { createFairQueue } from '../../src/deliveries/fair-queue.ts';

interface TestItem {
  readonly workspace: string;
  readonly name: string;
  readonly wait?: number;
}

function queueOf(items: readonly TestItem[]) {
  const queue = createFairQueue<TestItem>({
    workspaceOf: ({ workspace }) => workspace,
    waitMs: ({ wait = 0 }) => wait,
  });
  for (const item of items) queue.add(item);
  return queue;
}

function takeAll(queue: ReturnType<typeof queueOf>): string[] {
  const names: string[] = [];
  for (;;) {
    const next = queue.next();
    if (!('item' in next)) return names;
    names.push(next.item.name);
  }
}

test('workspaces take queue, whatever the number of their items', () => {
  const queue = queueOf([
    ...['a1', 'a2', 'a3', 'a4'].map((name) => ({ workspace: 'a', name })),
    { workspace: 'b', name: 'b1' },
    { workspace: 'c', name: 'c1' },
  ]);
  expect(takeAll(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', 'a4']);
});

test('one that comes late takes the next turn', () => {
  const queue = queueOf(['a1', 'a2', 'a3'].map((name) => ({ workspace: 'a', name })));
  queue.next();
  queue.add({ workspace: 'b', name: 'b1' });
  expect(takeAll(queue)).toEqual(['a2', 'b1', 'a3']);
});

test('a item that must wait is passed over, and the shortest wait is told', () => {
  const queue = queueOf([
    { workspace: 'a', name: 'a1', wait: 900 },
    { workspace: 'a', name: 'a2' },
    { workspace: 'b', name: 'b1', wait: 300 },
  ]);
  expect(takeAll(queue)).toEqual(['a2']);
  expect(queue.next()).toEqual({ waitMs: 300 });
  expect(queue.size).toBe(2);
});

test('items can be taken out', () => {
  const queue = queueOf([
    { workspace: 'a', name: 'a1' },
    { workspace: 'b', name: 'b1' },
  ]);
  expect(queue.takeOut(({ workspace }) => workspace === 'a').map(({ name }) => name)).toEqual(['a1']);
  expect(queue.size).toBe(1);
  expect(takeAll(queue)).toEqual(['b1']);
});
