/** A quoted stretch, marks included. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

/** What closes a quotation that began with a mark; careless texts mix them, so '' closes most. It opens none: DW never writes it so. */
const closers: Readonly<Record<string, readonly string[]>> = {
  '"': ['"', "''", '”'],
  '“': ['”', '"', "''"],
  '„': ['“', '”', '"', '„'],
  '»': ['«'],
  '«': ['»'],
  '「': ['」'],
  '『': ['』'],
};
/** A quotation longer than this was never closed. */
const longestQuote = 3000;

/** The outermost quoted stretches of a text, paragraph by paragraph. */
export function findQuotedSpans(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  for (const paragraph of paragraphsOf(text)) spans.push(...spansOf(text, paragraph));
  return spans;
}

function spansOf(text: string, { start, end }: QuotedSpan): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let at = start;
  while (at < end) {
    const mark = markAt(text, at);
    if (mark === undefined || !opens(text, at, mark)) {
      at += mark?.length ?? 1;
      continue;
    }
    const close = closingOf(text, at, mark, end);
    if (close !== undefined) spans.push({ start: at, end: close });
    at = close ?? at + mark.length;
  }
  return spans;
}

function markAt(text: string, at: number): string | undefined {
  const character = text[at] ?? '';
  return character in closers ? character : undefined;
}

/** A straight mark after a letter or a figure closes something, or means inches. */
function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  if (mark === '“' || mark === '„') return true;
  return mark === '"' ? !/[\p{L}\p{N}.,!?]/u.test(before) : !/\p{N}/u.test(before);
}

function closingOf(text: string, open: number, mark: string, end: number): number | undefined {
  const allowed = closers[mark] ?? [];
  let depth = 0;
  for (let at = open + mark.length; at < end && at - open < longestQuote; at++) {
    if (text[at] === '“' && mark !== '„') depth++;
    const closer = allowed.find((candidate) => text.startsWith(candidate, at));
    if (closer === undefined) continue;
    if (depth > 0 && closer === '”') depth--;
    else if (closer !== '"' || mark === '"' || !/\s/.test(text[at - 1] ?? '')) return at + closer.length;
  }
  return continuesBehind(text, open, end, mark) ? text.slice(0, end).trimEnd().length : undefined;
}

/** A quotation of several paragraphs opens in each and closes in the last. */
function continuesBehind(text: string, open: number, end: number, mark: string): boolean {
  const next =
    text
      .slice(end, end + longestQuote)
      .trimStart()
      .split('\n', 1)[0] ?? '';
  const closes = closers[mark] ?? [];
  return (
    next.startsWith(mark) &&
    !/["”»]/.test(text.slice(open + 1, end)) &&
    closes.some((closer) => next.includes(closer, 1))
  );
}

/** Where the paragraphs of a text stand, without the line breaks between them; offsets in UTF-16 units. */
export function paragraphsOf(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n+/g)) {
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
