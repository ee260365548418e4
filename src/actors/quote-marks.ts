/** A quoted stretch, marks included. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

/** What closes a quotation that began with a mark; careless texts mix them, so the straight mark and '' close most. */
const closers: Readonly<Record<string, readonly string[]>> = {
  '"': ['"', "''", '”'],
  "''": ["''", '"'],
  '“': ['”', '"', "''"],
  '„': ['“', '”', '"', '„'],
  '»': ['«'],
  '«': ['»'],
  '「': ['」'],
  '『': ['』'],
};
/** A quotation longer than this was never closed. */
const longestQuote = 3000;

/** The outermost quoted stretches of a text. A quotation left open ends with its paragraph: the next paragraph opens it anew. */
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
  if (text.startsWith("''", at)) return "''";
  const character = text[at] ?? '';
  return character in closers ? character : undefined;
}

/** A mark after a figure is inches; after a letter it closes something. */
function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? ' ';
  if (mark === '“' || mark === '„') return true;
  return !/[\p{L}\p{N}.,!?]/u.test(before) || (mark !== '"' && mark !== "''" && !/\p{N}/u.test(before));
}

function closingOf(text: string, open: number, mark: string, end: number): number | undefined {
  const allowed = closers[mark] ?? [];
  let depth = 0;
  for (let at = open + mark.length; at < end && at - open < longestQuote; at++) {
    if (mark === '“' && text[at] === '“') depth++;
    const closer = allowed.find((candidate) => text.startsWith(candidate, at));
    if (closer === undefined) continue;
    if (depth > 0 && closer === '”') depth--;
    else if (closer !== '"' || mark === '"' || !/\s/.test(text[at - 1] ?? '')) return at + closer.length;
  }
  const next = text.slice(end).trimStart()[0] ?? '';
  return next in closers && !/["”»]/.test(text.slice(open + 1, end)) ? text.slice(0, end).trimEnd().length : undefined;
}

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
