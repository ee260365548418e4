import type { Span, TextStyle } from '../../chat/message.ts';
import type { Catalog } from '../../wording/catalog.ts';
import { dayAndMonth, fullDay, weekdayName } from '../../wording/formats.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Correction } from '../news/find-corrections.ts';

/** What a channel's own briefing says besides its stories. */
export interface BriefingFrame {
  /** The topic's name in the briefing's language; undefined for everything or a mixture. */
  readonly topicName?: string;
  /** Topic id that gives the accent. */
  readonly accent?: string;
  readonly zone: string;
  /** The slot's time, or now for a briefing asked for. */
  readonly at: Temporal.Instant;
  readonly next?: Temporal.Instant;
  readonly isLate?: boolean;
  /** What its articles say otherwise since it was posted. */
  readonly corrections?: readonly Correction[];
  /** The language of the interface, if it differs from that of the articles. */
  readonly reader?: string;
  /** One breaking story, delivered outside the schedule. */
  readonly isAlert?: boolean;
  /** Each story is posted by itself, with its own buttons. */
  readonly storiesApart?: boolean;
}

/** Plain words as a span. */
export function text(words: string, style?: TextStyle): Span {
  return { kind: 'text', text: words, ...(style ? { style } : {}) };
}

/** A briefing's own words, with the locale of its dates. */
export type BriefingWording = Catalog['briefing'] &
  Pick<Catalog, 'locale' | 'colon' | 'comma'> &
  Pick<Catalog['answer'], 'openStory'>;

/** In the first of these languages that has a catalog, else English. */
export function briefingWording(...languages: readonly (string | undefined)[]): BriefingWording {
  const { briefing, locale, colon, comma, answer } = wordingFor(...languages);
  return { ...briefing, locale, colon, comma, openStory: answer.openStory };
}

/** The word for a counted thing of stories/quantities.ts; without a translation it is shown as is. */
export function tollName(of: string, { tolls }: Pick<BriefingWording, 'tolls'>): string {
  return Object.entries(tolls).find(([name]) => name === of)?.[1] ?? of;
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

/** A time up to the frame's as it stands after "since": some languages inflect the weekday, or say the hour with a preposition. */
export function sinceTime(instant: string, { zone, at }: BriefingFrame, wording: BriefingWording): string {
  const then = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const date = then.toPlainDate();
  const { days } = date.until(at.toZonedDateTimeISO(zone).toPlainDate());
  const day = days === 0 ? wording.today : nearDay(date, Math.abs(days), wording);
  const which = days === 0 ? 'today' : Math.abs(days) < 7 ? String(date.dayOfWeek) : 'date';
  return wording.since(day, clockTime(then), which, String(then.hour));
}

/** The parts of a date needed to say which day is meant, this many days away. */
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
