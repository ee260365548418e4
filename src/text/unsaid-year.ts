import type { DateWords } from './dates-words.ts';

/** Where a date without a year lies, as far as the words around it say. */
export type Side = 'next' | 'ahead' | 'behind' | 'unsaid';

/** "Since April", "the January 6 attack" lie behind whatever else the sentence says. */
export function whereIn(text: string, { start, end }: { start: number; end: number }, words: DateWords): Side {
  const before = text.slice(0, start);
  if (/\b(?:next|coming|kommende[nmrs]?|nächste[nmrs]?) $/iu.test(before)) return 'next';
  if (/\b(?:last|past|letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?) $/iu.test(before)) return 'behind';
  if (/\b(?:since|seit)\b[^,;.]{0,60}$/iu.test(before) || happened.test(text.slice(end))) return 'behind';
  return words.future.test(text) ? 'ahead' : 'unsaid';
}

const happened =
  /^ (?:\p{Ll}+ )?(?:attacks?|riots?|massacres?|insurrection|uprising|coup|earthquake|shooting|bombings?)\b/u;

/** "The January 6 attack": of an event known by its day, which lies months back, the year is not said. */
export function isOfUnsaidYear(
  after: string,
  date: string,
  { isSure, today }: { readonly isSure: boolean; readonly today: Temporal.PlainDate },
): boolean {
  return !isSure && happened.test(after) && Temporal.PlainDate.from(date).until(today).days > knownByDayDays;
}

const knownByDayDays = 180;

/** "December 30 of last year". */
export function yearSaid(after: string, today: Temporal.PlainDate): number | undefined {
  if (/^,? (?:of )?last year\b|^ (?:des )?(?:vergangenen|letzten|vorigen) Jahres\b/iu.test(after))
    return today.year - 1;
  if (/^,? (?:of )?next year\b|^ (?:des )?(?:kommenden|nächsten) Jahres\b/iu.test(after)) return today.year + 1;
  return /^,? (?:of )?this year\b|^ dieses Jahres\b/iu.test(after) ? today.year : undefined;
}

/** How much nearer than what lies behind a date has to be that the text does not say lies ahead. */
const aheadFactor: Readonly<Record<Side, number>> = {
  next: 1,
  ahead: 1,
  unsaid: 2.5,
  behind: Number.POSITIVE_INFINITY,
};

/** The year that brings the date nearest, in doubt the past one. */
export function nearestYear(month: number, day: number | undefined, today: Temporal.PlainDate, where: Side): number {
  const distance = (year: number) => {
    const target = Temporal.PlainDate.from({ year, month, day: day ?? (month === today.month ? today.day : 15) });
    const { days } = today.until(target);
    if (days > 0) return days * aheadFactor[where];
    return where === 'next' ? Number.POSITIVE_INFINITY : -days;
  };
  return [today.year, today.year - 1, today.year + 1].toSorted((a, b) => distance(a) - distance(b))[0] ?? today.year;
}
