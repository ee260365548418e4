import type { Span } from '../message.ts';
import { unixSeconds } from '../unix-seconds.ts';
import { limits } from './limits.ts';

/**
 * A text as Discord shows it letter for letter: no Markdown, mention, timestamp, emoji or link can come of it. One line, without control
 * characters and direction overrides.
 */
export function escapeText(text: string): string {
  return plainLine(text)
    .replace(/[\\*_~`|<>[\]()#]/gu, '\\$&')
    .replace(/:(?=\/\/)|(?<=\b(?:https?|steam|discord)):$/giu, '\\:')
    .replace(/@(?=everyone|here|[!&]?\d|$)/giu, `@${zeroWidthSpace}`)
    .replace(/:(?=[\w~+-]+:)/gu, `:${zeroWidthSpace}`)
    .replace(/^(\s*)([-+])(?=\s)/u, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/u, '$1\\.');
}

const zeroWidthSpace = '\u200B';

/** One line of text for places that know no Markdown: labels, titles, names. */
export function plainLine(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu, ' ')
      .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
  );
}

/** A web address that cannot end its Markdown link early; undefined for anything but http and https. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  return parsed.href.replace(/[()<>\\*_~|`[\]\s]/gu, (character) => percentEncode(character));
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A label cut to its limit between words, with an ellipsis; for names of things, never for sentences. */
export function shortLabel(text: string, limit: number): string {
  const line = plainLine(text).trim();
  if (line.length <= limit) return line;
  const head = line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const atWord = head.replace(/(?<!\s)\s+\S*$/u, '');
  return `${atWord.length >= limit / 2 ? atWord : head}…`;
}

/** Spans as Discord's Markdown on one line. Links and formats come from spans alone, never from their text. */
export function renderSpans(spans: readonly Span[]): string {
  return spans.map(renderSpan).join('');
}

function renderSpan(span: Span): string {
  switch (span.kind) {
    case 'text':
      return styled(span.text, span.style);
    case 'quoted':
      return inQuotes(span.text);
    case 'link':
      return link(span.text, span.url);
    case 'citation':
      return link(`[${span.number}]`, span.url);
    case 'channel':
      return /^\d+$/u.test(span.id) ? `<#${span.id}>` : escapeText(span.id);
    case 'time':
      return timestamp(span.at, span.precision);
  }
}

function styled(text: string, style: Extract<Span, { kind: 'text' }>['style']): string {
  if (style === 'code') return code(text);
  if (style === 'strong') return around('**', text);
  if (style === 'emphasis') return around('*', text);
  if (style === 'struck') return around('~~', text);
  return escapeText(text);
}

// A backslash is no escape within code, so what would end it is replaced.
function code(text: string): string {
  const line = plainLine(text)
    .replaceAll('`', 'ʼ')
    .replace(/@|<(?=[@#/:])/gu, '$&\u200B')
    .trim();
  return line ? `\`${line}\`` : '';
}

/** Markdown wants its marks next to the words. */
function around(mark: string, text: string): string {
  const line = plainLine(text);
  const words = line.trim();
  const before = line.slice(0, line.length - line.trimStart().length);
  const after = words ? line.slice(line.trimEnd().length) : '';
  return words ? `${before}${mark}${escapeText(words)}${mark}${after}` : before + after;
}

function inQuotes(text: string): string {
  return /^\s*["“„«‹]/u.test(text) && /["”“»›]\s*$/u.test(text) ? escapeText(text) : `“${escapeText(text)}”`;
}

// Discord shows a masked link as it is written when its text looks like an address, so the text goes without its scheme.
function link(text: string, url: string): string {
  const label = escapeText(text.replace(/(?<![a-z\d+.-])[a-z][a-z\d+.-]*:\/\//giu, '')).trim();
  const target = safeUrl(url);
  if (target === undefined || target.length > limits.linkUrl) return label;
  return `[${label || '\\[link\\]'}](<${target}>)`;
}

/** https://docs.discord.com/developers/reference#message-formatting-timestamp-styles: each reader's own zone. */
function timestamp(at: string, precision: 'day' | 'minute'): string {
  const seconds = unixSeconds(at);
  if (seconds === undefined) return escapeText(at);
  return `<t:${seconds}:${precision === 'day' ? 'D' : 'f'}>`;
}
