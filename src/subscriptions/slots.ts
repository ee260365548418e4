import type { Schedule, Weekday } from './schedule.ts';

/** A local date and time at which a subscription is due, and the instant that is. (subscription, `key`) is unique for ever. */
export interface Slot {
  /** `2022-07-19T08:00`, in the schedule's zone. */
  readonly key: string;
  readonly dueAt: Temporal.Instant;
}

/**
 * The slots after `after` that are due by `now`, in order of time, and the first one due later: what planning asks, in one pass. In a spring gap
 * a slot is due at the first instant after the gap, in an autumn fold once, at the first of the two. Two slots of one gap share an instant and
 * stay two.
 */
export function slotsAround(
  schedule: Schedule,
  after: Temporal.Instant,
  now: Temporal.Instant,
): { readonly slots: readonly Slot[]; readonly next: Slot | undefined } {
  const slots: Slot[] = [];
  // A clock that was set back leaves `after` ahead of `now`.
  const from = minutesBetween(now, after) > 0 ? after : now;
  for (const slot of slotsAfter(schedule, after, from.add({ hours: lookAheadHours }))) {
    if (minutesBetween(now, slot.dueAt) > 0) return { slots, next: slot };
    slots.push(slot);
  }
  return { slots, next: undefined };
}

/** Every weekday comes twice, so that one that a zone skips comes too. */
const lookAheadHours = 15 * 24;

/** The first slot after an instant; undefined only for a schedule without days or times. */
export function nextSlot(schedule: Schedule, after: Temporal.Instant): Slot | undefined {
  return slotsAfter(schedule, after, after.add({ hours: lookAheadHours })).next().value;
}

/**
 * Slots due after an instant, in order: a later local time is never due earlier, whatever the zone does. May continue a little past
 * `until`. By days counted in UTC, which asks nothing of the zone: no offset is as long as a day, so that a slot of a local date is
 * due on that day of UTC, or on the one before or after it, in a gap too.
 */
function* slotsAfter(
  { days, times, zone }: Schedule,
  after: Temporal.Instant,
  until: Temporal.Instant,
): Generator<Slot, undefined> {
  const afterMs = after.epochMilliseconds;
  const last = dayOf(until) + 1;
  for (let day = dayOf(after) - 1; day <= last; day++) {
    if (!days.includes(weekdayOf(day))) continue;
    for (const time of times) {
      const slot = slotOn(day, time, zone);
      if (slot.dueAt.epochMilliseconds > afterMs) yield slot;
    }
  }
}

/** Days since 1970-01-01, in UTC. */
function dayOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 86_400_000);
}

/** 1970-01-01 was a Thursday, and nothing is due before it. */
function weekdayOf(day: number): Weekday {
  return (((day + 3) % 7) + 1) as Weekday;
}

const firstDay = Temporal.PlainDate.from('1970-01-01');
/** Thousands of channels share a zone and a time, and a zone's rules stay for as long as a process lives. */
const known = new Map<string, Slot>();
const mostKnown = 5_000;

function slotOn(day: number, time: string, zone: string): Slot {
  const name = `${day} ${time} ${zone}`;
  const found = known.get(name);
  if (found) return found;
  const slot = slotAt(firstDay.add({ days: day }), time, zone);
  if (known.size >= mostKnown) known.clear();
  known.set(name, slot);
  return slot;
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
export function graceMinutesOf(schedule: Schedule, { dueAt }: Pick<Slot, 'dueAt'>): number {
  const next = nextSlot(schedule, dueAt);
  return next ? Math.min(maximumGraceMinutes, Math.floor(minutesBetween(dueAt, next.dueAt) / 2)) : maximumGraceMinutes;
}

const maximumGraceMinutes = 240;

/** As a fraction; negative where `to` comes first. */
export function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 60_000;
}
