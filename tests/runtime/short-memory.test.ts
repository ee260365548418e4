import { expect, test } from 'vitest';
import { createShortMemory } from '../../src/runtime/short-memory.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

test('remembers each thing for its minutes, and the newest where there are many', () => {
  const clock = new FakeClock('2031-03-10T08:00:00Z');
  const memory = createShortMemory<{ step: number }>({ max: 2, minutes: 10, now: () => clock.now() });
  memory.set('one', { step: 1 });
  clock.advance({ minutes: 10 });
  memory.set('two', { step: 2 });
  expect([memory.get('one'), memory.get('two')]).toEqual([{ step: 1 }, { step: 2 }]);
  clock.advance({ seconds: 1 });
  expect([memory.get('one'), memory.get('two')]).toEqual([undefined, { step: 2 }]);
  memory.set('three', { step: 3 });
  memory.set('four', { step: 4 });
  expect([memory.get('two'), memory.get('four')]).toEqual([undefined, { step: 4 }]);
});
