import type { Schedule, Weekday } from './schedule.ts';

/** A local date and time at which a subscription is due, and the instant that is. (subscription, `key`) is unique for ever. */
export interface Slot {
  /** `2022-07-19T08:00`, in the schedule's zone. */
  readonly key: string;
  readonly dueAt: Temporal.Instant;
}

/**
 * The slots of a schedule due after `after` and not after `until`, in order of time. In a spring gap a slot is due at the first
 * instant after the gap, in an autumn fold once, at the first of the two. Two slots of one gap share an instant and stay two.
 */
export function slotsBetween(schedule: Schedule, after: Temporal.Instant, until: Temporal.Instant): Slot[] {
  const slots: Slot[] = [];
  const last = until.toZonedDateTimeISO(schedule.zone).toPlainDate();
  let date = after.toZonedDateTimeISO(schedule.zone).toPlainDate().subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!schedule.days.includes(date.dayOfWeek as Weekday)) continue;
    for (const time of schedule.times) {
      const slot = slotAt(date, time, schedule.zone);
      if (Temporal.Instant.compare(slot.dueAt, after) > 0 && Temporal.Instant.compare(slot.dueAt, until) <= 0)
        slots.push(slot);
    }
  }
  return slots.toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt) || (a.key < b.key ? -1 : 1));
}

/** The first slot after an instant; undefined only for a schedule without days or times. Looks 15 days ahead: every weekday comes twice. */
export function nextSlot(schedule: Schedule, after: Temporal.Instant): Slot | undefined {
  return slotsBetween(schedule, after, after.add({ hours: 15 * 24 }))[0];
}

/** The slot of one local date and time. */
export function slotAt(date: Temporal.PlainDate, time: string, zone: string): Slot {
  const local = date.toPlainDateTime(time);
  const key = local.toString({ smallestUnit: 'minute' });
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) return { key, dueAt: earlier.toInstant() };
  const gapEnd = earlier.getTimeZoneTransition('next');
  return { key, dueAt: (gapEnd ?? local.toZonedDateTime(zone)).toInstant() };
}

/** How long after its time a missed slot is still worth delivering: half the gap to the next one, four hours at most. */
export function graceOf(schedule: Schedule, slot: Slot): Temporal.Duration {
  const next = nextSlot(schedule, slot.dueAt);
  const gapMinutes = next ? slot.dueAt.until(next.dueAt).total('minutes') : maximumGraceMinutes * 2;
  return Temporal.Duration.from({ minutes: Math.min(maximumGraceMinutes, Math.floor(gapMinutes / 2)) });
}

const maximumGraceMinutes = 240;
