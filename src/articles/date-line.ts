const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'id', 'ru', 'uk'];
const otherWords =
  'a.m am as at às de do el en et gmt h hrs i ist last le o of on p.m pm est edt cst cdt mst mdt pst pdt cet cest utc bst um uhr modified published posted updated update first aktualisiert veröffentlicht stand publié publicado atualizado опубликовано обновлено st nd rd th ago hours hour minutes min read'.split(
    ' ',
  );
/** Made when first asked for: Intl needs some 50 ms for it. */
let dateWords: ReadonlySet<string> | undefined;

/** Says the line when something was published, and nothing else: "Updated Nov 19, 9:41 AM", "Montag, 3. März 2025 um 10 Uhr". */
export function isDateLine(text: string): boolean {
  if (text.length > 90 || !/\d/.test(text)) return false;
  dateWords ??= new Set([...languages.flatMap(calendarWords), ...otherWords]);
  const known = dateWords;
  const words = text.toLowerCase().match(/\p{L}[\p{L}.]*/gu) ?? [];
  return words.every((word) => known.has(word.replace(/\.$/, '')));
}

/** Months and weekdays of a language, long and short, lower case. */
function calendarWords(language: string): readonly string[] {
  const days = Array.from({ length: 12 }, (_, month) => new Temporal.PlainDate(2024, month + 1, month + 1));
  const formats = (['long', 'short'] as const).flatMap((width) => [
    { weekday: width, timeZone: 'UTC' },
    { month: width, day: 'numeric', timeZone: 'UTC' } as const,
  ]);
  const texts = formats.flatMap((format) => days.map((day) => day.toLocaleString(language, format)));
  return texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
}
