import { stripVTControlCharacters } from 'node:util';
import type { types } from '@slack/bolt';
import { unixSeconds } from '../command-mentions.ts';
import { withoutOverrides } from '../direction.ts';
import type { Span } from '../message.ts';
import { isQuotedBlock, splitSpans } from '../split-spans.ts';
import { limits } from './limits.ts';
import { type Piece, textLength } from './pages.ts';

/**
 * Spans as elements of a rich text block. Slack parses nothing in them: what a feed writes stays words, whatever it looks like, and no
 * element that mentions a person, a group or a channel is ever made of a span.
 */
export function richText(
  spans: readonly Span[],
  { bold = false, inQuote = false }: { readonly bold?: boolean; readonly inQuote?: boolean } = {},
): types.RichTextElement[] {
  const elements = spans.flatMap((span) => spanElements(span, inQuote));
  if (!bold) return elements;
  return elements.map((element) => ({
    ...element,
    style: { ...('style' in element ? element.style : {}), bold: true },
  }));
}

/** Ids of channels and conversations. https://docs.slack.dev/reference/objects/conversation-object */
export const channelId = /^[CDG][A-Z0-9]{2,}$/u;

/** Ids of user groups: neither a person nor "here" or "everyone" can be one. https://docs.slack.dev/reference/objects/usergroup-object */
export const userGroupId = /^S[A-Z0-9]{2,}$/u;

/**
 * A block that mentions one user group: the only mention there is, for the group that a subscription names by its id. None for
 * what is not such an id.
 */
export function mentionBlock(groupId: string): types.RichTextBlock | undefined {
  if (!userGroupId.test(groupId)) return undefined;
  const element: types.RichTextUsergroupMention = { type: 'usergroup', usergroup_id: groupId };
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] };
}

function spanElements(span: Span, inQuote: boolean): types.RichTextElement[] {
  switch (span.kind) {
    case 'text':
      return words(span.text, span.style);
    case 'quoted':
      return words(inQuote ? span.text : `\u201C${span.text}\u201D`);
    case 'link':
      return link(span.url, span.text);
    case 'citation':
      return link(span.url, `[${span.number}]`);
    case 'channel':
      return channelId.test(span.id) ? [{ type: 'channel', channel_id: span.id }] : words(span.id);
    case 'time':
      return time(span);
  }
}

function words(text: string, style?: Extract<Span, { kind: 'text' }>['style']): types.RichTextElement[] {
  const clean = cleanText(text);
  if (clean === '') return [];
  const look = {
    strong: { bold: true },
    emphasis: { italic: true },
    code: { code: true },
    struck: { strike: true },
    muted: undefined,
  }[style ?? 'muted'];
  return [{ type: 'text', text: clean, ...(look && { style: look }) }];
}

function link(url: string, text: string): types.RichTextElement[] {
  const address = webAddress(url);
  const clean = cleanText(text);
  if (address === undefined) return words(text);
  return clean.trim() === '' ? [] : [{ type: 'link', url: address, text: clean }];
}

function time(span: Extract<Span, { kind: 'time' }>): types.RichTextElement[] {
  const timestamp = unixSeconds(span.at);
  const fallback = cleanText(timeFallback(span));
  if (timestamp === undefined) return words(fallback);
  return [{ type: 'date', timestamp, format: dateFormat[span.precision], fallback }];
}

/** One piece at most, so that a heading and its first sentence always fit a message together. */
const pieceJson = limits.message.blocksJson - 3_000;
const pieceText = limits.message.blocksText - 2_000;

const tooLong: Span = {
  kind: 'text',
  text: ' [A sentence too long for Slack is left out; it stands in the source.] ',
  style: 'emphasis',
};

/** A paragraph; where all of it is a source's words, a quotation. */
export function paragraph(spans: readonly Span[]): Piece[] {
  if (!isQuotedBlock(spans)) return sections(spans, richText);
  return parts(spans, (part) => richText(part, { inQuote: true })).map((elements) => ({
    kind: 'rich',
    element: { type: 'rich_text_quote', elements },
  }));
}

/** Spans as text, in as few pieces as hold them. */
export function sections(spans: readonly Span[], render: (part: readonly Span[]) => types.RichTextElement[]): Piece[] {
  return parts(spans, render).map((elements) => ({ kind: 'rich', element: { type: 'rich_text_section', elements } }));
}

/** One item of a list; `position` counts from 0. */
export function listItem(item: readonly Span[], isOrdered: boolean, position: number): Piece[] {
  return parts(item, richText).map((elements) => ({
    kind: 'rich',
    element: {
      type: 'rich_text_list',
      style: isOrdered ? 'ordered' : 'bullet',
      indent: 0,
      ...(isOrdered && position > 0 ? { offset: position } : {}),
      elements: [{ type: 'rich_text_section', elements }],
    },
  }));
}

/** Spans as they fit into pieces; several only for what is as long as a message. */
function parts(
  spans: readonly Span[],
  render: (part: readonly Span[]) => types.RichTextElement[],
): types.RichTextElement[][] {
  const fits = (part: readonly Span[]) => {
    const elements = render(part);
    return JSON.stringify(elements).length <= pieceJson && textLength(elements) <= pieceText;
  };
  return splitSpans(spans, fits, tooLong)
    .map((part) => render(part))
    .filter((elements) => elements.length > 0);
}

/** Without what could reorder or break what Slack shows: control characters, line breaks, bidirectional overrides, lone surrogates. */
export function cleanText(text: string): string {
  return withoutOverrides(stripVTControlCharacters(text.toWellFormed()))
    .replace(/\r\n|[\n\r\t\v\f\u0085\u2028\u2029]/gu, ' ')
    .replace(/\p{Cc}/gu, '');
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
