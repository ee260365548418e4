import cron from 'node-cron';

/**
 * Calls `tick` at every minute, or every so many seconds of it, on time by node-cron; what is due is computed elsewhere.
 * Ticks may overlap: what they call joins its own running work.
 */
export function startTick(tick: () => Promise<unknown>, { everySeconds = 60 } = {}): { stop(): Promise<void> } {
  const seconds = everySeconds >= 60 ? '0' : `*/${everySeconds}`;
  const task = cron.schedule(`${seconds} * * * * *`, () => tick());
  return {
    async stop() {
      await task.destroy();
    },
  };
}
