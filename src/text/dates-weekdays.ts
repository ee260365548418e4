import type { DateWords } from './dates-words.ts';
import { type FoundDate, spanOf } from './found-date.ts';
import { fold } from './terms.ts';

/** "On Monday": the last one unless the clause looks ahead. */
export function* weekdays(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const match of text.matchAll(/\p{Lu}\p{Ll}+/gu)) {
    const name = fold(match[0]);
    const isoDay =
      words.weekdays.get(name) ?? words.weekdays.get(name.replace(/(?:morgen|abend|nachmittag|nacht|s)$/u, ''));
    if (isoDay === undefined) continue;
    const before = text.slice(0, match.index);
    const clause = before.slice(Math.max(0, before.search(/[^.!?;]*$/u)));
    const isAhead =
      words.ahead.test(before) ||
      preparedFor.test(before) ||
      willThen(before, text.slice(spanOf(match).end)) ||
      (words.future.test(clause) && !saidThatDay(text.slice(spanOf(match).end)));
    yield { ...spanOf(match), date: weekdayNear(today, isoDay, isAhead).toString() };
  }
}

/** "Ahead of the celebrations on Sunday", "declared Saturday a day of mourning". */
const preparedFor = /\b(?:ahead of [^,.;]{1,50} (?:on )?|declared )$/iu;

/** "On Sunday, her twins will accept the prize." */
function willThen(before: string, after: string): boolean {
  return (
    /^(?:On )?$/u.test(before) &&
    /^,? [^.;:"“]{0,60}?\b(?:will|is to|are to|(?:is|are) (?:expected|due|set) to)\b/u.test(after)
  );
}

/** "... would be live-streamed, he said on Sunday": the day belongs to what was said. */
function saidThatDay(after: string): boolean {
  return /^(?: that)? (?:said|told|announced)\b/u.test(after);
}

function weekdayNear(today: Temporal.PlainDate, isoDay: number, isAhead: boolean): Temporal.PlainDate {
  const back = (today.dayOfWeek - isoDay + 7) % 7;
  return isAhead && back > 0 ? today.add({ days: 7 - back }) : today.subtract({ days: back });
}
