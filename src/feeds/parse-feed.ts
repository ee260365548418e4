import { markupText } from '../text/clean-text.ts';
import type { RawDocument } from '../text/decode-document.ts';
import { parseFeedDate } from '../text/found-date.ts';
import { languageTag } from '../text/languages.ts';
import { countLimits, cutTo, lengthLimits } from '../text/limits.ts';
import { reason } from '../wording/reason.ts';
import type { Entry } from './entry.ts';
import { canonicalUrl } from './entry-url.ts';
import { type FeedDocument, type FeedForm, type FeedItem, findRoot } from './feed-document.ts';
import { FeedParseError } from './feed-error.ts';
import { hasOverlongLink, makeEntry } from './make-entry.ts';
import { readLeniently } from './read-leniently.ts';
import { parseStrictly } from './rss-parser.ts';

/** What a feed document lists. */
export interface ParsedFeed {
  readonly form: FeedForm;
  readonly title?: string;
  readonly language?: string;
  readonly link?: string;
  /** The minimum interval requested by the feed. */
  readonly ttlMinutes?: number;
  /** The document's own date; for DW that is the moment of the fetch. */
  readonly updatedAt?: Temporal.Instant;
  readonly entries: readonly Entry[];
  /** What an operator should know: repaired markup, entries left out, an empty list. */
  readonly problems: readonly string[];
}

export interface ParseFeedOptions {
  /** Prefix of the entries' ids. */
  readonly namespace: string;
  /** The language if the document does not name one. */
  readonly language?: string;
}

/** Decodes and parses a feed, in this thread or another; rejects with FeedParseError or DocumentLimitError. */
export type FeedParser = (document: RawDocument, options: ParseFeedOptions) => Promise<ParsedFeed>;

/**
 * Parses RSS 0.9 to 2.0 or Atom. What is not well-formed is read as far as it goes, with a problem noted; what is no feed at all, or
 * broken before its first entry, throws FeedParseError.
 */
export async function parseFeed(
  text: string,
  { namespace, language: fallback }: ParseFeedOptions,
): Promise<ParsedFeed> {
  const { form, start } = findRoot(text);
  const problems: string[] = [];
  const { items, ...channel } = await readDocument(text, start, problems);
  const title = markupText(cutTo('title', channel.title ?? ''));
  // RSS 1.0 of DW names the language at its items only.
  const language =
    languageTag(cutTo('label', channel.language ?? '')) ??
    languageTag(cutTo('label', items[0]?.language ?? '')) ??
    fallback;
  const { link: address = '' } = channel;
  const link = address.length <= lengthLimits.link ? canonicalUrl(address) : undefined;
  const ttlMinutes = Number.parseInt(channel.ttl ?? '', 10);
  const updatedAt = parseFeedDate(cutTo('label', channel.updated ?? ''));
  return {
    form,
    ...(title !== '' && { title }),
    ...(language && { language }),
    ...(link && { link }),
    ...(ttlMinutes > 0 && { ttlMinutes }),
    ...(updatedAt && { updatedAt }),
    entries: collectEntries(items, { namespace, language }, problems),
    problems,
  };
}

function collectEntries(
  items: readonly FeedItem[],
  setting: { readonly namespace: string; readonly language?: string | undefined },
  problems: string[],
): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const [index, item] of items.slice(0, countLimits.entries).entries()) {
    const entry = makeEntry(item, { ...setting, position: entries.size });
    if (!entry && hasOverlongLink(item))
      problems.push(`Item ${index + 1} has a link of more than ${lengthLimits.link} characters and was left out.`);
    else if (!entry) problems.push(`Item ${index + 1} has no link and was left out.`);
    else if (entries.has(entry.id)) problems.push(`${entry.id} is listed twice; the first listing counts.`);
    else {
      entries.set(entry.id, entry);
      if (!entry.publishedAt) problems.push(`${entry.id} has no readable date.`);
    }
  }
  if (items.length === 0) problems.push('The feed lists no entries.');
  if (items.length > countLimits.entries) {
    problems.push(`The feed lists ${items.length} entries; only the first ${countLimits.entries} are read.`);
  }
  return [...entries.values()];
}

async function readDocument(text: string, rootStart: number, problems: string[]): Promise<FeedDocument> {
  try {
    const prolog = text.slice(0, rootStart).trimStart();
    return await parseStrictly(prolog, withoutSequence(text.slice(rootStart)));
  } catch (error) {
    const document = readLeniently(text);
    const what = whatWasWrong(error);
    if (document.items.length === 0) {
      throw new FeedParseError('not-xml', reason('broken', { reason: what }), {
        cause: error,
      });
    }
    problems.push(`The document was repaired: ${what}`);
    return document;
  }
}

/** RSS 1.0 lists all addresses twice: the sequence in `items` says nothing that the items do not, and is not worth parsing. */
function withoutSequence(text: string): string {
  const start = text.indexOf('<items>');
  const end = text.indexOf('</items>', start);
  return start < 0 || end < 0 ? text : text.slice(0, start) + text.slice(end + '</items>'.length);
}

/** rss-parser stumbles over an element it takes for granted, or a date; the XML parser below it speaks for itself. */
function whatWasWrong(error: unknown): string {
  if (error instanceof TypeError) return 'an element that every feed has is missing';
  if (error instanceof RangeError) return 'a date cannot be read';
  return (error instanceof Error ? error.message : String(error)).replaceAll('\n', ', ');
}
