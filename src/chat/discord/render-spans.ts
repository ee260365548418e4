import type { Span } from '../message.ts';
import { unixSeconds } from '../unix-seconds.ts';
import { escapeText, plainLine, safeUrl } from './escape-text.ts';
import { limits } from './limits.ts';

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
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(plainLine(text)) ?? [];
  return words ? `${before}${mark}${escapeText(words)}${mark}${after}` : before + after;
}

function inQuotes(text: string): string {
  return /^\s*["“„«‹]/u.test(text) && /["”“»›]\s*$/u.test(text) ? escapeText(text) : `“${escapeText(text)}”`;
}

// Discord shows a masked link as it is written when its text looks like an address, so the text goes without its scheme.
function link(text: string, url: string): string {
  const label = escapeText(text.replace(/\b[a-z][a-z\d+.-]*:\/\//giu, '')).trim();
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
