const resolutionMs = 5;

/**
 * How much CPU this thread spends from one beat of a timer to the next, ms: what a timer, or a person, waits for on a machine where
 * nothing else runs. Unlike the loop's delay it does not grow with the load that others make.
 */
export function watchTurns(): { stop(): readonly number[] } {
  const spent: number[] = [];
  let before = process.threadCpuUsage();
  const beat = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    spent.push((user + system) / 1_000);
  }, resolutionMs);
  return {
    stop() {
      clearInterval(beat);
      return spent;
    },
  };
}
