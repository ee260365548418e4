import type { DateUnit, DateWords } from './dates-words.ts';
import { type FoundDate, spanOf } from './found-date.ts';

/** "Yesterday", "next week", "at the weekend". */
export function* phrases(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const { pattern, unit, offset } of words.phrases) {
    for (const match of text.matchAll(pattern)) yield { ...spanOf(match), ...periodAt(today, unit, offset) };
  }
}

function periodAt(
  today: Temporal.PlainDate,
  unit: DateUnit | 'weekend',
  offset: number,
): { date: string; until?: string } {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  if (unit === 'week') return period(monday.add({ weeks: offset }), 6);
  if (unit === 'weekend') {
    const saturday = monday.add({ days: 5 });
    const isOver = today.dayOfWeek >= 6;
    return period(offset < 0 && !isOver ? saturday.subtract({ weeks: 1 }) : saturday, 1);
  }
  if (unit === 'month') return { date: today.add({ months: offset }).toString().slice(0, 7) };
  if (unit === 'year') return { date: String(today.year + offset) };
  return { date: today.add({ days: offset }).toString() };
}

function period(first: Temporal.PlainDate, moreDays: number): { date: string; until: string } {
  return { date: first.toString(), until: first.add({ days: moreDays }).toString() };
}
