import { baseLanguage } from '../../text/terms.ts';

/** From so many days on "on Monday" may be any Monday. */
const weekdayDays = 6;

/**
 * Whether a sentence tells its time by the day it was written ("today", "on Monday"), which readers of another day would take for theirs:
 * `days` lie between. The names of days are Intl's, in whatever language.
 */
export function hasStaleTime(text: string, language: string, days: number): boolean {
  if (days < 1) return false;
  const { today, weekdays } = dayWords(baseLanguage(language));
  return today.test(text) || (days >= weekdayDays && weekdays.test(text));
}

interface DayWords {
  readonly today: RegExp;
  readonly weekdays: RegExp;
}

const known = new Map<string, DayWords>();

function dayWords(language: string): DayWords {
  const cached = known.get(language);
  if (cached) return cached;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const near = [-1, 0, 1].map((days) => relative.format(days, 'day'));
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 7 }, (_, day) => weekday.format(new Date(Date.UTC(2024, 0, 1 + day))));
  const words = { today: anyOf(near), weekdays: anyOf(names) };
  known.set(language, words);
  return words;
}

/** Chinese writes no blanks; elsewhere a word ends where its letters do. */
function anyOf(words: readonly string[]): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}&&[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]])(?:${words.map((word) => RegExp.escape(word)).join('|')})(?![\p{L}&&[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]])`,
    'iv',
  );
}
