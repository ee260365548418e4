import type { FeedForm } from './feed-document.ts';
import { FeedParseError } from './feed-parse-error.ts';

const forms: Readonly<Record<string, FeedForm>> = { rdf: 'rss1', rss: 'rss2', feed: 'atom' };
/** What may stand before the root. Sizes are bounded: without, a document of unclosed declarations takes minutes. */
const prolog =
  /^(?:\s+|\uFEFF|<\?[\s\S]{0,2000}?\?>|<!--[\s\S]{0,20000}?-->|<!doctype[^>[]{0,1000}(?:\[[^\]]{0,5000}\]\s{0,100})?>)*/i;

/** The form of a document by its root element, and where that begins; throws FeedParseError for what is no feed. */
export function findRoot(text: string): { readonly form: FeedForm; readonly start: number } {
  const start = prolog.exec(text)?.[0].length ?? 0;
  const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(start, start + 200))?.[1];
  const form = forms[root?.toLowerCase() ?? ''];
  if (form) return { form, start };
  if (/^(?:html|head|body)$/i.test(root ?? '') || /<!doctype html/i.test(text.slice(0, start))) {
    throw new FeedParseError('html', 'an HTML page came instead of a feed');
  }
  if (root) throw new FeedParseError('not-a-feed', `the document is XML with root <${root}>, not RSS or Atom`);
  const opening = text.slice(start).trim().slice(0, 40);
  if (/^\{.*jsonfeed\.org/s.test(text.slice(start, start + 500))) {
    throw new FeedParseError('not-a-feed', 'the document is a JSON Feed; use the RSS or Atom address of the same site');
  }
  if (opening === '') throw new FeedParseError('empty', 'the document is empty');
  throw new FeedParseError('not-xml', `the document is not XML; it begins with ${JSON.stringify(opening)}`);
}
