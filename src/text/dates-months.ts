import type { DateWords } from './dates-words.ts';
import { type FoundDate, pad, spanOf } from './found-date.ts';
import { fold } from './terms.ts';
import { nearestYear, type Side, whereIn, yearSaid } from './unsaid-year.ts';

/** A month without a day, which chrono knows in English only. */
export function* months(text: string, words: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const match of text.matchAll(words.month)) {
    const { name = '', year } = match.groups ?? {};
    const month = words.months.get(fold(name).slice(0, 3));
    if (month === undefined || (year === undefined && isVerbMay(text, match.index, name))) continue;
    const span = spanOf(match);
    const said = year ?? yearSaid(text.slice(span.end), today);
    yield {
      ...span,
      date: `${said ?? nearestYear(month, undefined, today, sideOf(text, span, words))}-${pad(month)}`,
    };
  }
}

/** A month alone, in a sentence that only tells what happened, lies behind: "issued a warrant for him in March". */
function sideOf(text: string, span: { start: number; end: number }, words: DateWords): Side {
  const side = whereIn(text, span, words);
  return side === 'unsaid' && words.past.test(text) && !words.open.test(text) ? 'behind' : side;
}

/** "May" opens many a question and sentence without being the month. */
function isVerbMay(text: string, index: number, name: string): boolean {
  if (name !== 'May') return false;
  return !/\b(?:in|of|since|until|by|from|last|next|early|late|mid|this|and|to|on)[ -]$/iu.test(text.slice(0, index));
}
