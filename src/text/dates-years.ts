import type { DateWords } from './dates-words.ts';
import { type FoundDate, spanOf } from './found-date.ts';

/** "1910-1945", "2022/23". */
export function* yearRanges(text: string, { yearRange }: DateWords): Generator<FoundDate> {
  for (const match of text.matchAll(yearRange)) {
    const { from = '', until = '' } = match.groups ?? {};
    const last = until.length === 2 ? `${from.slice(0, 2)}${until}` : until;
    if (last > from) yield { ...spanOf(match), date: from, until: last };
  }
}

/** "In 2018", "the 1990s". */
export function* years(text: string, { beforeYear }: DateWords, today: Temporal.PlainDate): Generator<FoundDate> {
  for (const match of text.matchAll(beforeYear)) {
    const span = spanOf(match);
    const isDecade = /^s\b/u.test(text.slice(span.end));
    const isCount =
      /^ (?:census(?:es)?|people|soldiers|deaths|dead|cases|times|euros?|dollars?|kilometers?|miles|Menschen|Tote|Soldaten|Euro|Kilometer)\b/u;
    if (Number(span.text) > today.year + 60 || isCount.test(text.slice(span.end))) continue;
    yield { ...span, date: span.text, ...(isDecade && { until: String(Number(span.text) + 9) }) };
  }
}
