/** How often a feed brings something new, seen from the entries it brought. */
export interface FeedRhythm {
  readonly newPerDay: number;
  /** The longest usual gap between two entries; a rare, longer one (holidays, an outage) is no habit. */
  readonly longestGapHours: number;
  readonly newestAt: Temporal.Instant;
}

/** The fewest entries that show a rhythm. */
const fewestArrivals = 3;
const rateDays = 7;
/** The share of gaps that counts as usual. */
const usualShare = 0.95;

/** The rhythm of a feed whose newest entries arrived at these instants, in any order; undefined while too few are known. */
export function feedRhythm(arrivals: readonly Temporal.Instant[], now: Temporal.Instant): FeedRhythm | undefined {
  const hours = arrivals.map((arrival) => arrival.until(now).total('hours')).toSorted((a, b) => a - b);
  const [newest = 0] = hours;
  const oldest = hours.at(-1) ?? 0;
  if (hours.length < fewestArrivals || oldest <= 0) return undefined;
  const gaps = hours.slice(1).map((age, index) => age - (hours[index] ?? age));
  return {
    newPerDay: ratePerDay(hours, oldest),
    longestGapHours: gaps.toSorted((a, b) => a - b)[Math.ceil(gaps.length * usualShare) - 1] ?? 0,
    newestAt: now.subtract({ seconds: Math.round(newest * 3600) }),
  };
}

/** Of the last week, or of all known entries if the week had too few. */
function ratePerDay(ages: readonly number[], oldest: number): number {
  const recent = ages.filter((age) => age < rateDays * 24);
  const days = Math.max(1, recent.length < fewestArrivals ? oldest / 24 : Math.min(rateDays, oldest / 24));
  return (recent.length < fewestArrivals ? ages.length : recent.length) / days;
}
