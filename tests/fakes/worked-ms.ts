/**
 * Milliseconds that this process has worked, by which the fakes keep the deadlines of their platforms: what it waits for
 * because a machine is busy with other things is no fault of what is tested. For handlers that wait themselves it stands still.
 */
export function workedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
