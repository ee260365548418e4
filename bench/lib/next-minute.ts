/** The service looks once a minute: the next look at which what is due at `due` is due. */
export function nextMinute(due: Temporal.Instant | undefined, now: Temporal.Instant): string {
  const soonest = now.add({ minutes: 1 });
  const next = due && Temporal.Instant.compare(due, soonest) > 0 ? due : soonest;
  return next.round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toString();
}
