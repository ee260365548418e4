import cron from 'node-cron';

/** Calls `tick` at every minute, on time by node-cron; what is due is computed elsewhere. Ticks may overlap: what they call joins its own running work. */
export function startMinuteTick(tick: () => Promise<unknown>): { stop(): Promise<void> } {
  const task = cron.schedule('* * * * *', () => tick());
  return {
    async stop() {
      await task.destroy();
    },
  };
}
