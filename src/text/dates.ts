import { calendarDates } from './dates-calendar.ts';
import { distances } from './dates-distances.ts';
import { months } from './dates-months.ts';
import { phrases } from './dates-phrases.ts';
import { weekdays } from './dates-weekdays.ts';
import { dateWords } from './dates-words.ts';
import { yearRanges, years } from './dates-years.ts';
import type { FoundDate } from './found-date.ts';

/**
 * The dates of a text in order, read as news means them: "on Monday" is the last one unless the clause looks ahead, "in July" the nearest
 * July. Explicit days and months are chrono's; years, periods, weekdays and distances are ours. Times of day are no dates.
 */
export function findDates(
  text: string,
  language: string,
  publishedAt: Temporal.Instant,
  zone = 'UTC',
): readonly FoundDate[] {
  const today = publishedAt.toZonedDateTimeISO(zone).toPlainDate();
  const words = dateWords(language);
  const found: FoundDate[] = [];
  const take = (dates: Iterable<FoundDate>) => {
    for (const date of dates)
      if (found.every(({ start, end }) => date.end <= start || date.start >= end)) found.push(date);
  };
  take(yearRanges(text, words));
  take(distances(text, words, today));
  take(calendarDates(text, language, today));
  take(months(text, words, today));
  take(phrases(text, words, today));
  take(weekdays(text, words, today));
  take(years(text, words, today));
  return found.toSorted((a, b) => a.start - b.start);
}
