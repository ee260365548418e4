import { expect, it } from 'vitest';
import { sampleHandlers, saying } from '../local/sample-service.ts';
import { runInteractions } from './run-interactions.ts';

/** Discord's own, which a machine with other work keeps too; what we want is less, and counted in our own work. */
const discordWaitsMs = 3_000;

it('acknowledges 99 of 100 commands within a quarter of a second, at fifty a second', async () => {
  const { interactions, p99Ms, p99WorkedMs } = await runInteractions({
    perSecond: 50,
    seconds: 2,
    handlers: sampleHandlers(),
    calls: [
      { command: 'who', options: { actor: 'Mirela Danesh' } },
      { command: 'brief', options: {} },
    ],
  });

  expect(interactions).toBe(100);
  expect(p99WorkedMs).toBeLessThan(250);
  expect(p99Ms).toBeLessThan(discordWaitsMs);
});

it('acknowledges in time also when the answers take more time than there is', async () => {
  const { interactions, p99Ms, p99WorkedMs } = await runInteractions({
    perSecond: 50,
    seconds: 2,
    handlers: {
      ...sampleHandlers(),
      async onCommand(_call, responder) {
        await responder.acknowledge({ onlyCaller: true });
        // Half as much again as fits into the second.
        const until = performance.now() + 30;
        while (performance.now() < until);
        await responder.respond(saying('Done.'), { onlyCaller: true });
      },
    },
    calls: [{ command: 'who', options: { actor: 'A' } }],
  });

  expect(interactions).toBe(100);
  // One after the other, the last would wait for a second.
  expect(p99WorkedMs).toBeLessThan(500);
  expect(p99Ms).toBeLessThan(discordWaitsMs);
});
