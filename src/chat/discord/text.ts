import { commandMentions, unixSeconds } from '../command-mentions.ts';
import { withoutOverrides } from '../direction.ts';
import type { Span, TextStyle } from '../message.ts';
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
    withoutOverrides(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu, ' ')
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

/** The ids of our commands, by name. */
export type IdsOfCommands = ReadonlyMap<string, string>;

/**
 * Spans as Discord's Markdown on one line. Links and formats come from spans alone, never from their text, except that our own words show a
 * command whose id is known as one that can be pressed, https://docs.discord.com/developers/reference#message-formatting.
 */
export function renderSpans(spans: readonly Span[], commands: IdsOfCommands = new Map()): string {
  return spans.map((span) => renderSpan(span, commands)).join('');
}

function renderSpan(span: Span, commands: IdsOfCommands): string {
  switch (span.kind) {
    case 'text':
      return withCommands(span.text, span.style, commands);
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

function withCommands(text: string, style: TextStyle | undefined, commands: IdsOfCommands): string {
  // Within code Discord shows an example as it is typed.
  const isExample = style === 'code' && !(text.startsWith('/') && commands.has(text.slice(1)));
  if (commands.size === 0 || style === 'struck' || isExample) return styled(text, style);
  const parts: string[] = [];
  let end = 0;
  for (const { index, 0: whole, 1: before = '', 2: name = '' } of text.matchAll(commandMentions(commands.keys()))) {
    parts.push(styled(text.slice(end, index) + before, style), `</${name}:${commands.get(name)}>`);
    end = index + whole.length;
  }
  return [...parts, styled(text.slice(end), style)].join('');
}

function styled(text: string, style: TextStyle | undefined): string {
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
