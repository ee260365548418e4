import { stripVTControlCharacters } from 'node:util';
import type { Span } from '../message.ts';
import { formatTime } from './format-time.ts';

/** A stretch of text that looks one way in a terminal. */
export interface Run {
  readonly text: string;
  readonly look?: 'strong' | 'emphasis' | 'muted' | 'code' | 'struck' | 'quoted' | 'accent' | undefined;
}

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

/** Whether all words of a block are a source's own. */
export function isQuotedBlock(spans: readonly Span[]): boolean {
  const isSilent = (span: Span) =>
    span.kind === 'citation' || (span.kind === 'text' && !/[\p{L}\p{N}]/u.test(span.text));
  return spans.some(({ kind }) => kind === 'quoted') && spans.every((span) => span.kind === 'quoted' || isSilent(span));
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
