import cron, { type ScheduledTask } from 'node-cron';

/**
 * Calls `tick` every minute, or every given number of seconds within it, using node-cron; what is due is computed elsewhere. It has to cope with its
 * own errors. Ticks may overlap: what they call joins its own running work.
 */
export function startTick(tick: () => Promise<unknown>, { everySeconds = 60 } = {}): { stop(): Promise<void> } {
  let task = schedule(tick, everySeconds);
  const watch = onClockSet(() => {
    void task.destroy();
    task = schedule(tick, everySeconds);
    void tick();
  });
  return {
    async stop() {
      clearInterval(watch);
      await task.destroy();
    },
  };
}

/** A tick that a busy process comes late to is late, not left out: node-cron would leave it out after a second, and tell the console. */
function schedule(tick: () => Promise<unknown>, everySeconds: number): ScheduledTask {
  const seconds = everySeconds >= 60 ? '0' : `*/${everySeconds}`;
  return cron.schedule(`${seconds} * * * * *`, () => tick(), {
    missedExecutionTolerance: everySeconds * 1_000,
    suppressMissedWarning: true,
  });
}

const lookMs = 1_000;
/** Less is the clock being led, or a timer being late. */
const jumpMs = 2_000;

/**
 * Notices that the system's time jumped beside a steady count: it was set, or the machine slept. node-cron waits for a minute that it has
 * named: after an hour's step back it would be silent for that hour, after a step of years it would go through each minute of them.
 */
function onClockSet(act: () => void): NodeJS.Timeout {
  const offset = (): number => Date.now() - performance.now();
  let last = offset();
  return setInterval(() => {
    const now = offset();
    const isSet = Math.abs(now - last) > jumpMs;
    last = now;
    if (isSet) act();
  }, lookMs).unref();
}
