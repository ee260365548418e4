const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'id', 'ru', 'uk'];
const otherWords =
  'a.m am as at às de do el en et gmt h hrs i ist last le o of on p.m pm est edt cst cdt mst mdt pst pdt cet cest utc bst um uhr modified published posted updated update first aktualisiert veröffentlicht stand publié publicado atualizado опубликовано обновлено st nd rd th ago hours hour minutes min read'.split(
    ' ',
  );

/** Says the line when something was published, and nothing else: "Updated Nov 19, 9:41 AM", "Montag, 3. März 2025 um 10 Uhr". */
export function isDateLine(text: string): boolean {
  if (text.length > 90 || !/\d/.test(text)) return false;
  const { months, others } = calendar();
  return wordsOf(text).every((word) => months.has(word) || others.has(word));
}

/** The day of a date line, as its first instant in UTC; undefined if the date is incomplete. */
export function parseDateLine(text: string): Temporal.Instant | undefined {
  const [, isoYear, isoMonth, isoDay] = /(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  if (isoYear) return instantOf(isoYear, isoMonth, isoDay);
  const [, day, dottedMonth, dottedYear] = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/.exec(text) ?? [];
  if (dottedYear) return instantOf(dottedYear, dottedMonth, day);
  const [, slashedMonth, slashedDay, slashedYear] = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? [];
  if (slashedYear) return instantOf(slashedYear, slashedMonth, slashedDay);
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0];
  const month = wordsOf(text)
    .map((word) => calendar().months.get(word))
    .find((found) => found !== undefined);
  const named = /(?<![\d:])([12]?\d|3[01])(?![\d:])/.exec(text)?.[1];
  return instantOf(year, month, named);
}

function instantOf(year?: string, month?: string | number, day?: string): Temporal.Instant | undefined {
  if (!year || !month || !day) return undefined;
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    return date.toZonedDateTime('UTC').toInstant();
  } catch {
    return undefined;
  }
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}[\p{L}.]*/gu) ?? []).map((word) => word.replace(/\.$/, ''));
}

interface Calendar {
  readonly months: ReadonlyMap<string, number>;
  readonly others: ReadonlySet<string>;
}

let madeCalendar: Calendar | undefined;

/** Months and weekdays in many languages, long and short. Built lazily: Intl needs some 50 ms for it. */
function calendar(): Calendar {
  if (madeCalendar) return madeCalendar;
  const months = new Map<string, number>();
  const others = new Set(otherWords);
  for (const language of languages) {
    for (const date of Array.from({ length: 12 }, (_, month) => new Temporal.PlainDate(2024, month + 1, month + 1))) {
      for (const width of ['long', 'short'] as const) {
        for (const word of wordsOf(date.toLocaleString(language, { weekday: width }))) others.add(word);
        const [name = ''] = wordsOf(date.toLocaleString(language, { month: width, day: 'numeric' })).filter(
          (word) => !others.has(word),
        );
        if (!months.has(name)) months.set(name, date.month);
      }
    }
  }
  madeCalendar = { months, others };
  return madeCalendar;
}
