/** Whether an entry of this date is too old to fetch. */
export function isOlderThan(instant: Temporal.Instant, now: Temporal.Instant, days: number): boolean {
  return instant.until(now).total('hours') > days * 24;
}
