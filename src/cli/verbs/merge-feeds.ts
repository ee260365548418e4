import { isCollection, isSeq, parseDocument } from 'yaml';
import type { AddedFeed } from '../../feeds/feed-catalog.ts';
import { fold } from '../../text/terms.ts';
import { UserError } from '../../user-error.ts';
import type { OpmlFeed } from './opml.ts';

/** The feeds and topics that there are already. */
export interface MergeSetting {
  /** Addresses and ids that are taken. */
  readonly known: readonly { readonly id: string; readonly url: string }[];
  readonly topics: ReadonlySet<string>;
}

/** Feeds to add, and why others are not. */
export interface ChosenFeeds {
  readonly added: readonly AddedFeed[];
  /** One line each: what was left out, and why. */
  readonly leftOut: readonly string[];
}

/** Which feeds of an OPML file are new and can be read, as feeds.add takes them. */
export function chooseFeeds(feeds: readonly OpmlFeed[], { known, topics }: MergeSetting): ChosenFeeds {
  const ids = new Set(known.map(({ id }) => id));
  const addresses = new Set(known.map(({ url }) => comparable(url)));
  const added: AddedFeed[] = [];
  const leftOut: string[] = [];
  for (const { title, url, language = 'en', categories } of feeds) {
    const isWeb = /^https?:$/.test(URL.parse(url)?.protocol ?? '');
    if (!isWeb) leftOut.push(`${title}: "${url}" is no http or https address`);
    else if (addresses.has(comparable(url))) leftOut.push(`${title}: is read already`);
    else {
      const id = freeId(title, url, ids);
      ids.add(id);
      addresses.add(comparable(url));
      added.push({ id, url, name: title, language, topics: categories.filter((category) => topics.has(category)) });
    }
  }
  return { added, leftOut };
}

/** The configuration text with feeds appended to feeds.add; comments and everything else stay as they are. */
export function mergeFeeds(text: string, feeds: readonly AddedFeed[]): string {
  const document = parseDocument(text);
  if (document.contents !== null && !isCollection(document.contents)) {
    throw new UserError('The configuration file is no mapping; mend it first.');
  }
  if (!isCollection(document.get('feeds'))) document.set('feeds', document.createNode({}));
  if (!isSeq(document.getIn(['feeds', 'add']))) document.setIn(['feeds', 'add'], document.createNode([]));
  const list = document.getIn(['feeds', 'add']);
  if (!isSeq(list)) throw new UserError('feeds.add of the configuration file is no list; mend it first.');
  list.flow = false;
  for (const { topics, ...feed } of feeds) {
    list.add(document.createNode({ ...feed, ...(topics.length > 0 ? { topics } : {}) }));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Letters and digits of the title, else the host; numbered where that is taken. */
function freeId(title: string, url: string, taken: ReadonlySet<string>): string {
  const slug = fold(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const base = slug || new URL(url).hostname.replaceAll('.', '-');
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** An address without what does not tell two feeds apart. */
function comparable(url: string): string {
  return url
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
