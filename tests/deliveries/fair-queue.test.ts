import { expect, test } from 'vitest';
import { createFairQueue } from '../../src/deliveries/fair-queue.ts';

interface TestJob {
  readonly workspace: string;
  readonly name: string;
  readonly wait?: number;
}

function turnsOf(jobs: readonly TestJob[]) {
  const turns = createFairQueue<TestJob>({ workspaceOf: ({ workspace }) => workspace, waitMs: ({ wait = 0 }) => wait });
  for (const job of jobs) turns.add(job);
  return turns;
}

function takeAll(turns: ReturnType<typeof turnsOf>): string[] {
  const names: string[] = [];
  for (;;) {
    const next = turns.next();
    if (!('job' in next)) return names;
    names.push(next.job.name);
  }
}

test('workspaces take turns, whatever the number of their jobs', () => {
  const turns = turnsOf([
    ...['a1', 'a2', 'a3', 'a4'].map((name) => ({ workspace: 'a', name })),
    { workspace: 'b', name: 'b1' },
    { workspace: 'c', name: 'c1' },
  ]);
  expect(takeAll(turns)).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', 'a4']);
});

test('one that comes late takes the next turn', () => {
  const turns = turnsOf(['a1', 'a2', 'a3'].map((name) => ({ workspace: 'a', name })));
  turns.next();
  turns.add({ workspace: 'b', name: 'b1' });
  expect(takeAll(turns)).toEqual(['a2', 'b1', 'a3']);
});

test('a job that must wait is passed over, and the shortest wait is told', () => {
  const turns = turnsOf([
    { workspace: 'a', name: 'a1', wait: 900 },
    { workspace: 'a', name: 'a2' },
    { workspace: 'b', name: 'b1', wait: 300 },
  ]);
  expect(takeAll(turns)).toEqual(['a2']);
  expect(turns.next()).toEqual({ waitMs: 300 });
  expect(turns.size).toBe(2);
});

test('jobs can be taken out', () => {
  const turns = turnsOf([
    { workspace: 'a', name: 'a1' },
    { workspace: 'b', name: 'b1' },
  ]);
  expect(turns.takeOut(({ workspace }) => workspace === 'a').map(({ name }) => name)).toEqual(['a1']);
  expect(turns.size).toBe(1);
  expect(takeAll(turns)).toEqual(['b1']);
});
