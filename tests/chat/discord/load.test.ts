import { expect, it } from 'vitest';
import { sampleHandlers } from '../local/sample-service.ts';
import { runInteractions } from './run-interactions.ts';

it('acknowledges 99 of 100 commands within a quarter of a second, at fifty a second', async () => {
  const { interactions, p99Ms } = await runInteractions({
    perSecond: 50,
    seconds: 2,
    handlers: sampleHandlers(),
    calls: [
      { command: 'who', options: { actor: 'Mirela Danesh' } },
      { command: 'brief', options: {} },
    ],
  });

  expect(interactions).toBe(100);
  expect(p99Ms).toBeLessThan(250);
});
