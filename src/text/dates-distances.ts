import type { DateUnit, DateWords } from './dates-words.ts';
import { type FoundDate, spanOf } from './found-date.ts';
import { fold } from './terms.ts';

/** "Two weeks ago", "within two months". */
export function* distances(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const [pattern, sign] of [
    [words.ago, -1],
    [words.within, 1],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const { count = '', unit: unitWord = '', ahead } = match.groups ?? {};
      // Later than what was told before, not than today.
      if (/^ (?:later|after (?:that|this)|danach|später)\b/iu.test(text.slice(spanOf(match).end))) continue;
      // "The first in 30 years" looks back; "will end in two weeks" does not.
      if (sign > 0 && ahead === undefined && !words.future.test(text.slice(0, match.index))) continue;
      const amount = /^\d/u.test(count) ? Number(count) : words.numbers.get(fold(count));
      const unit = words.units.get(fold(unitWord));
      if (amount === undefined || unit === undefined) continue;
      yield { ...spanOf(match), date: away(today, sign * amount, unit), ...(sign > 0 && { isTerm: true as const }) };
    }
  }
}

/** As exact as its unit: two years ago is a year, two weeks ago a day. */
function away(today: Temporal.PlainDate, amount: number, unit: DateUnit): string {
  if (unit === 'decade') return String(today.year + amount * 10);
  if (unit === 'year') return String(today.year + amount);
  if (unit === 'month') return today.add({ months: amount }).toString().slice(0, 7);
  if (unit === 'week') return today.add({ weeks: amount }).toString();
  return today.add({ days: unit === 'hour' ? Math.trunc(amount / 24) : amount }).toString();
}
