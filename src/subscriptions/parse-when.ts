import { UserError } from '../user-error.ts';
import { timesInEnglish } from '../wording/typed-times.ts';
import { findDays, parseDays } from './parse-days.ts';
import { parseTimes } from './parse-times.ts';
import type { Schedule } from './schedule.ts';

/**
 * Times, and the days that stand among them: "8am", "weekdays at noon", "Mon-Fri 8 and 17:00", "daily". What is not said is left out.
 * `days` are those given apart, which must not be given twice. Throws UserError.
 */
export function parseWhen(typed = '', typedDays = ''): Partial<Pick<Schedule, 'days' | 'times'>> {
  const [text, days] = [timesInEnglish(typed), timesInEnglish(typedDays)];
  const found = findDays(text);
  if (found.days.length > 0 && days.trim() !== '')
    throw new UserError(({ errors }) => errors.daysTwice(typed.trim(), typedDays.trim()));
  const timed = found.rest
    .split('|')
    .filter((part) => /[\p{L}\p{N}]/u.test(part.replaceAll(/\b(?:and|und|at|um)\b/g, '')));
  if (found.days.length === 0 && timed.length === 0 && typed.trim() !== '') parseTimes(text);
  if (timed.length > 1) {
    // "daily except sundays": what is no time is told as that.
    for (const part of timed) parseTimes(part);
    throw new UserError(({ errors }) => errors.timesDiffer(typed.trim()));
  }
  const [times] = timed;
  return {
    ...(found.days.length > 0 ? { days: found.days } : {}),
    ...(days.trim() === '' ? {} : { days: parseDays(days) }),
    ...(times === undefined ? {} : { times: parseTimes(times) }),
  };
}
