import type { ExtractedPage } from '../articles/article.ts';
import { extractPage } from '../articles/extract-page.ts';
import { extractPlainText } from '../articles/plain-text.ts';
import { FeedParseError, type FeedParseReason } from '../feeds/feed-error.ts';
import { type ParsedFeed, type ParseFeedOptions, parseFeed } from '../feeds/parse-feed.ts';
import { decodeDocument, type RawDocument } from '../text/decode-document.ts';
import { type DocumentLimit, DocumentLimitError } from '../text/limits.ts';
import { type Reason, reason } from '../wording/reason.ts';

/** A document as it came from outside, and what to read it as. */
export type DocumentOrder =
  | { readonly kind: 'feed'; readonly document: RawDocument; readonly options: ParseFeedOptions }
  | { readonly kind: 'page'; readonly document: RawDocument; readonly url: string }
  | { readonly kind: 'text'; readonly document: RawDocument };

/** What was read, or why a document is none; plain data, instants included, so that it goes from thread to thread as JSON. */
export type DocumentAnswer =
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  | { readonly kind: 'page'; readonly page: ExtractedPage }
  | { readonly kind: 'no-feed'; readonly reason: FeedParseReason; readonly why: Reason }
  | { readonly kind: 'over-limit'; readonly limit: DocumentLimit; readonly why: Reason };

/** Parses a document. Expected ends are values; other errors are thrown. */
export async function parseDocument(order: DocumentOrder): Promise<DocumentAnswer> {
  const text = decodeDocument(order.document.bytes, order.document.contentType);
  try {
    if (order.kind === 'feed') return { kind: 'feed', feed: await parseFeed(text, order.options) };
    return { kind: 'page', page: order.kind === 'text' ? extractPlainText(text) : extractPage(text, order.url) };
  } catch (error) {
    if (error instanceof FeedParseError) return { kind: 'no-feed', reason: error.reason, why: error.why };
    if (error instanceof DocumentLimitError) return { kind: 'over-limit', limit: error.limit, why: error.why };
    // The only one that the parsers let through is that of the stack.
    if (error instanceof RangeError) {
      return { kind: 'over-limit', limit: 'depth', why: reason('tooDeep') };
    }
    throw error;
  }
}

/** The feed of an answer; throws FeedParseError or DocumentLimitError where there is none. */
export function feedOf(answer: DocumentAnswer): ParsedFeed {
  if (answer.kind === 'feed') return answer.feed;
  throw errorOf(answer);
}

/** The page of an answer; throws DocumentLimitError where there is none. */
export function pageOf(answer: DocumentAnswer): ExtractedPage {
  if (answer.kind === 'page') return answer.page;
  throw errorOf(answer);
}

function errorOf(answer: DocumentAnswer): Error {
  if (answer.kind === 'no-feed') return new FeedParseError(answer.reason, answer.why);
  if (answer.kind === 'over-limit') return new DocumentLimitError(answer.limit, answer.why);
  return new Error(`a ${answer.kind} came back instead of what was asked for`);
}

/** The answer as JSON; instants become text. */
export function packAnswer(answer: DocumentAnswer): string {
  return JSON.stringify(answer);
}

/** The answer of `packAnswer`, its instants being instants again. */
export function unpackAnswer(packed: string): DocumentAnswer {
  const answer = JSON.parse(packed) as DocumentAnswer;
  if (answer.kind === 'feed') {
    const { feed } = answer;
    return { kind: 'feed', feed: { ...withInstants(feed, ['updatedAt']), entries: feed.entries.map(withPublishedAt) } };
  }
  if (answer.kind !== 'page') return answer;
  const page = withInstants(answer.page, ['publishedAt', 'modifiedAt']);
  return { kind: 'page', page: { ...page, blocks: page.blocks.map((block) => withInstants(block, ['at'])) } };
}

function withPublishedAt<Entry extends { readonly publishedAt?: Temporal.Instant }>(entry: Entry): Entry {
  return withInstants(entry, ['publishedAt']);
}

function withInstants<Value extends object>(value: Value, names: readonly (keyof Value)[]): Value {
  const instants = names
    .filter((name) => value[name] !== undefined)
    .map((name) => [name, Temporal.Instant.from(String(value[name]))]);
  return instants.length === 0 ? value : { ...value, ...Object.fromEntries(instants) };
}
