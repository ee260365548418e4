import { dayAndMonth, fullDay, weekdayName } from '../../wording/formats.ts';
import type { BriefingStory } from '../briefing.ts';
import type { BriefingFrame } from './briefing-frame.ts';
import type { BriefingWording } from './wording.ts';

/** So many days of a story are listed, with the times of its articles. */
const mostDays = 3;

/** "DW 18 July 14:02, 18:40 · AP, AFP · 3 articles" in the channel's zone. */
export function sourceLine(story: BriefingStory, { zone, at }: BriefingFrame, wording: BriefingWording): string {
  const { year } = at.toZonedDateTimeISO(zone);
  const times = story.publishedAt
    .map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone))
    .toSorted(Temporal.ZonedDateTime.compare);
  const days = Map.groupBy(times, (time) => {
    const day = time.toPlainDate();
    return time.year === year ? dayAndMonth(day, wording) : fullDay(day, wording);
  });
  const listed = spanOfDays([...days].map(([day, list]) => `${day} ${[...new Set(list.map(clockTime))].join(', ')}`));
  return [
    `${story.publishers.join(', ')} ${listed.join('; ')}`,
    story.agencies.join(', '),
    wording.articles(story.articleCount),
    tellsPhase(story) ? wording.phases[story.phase] : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One article alone neither develops nor fades: that is said of what goes on. */
function tellsPhase(story: BriefingStory): story is BriefingStory & Required<Pick<BriefingStory, 'phase'>> {
  return story.phase !== undefined && (story.isUpdate || story.articleCount > 1);
}

/** A long affair's days by the first and the last. */
function spanOfDays(days: readonly string[]): readonly string[] {
  const [first, last] = [days[0], days.at(-1)];
  return days.length > mostDays && first && last ? [`${first} – ${last}`] : days;
}

/** "today 17:00", "Monday 08:00", "12 July 08:00", "23 May 2011 02:00", seen from the frame's time. */
export function dayAndTime(instant: string, { zone, at }: BriefingFrame, wording: BriefingWording): string {
  const then = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const now = at.toZonedDateTimeISO(zone);
  const days = now.toPlainDate().until(then.toPlainDate()).days;
  if (days === 0) return `${wording.today} ${clockTime(then)}`;
  if (days === 1) return `${wording.tomorrow} ${clockTime(then)}`;
  const date = then.toPlainDate();
  return `${nearDay(date, Math.abs(days), wording)} ${clockTime(then)}`;
}

/** As much of a date as says which day is meant, so many days away. */
function nearDay(date: Temporal.PlainDate, days: number, wording: BriefingWording): string {
  if (days < 7) return weekdayName(date, wording);
  return days < 300 ? dayAndMonth(date, wording) : fullDay(date, wording);
}

export function clockTime(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' });
}

export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
