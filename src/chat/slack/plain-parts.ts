import { stripVTControlCharacters } from 'node:util';
import type { Span } from '../message.ts';
import { limits } from './limits.ts';

/** Without what could reorder or break what Slack shows: control characters, line breaks, bidirectional overrides, lone surrogates. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replace(/\r\n|[\n\r\t\v\f\u0085\u2028\u2029]/gu, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** An address a link may lead to, in a form that needs no escaping; undefined for anything but http and https. */
export function webAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/u.test(parsed.protocol)) return undefined;
  const address = parsed.href.replaceAll('<', '%3C').replaceAll('>', '%3E');
  return address.length > limits.button.url ? undefined : address;
}

/** Slack's tokens: every reader sees their own zone, "today" and their own clock. */
export const dateFormat = { day: '{date_long_full}', minute: '{date_short_pretty} {time}' } as const;

/** `19 July 2022, 08:00 Seoul`: where tokens do not work. */
export function timeFallback({ at, zone, precision }: Extract<Span, { kind: 'time' }>): string {
  try {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
    const day = local.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
    if (precision === 'day') return day;
    const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
    return `${day}, ${time} ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`;
  } catch {
    return at;
  }
}

/** A label within `maximum` characters, cut between words where it must be. Sentences are never shortened so. */
export function shortLabel(text: string, maximum: number): string {
  const clean = cleanText(text).trim();
  if (clean.length <= maximum) return clean;
  const cut = clean
    .slice(0, maximum - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > maximum / 2 ? cut.slice(0, space) : cut).trimEnd()}\u2026`;
}
