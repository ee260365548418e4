import { reason } from '../wording/reason.ts';
import { FeedParseError } from './feed-error.ts';

/** RSS 1.0, RSS 2.0 and Atom. */
export type FeedForm = 'rss1' | 'rss2' | 'atom';

/** A feed document as its XML says it, the same for all forms; texts are still raw. */
export interface FeedDocument {
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly link?: string | undefined;
  readonly ttl?: string | undefined;
  readonly updated?: string | undefined;
  readonly items: readonly FeedItem[];
}

/** An RSS item or Atom entry, raw. */
export interface FeedItem {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly guid?: string | undefined;
  /** `dwsyn:contentID`. */
  readonly contentId?: string | undefined;
  readonly description?: string | undefined;
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly categories: readonly string[];
  /** MIME type of an attachment, such as a podcast. */
  readonly enclosureType?: string | undefined;
  /** Pictures that the feed names for the item (Media RSS), with what each shows as the feed says it. */
  readonly pictures?: readonly FeedPicture[];
}

/** A picture as a feed names it, raw. https://www.rssboard.org/media-rss */
export interface FeedPicture {
  readonly url: string;
  /** `image`, or an image MIME type; empty if the feed does not say. */
  readonly kind: string;
  /** In pixels. */
  readonly width: number | undefined;
  readonly alt: string | undefined;
}

const forms: Readonly<Record<string, FeedForm>> = { rdf: 'rss1', rss: 'rss2', feed: 'atom' };
/** What may stand before the root. Sizes are bounded: without, a document of unclosed declarations takes minutes. */
const prolog =
  /^(?:\s+|\uFEFF|<\?[\s\S]{0,2000}?\?>|<!--[\s\S]{0,20000}?-->|<!doctype[^>[]{0,1000}(?:\[[^\]]{0,5000}\]\s{0,100})?>)*/i;

/** The format of a document by its root element, and the position of that; throws FeedParseError if it is not a feed. */
export function findRoot(text: string): { readonly form: FeedForm; readonly start: number } {
  const start = prolog.exec(text)?.[0].length ?? 0;
  const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(start, start + 200))?.[1];
  const form = forms[root?.toLowerCase() ?? ''];
  if (form) return { form, start };
  if (/^(?:html|head|body)$/i.test(root ?? '') || /<!doctype html/i.test(text.slice(0, start))) {
    throw new FeedParseError('html', reason('html'));
  }
  if (root) throw new FeedParseError('not-a-feed', reason('otherXml', { root }));
  const opening = text.slice(start).trim().slice(0, 40);
  if (/^\{.*jsonfeed\.org/s.test(text.slice(start, start + 500))) {
    throw new FeedParseError('not-a-feed', reason('jsonFeed'));
  }
  if (opening === '') throw new FeedParseError('empty', reason('emptyDocument'));
  throw new FeedParseError('not-xml', reason('notXml', { opening: JSON.stringify(opening) }));
}
