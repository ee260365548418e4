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
  for (const slot of slotsAfter(schedule, after, until)) {
    if (Temporal.Instant.compare(slot.dueAt, until) <= 0) slots.push(slot);
  }
  return slots;
}

/** The slots after `after` that are due by `now`, and the first one due later: what planning asks, in one pass. */
export function slotsAround(
  schedule: Schedule,
  after: Temporal.Instant,
  now: Temporal.Instant,
): { readonly slots: readonly Slot[]; readonly next: Slot | undefined } {
  const slots: Slot[] = [];
  // A clock that was set back leaves `after` ahead of `now`.
  const from = Temporal.Instant.compare(after, now) > 0 ? after : now;
  for (const slot of slotsAfter(schedule, after, from.add({ hours: lookAheadHours }))) {
    if (Temporal.Instant.compare(slot.dueAt, now) > 0) return { slots, next: slot };
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
 * Slots due after an instant, in order: a later local time is never due earlier, whatever the zone does. Begins a day early, since a
 * day that the zone skipped is due when it is over, and ends with the local day of `until`.
 */
function* slotsAfter(
  { days, times, zone }: Schedule,
  after: Temporal.Instant,
  until: Temporal.Instant,
): Generator<Slot, undefined> {
  const last = until.toZonedDateTimeISO(zone).toPlainDate();
  let date = after.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!days.includes(date.dayOfWeek as Weekday)) continue;
    for (const time of times) {
      const slot = slotAt(date, time, zone);
      if (Temporal.Instant.compare(slot.dueAt, after) > 0) yield slot;
    }
  }
}

/** The slot of one local date and time. */
export function slotAt(date: Temporal.PlainDate, time: string, zone: string): Slot {
  const name = `${date} ${time} ${zone}`;
  const found = known.get(name) ?? computeSlot(date.toPlainDateTime(time), zone);
  if (known.size >= mostKnown) known.clear();
  known.set(name, found);
  return found;
}

/** Thousands of channels share a zone and a time, and a zone's rules stay for as long as a process lives. */
const known = new Map<string, Slot>();
const mostKnown = 5_000;

function computeSlot(local: Temporal.PlainDateTime, zone: string): Slot {
  const key = local.toString({ smallestUnit: 'minute' });
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) return { key, dueAt: earlier.toInstant() };
  const gapEnd = earlier.getTimeZoneTransition('next');
  return { key, dueAt: (gapEnd ?? local.toZonedDateTime(zone)).toInstant() };
}

/** How long after its time a missed slot is still worth delivering: half the gap to the next one, four hours at most. */
export function graceOf(schedule: Schedule, slot: Pick<Slot, 'dueAt'>): Temporal.Duration {
  const next = nextSlot(schedule, slot.dueAt);
  const gapMinutes = next ? slot.dueAt.until(next.dueAt).total('minutes') : maximumGraceMinutes * 2;
  return Temporal.Duration.from({ minutes: Math.min(maximumGraceMinutes, Math.floor(gapMinutes / 2)) });
}

const maximumGraceMinutes = 240;
