import cron from 'node-cron';

/** Calls `tick` at every minute, on time by node-cron; what is due is computed elsewhere. A tick that still runs is not joined by a second. */
export function startMinuteTick(tick: () => Promise<unknown>): { stop(): Promise<void> } {
  const task = cron.schedule('* * * * *', () => tick(), { noOverlap: true });
  return {
    async stop() {
      await task.destroy();
    },
  };
}
