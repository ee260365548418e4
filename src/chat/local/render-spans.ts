import { stripVTControlCharacters } from 'node:util';
import { formatDate } from '../../text/found-date.ts';
import type { Span } from '../message.ts';

/** A stretch of text that looks one way in a terminal. */
export interface Run {
  readonly text: string;
  readonly look?: 'strong' | 'emphasis' | 'muted' | 'code' | 'struck' | 'quoted' | 'accent' | undefined;
}

/** Gives a run the looks that the terminal has. */
export type Paint = (run: Run) => string;

export interface SpanStyle {
  /** Addresses that the message's list of sources already has. */
  readonly listedUrls: ReadonlySet<string>;
  /** The whole block is marked as quoted, so that its spans need no quotation marks. */
  readonly quotedBlock: boolean;
  /** In which times are written; English without. */
  readonly language?: string | undefined;
}

/** Turns spans into runs of plain text: what the page shows by typography is shown by characters. */
export function renderSpans(spans: readonly Span[], style: SpanStyle): readonly Run[] {
  return spans.map((span) => {
    const run = runOf(span, style);
    return { ...run, text: cleanText(run.text) };
  });
}

/** Without what could steer a terminal or reorder what it shows: control characters, bidirectional overrides. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n|[\n\r\t\v\f\u0085\u2028\u2029]/gu, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
}

function runOf(span: Span, { listedUrls, quotedBlock, language }: SpanStyle): Run {
  switch (span.kind) {
    case 'text':
      // The marks stay where a terminal cannot strike words through.
      return { text: span.style === 'struck' ? `~${span.text}~` : span.text, look: span.style };
    case 'quoted':
      return { text: quotedBlock || hasQuotes(span.text) ? span.text : `\u201C${span.text}\u201D`, look: 'quoted' };
    case 'link':
      return { text: span.text === span.url || listedUrls.has(span.url) ? span.text : `${span.text} <${span.url}>` };
    case 'citation':
      return { text: `[${span.number}]`, look: 'muted' };
    case 'channel':
      return { text: `#${span.id}` };
    case 'time':
      return { text: formatTime({ ...span, language }) };
  }
}

function hasQuotes(text: string): boolean {
  return /^["\u201C\u201E\u00AB]/u.test(text) && /["\u201C\u201D\u00BB]$/u.test(text);
}

/** `19 July 2022, 08:00 Seoul`: an instant in its zone, by the clock there. */
export function formatTime({
  at,
  zone,
  precision,
  language = 'en',
}: {
  readonly at: string;
  readonly zone: string;
  readonly precision: 'day' | 'minute';
  readonly language?: string | undefined;
}): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const day = formatDate(local.toPlainDate().toString(), language);
  if (precision === 'day') return day;
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${day}, ${time} ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`;
}

const accents: Readonly<Record<string, number>> = {
  world: 67,
  europe: 69,
  germany: 178,
  asia: 167,
  africa: 137,
  'middle-east': 173,
  americas: 72,
  business: 65,
  science: 98,
  environment: 71,
  culture: 168,
  sports: 172,
};
const plainAccent = 67;

/** Paints runs with a terminal's own means, or leaves them plain. */
export function terminalPaint(color: boolean, accent: string | undefined): Paint {
  const accentCode = `1;38;5;${accents[accent ?? ''] ?? plainAccent}`;
  const codes: Readonly<Record<NonNullable<Run['look']>, string>> = {
    strong: '1',
    emphasis: '3',
    muted: '2',
    code: '36',
    struck: '2;9',
    quoted: '',
    accent: accentCode,
  };
  return ({ text, look }) => {
    const code = look && codes[look];
    return color && code && text ? `\u001B[${code}m${text}\u001B[0m` : text;
  };
}
