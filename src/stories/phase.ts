/** The phase of a story: a burst of articles, growing daily, steady for days, or declining. */
export type StoryPhase = 'breaking' | 'developing' | 'sustained' | 'fading';

/** The number of articles within hours from which a story is breaking. */
export interface BreakingRate {
  readonly articles: number;
  readonly hours: number;
}

export const defaultBreakingRate: BreakingRate = { articles: 3, hours: 6 };

/** A story with many articles every day is breaking only at this multiple of its usual rate. */
const surge = 3;
const usualDays = 3;

/**
 * The phase of a story by the publication instants of its articles, in any order. Breaking: `rate` is reached, and at least three times the
 * average of the three days before. Fading: a day without an article, or with less than half the daily average of the three days before.
 * Of the others, those older than three days are sustained.
 */
export function phaseOf(
  publishedAt: readonly Temporal.Instant[],
  now: Temporal.Instant,
  rate: BreakingRate = defaultBreakingRate,
): StoryPhase {
  const ages = publishedAt.map((at) => at.until(now).total('hours')).filter((hours) => hours >= 0);
  const countBetween = (from: number, to: number) => ages.filter((hours) => hours >= from && hours < to).length;
  const recent = countBetween(0, rate.hours);
  const usual = (countBetween(rate.hours, rate.hours + usualDays * 24) * rate.hours) / (usualDays * 24);
  if (recent >= rate.articles && recent >= surge * usual) return 'breaking';
  const lastDay = countBetween(0, 24);
  const dayBefore = countBetween(24, 24 * (1 + usualDays)) / usualDays;
  if (lastDay === 0 || lastDay < dayBefore / 2) return 'fading';
  return Math.max(...ages) >= usualDays * 24 ? 'sustained' : 'developing';
}
