const lost = new WeakSet<Error>();

/** Remembers why a connection ended: its queries fail with that very error, which has no code to know it by. */
export function noteLostConnection(error: Error): void {
  lost.add(error);
}

/** Whether a query failed because its connection had ended. */
export function isLostConnection(error: Error): boolean {
  return lost.has(error);
}
