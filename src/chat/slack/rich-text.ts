import type { types } from '@slack/bolt';
import type { Span } from '../message.ts';
import { unixSeconds } from '../unix-seconds.ts';
import { cleanText, dateFormat, timeFallback, webAddress } from './plain-parts.ts';

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

/** Whether all words of a block are a source's own, so that the block is shown as a quotation. */
export function isQuotedBlock(spans: readonly Span[]): boolean {
  const isSilent = (span: Span) =>
    span.kind === 'citation' || (span.kind === 'text' && !/[\p{L}\p{N}]/u.test(span.text));
  return spans.some(({ kind }) => kind === 'quoted') && spans.every((span) => span.kind === 'quoted' || isSilent(span));
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
