import { unixSeconds } from '../command-mentions.ts';
import type { Span } from '../message.ts';
import { channelId, cleanText, dateFormat, timeFallback, webAddress } from './rich-text.ts';

/**
 * Spans as Slack's mrkdwn, for small print and the notification line: the only place that writes this markup. Escaping `& < >` leaves no
 * way to mention, to name a channel or to link (https://docs.slack.dev/messaging/formatting-message-text#escaping); characters that would
 * format are replaced by ones that look the same, for mrkdwn has no escape for them.
 */
export function mrkdwn(spans: readonly Span[]): string {
  return spans.map(spanMrkdwn).join('');
}

/** Words in mrkdwn that read as they are. */
export function escapeMrkdwn(text: string): string {
  return withoutFormatting(cleanText(text)).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function spanMrkdwn(span: Span): string {
  switch (span.kind) {
    case 'text':
      return styled(escapeMrkdwn(span.text), span.style);
    case 'quoted':
      return `\u201C${escapeMrkdwn(span.text)}\u201D`;
    case 'link':
      return linkMrkdwn(span.url, span.text);
    case 'citation':
      return linkMrkdwn(span.url, `[${span.number}]`);
    case 'channel':
      return channelId.test(span.id) ? `<#${span.id}>` : escapeMrkdwn(span.id);
    case 'time':
      return timeMrkdwn(span);
  }
}

function styled(text: string, style: Extract<Span, { kind: 'text' }>['style']): string {
  const mark = { strong: '*', emphasis: '_', code: '`', struck: '~', muted: '' }[style ?? 'muted'];
  // The marks must touch the words they format.
  const words = text.trim();
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  return words === '' ? text : `${before}${mark}${words}${mark}${after}`;
}

/** Words that lead to an address; where it leads nowhere, the words alone. */
export function linkMrkdwn(url: string, text: string): string {
  const address = webAddress(url);
  const words = escapeMrkdwn(text).replaceAll('|', '\u00A6');
  if (address === undefined || words.trim() === '') return words;
  return `<${address.replaceAll('&', '&amp;').replaceAll('|', '%7C')}|${words}>`;
}

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
function timeMrkdwn(span: Extract<Span, { kind: 'time' }>): string {
  const seconds = unixSeconds(span.at);
  const fallback = escapeMrkdwn(timeFallback(span));
  return seconds === undefined ? fallback : `<!date^${seconds}^${dateFormat[span.precision]}|${fallback}>`;
}

const lookAlikes: Readonly<Record<string, string>> = { '*': '\u2217', _: '\u02CD', '~': '\u223C', '`': '\u02CB' };

/** The colon that begins an emoji (a name has 100 characters at most), but not those of times and spans of them: `22:00-07:00`. */
const emojiColon = /:(?!(?<=\d:)\d\d(?:[^:\s]{0,9}\d)?:\d\d)(?=[\w+'-]{1,100}:)/gu;

function withoutFormatting(text: string): string {
  return text
    .replace(/[*_~`]/gu, (mark) => lookAlikes[mark] ?? mark)
    .replace(emojiColon, '\uA789')
    .replace(/^(\s*)>/u, '$1\u203A');
}
